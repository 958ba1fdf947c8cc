-- What other components may ask the index for: how a file is called, and which files there are.

CREATE FUNCTION directory.label(country_ text, kind_ text, reference_ text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
    SELECT e.label FROM directory.entry e
    WHERE e.country = country_ AND e.kind = kind_ AND e.reference = reference_
$$;
COMMENT ON FUNCTION directory.label(text, text, text) IS
    'What people call this file, null when there is none. For the owner: called by triggers of components that publish files beside it.';

CREATE FUNCTION directory.references_of(country_ text, kind_ text) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
    SELECT e.reference FROM directory.entry e WHERE e.country = country_ AND e.kind = kind_
$$;
COMMENT ON FUNCTION directory.references_of(text, text) IS 'All files of a kind. For the owner: to make samples.';

REVOKE ALL ON FUNCTION directory.label(text, text, text), directory.references_of(text, text) FROM PUBLIC;
