-- What other components put on a file stands on that file being there. Schemas have no foreign keys between them: this is
-- the question, and the lock, that stand for one.

CREATE FUNCTION directory.keep_file(country_ text, kind_ text, reference_ text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
BEGIN
    PERFORM FROM directory.entry e
    WHERE e.country = country_ AND e.kind = kind_ AND e.reference = reference_
    FOR KEY SHARE;
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION directory.keep_file(text, text, text) IS
    'Whether there is this file, whoever asks; it is then not withdrawn before the transaction ends. For the owner: called by '
    'functions of components that put something on files.';
REVOKE ALL ON FUNCTION directory.keep_file(text, text, text) FROM PUBLIC;
