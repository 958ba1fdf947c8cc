-- What would take a file away asks first what hangs on it.

CREATE FUNCTION document.has_any(country_ text, kind_ text, reference_ text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = document, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM document.document d
                   WHERE d.country = country_ AND d.kind = kind_ AND d.reference = reference_ AND d.removed_at IS NULL)
$$;
COMMENT ON FUNCTION document.has_any(text, text, text) IS
    'Whether a document is attached to the file, whoever asks; one that was taken off is not. For the owner.';
REVOKE ALL ON FUNCTION document.has_any(text, text, text) FROM PUBLIC;
