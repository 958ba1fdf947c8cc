-- Opening many files at once, each on the record as if it were opened alone.

CREATE FUNCTION directory.open_files(country_ text, kind_ text, references_ text[], purpose_ text) RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
DECLARE
    found text[];
BEGIN
    SELECT array_agg(e.reference) INTO found
    FROM directory.entry e
    WHERE e.country = country_ AND e.kind = kind_ AND e.reference = ANY (references_)
      AND country_ = ANY (access.my_countries()) AND kind_ = ANY (access.my_kinds());
    IF found IS NOT NULL THEN
        PERFORM audit.open_files(country_, kind_, found, purpose_);
    END IF;
    RETURN QUERY SELECT unnest(found);
END
$$;
COMMENT ON FUNCTION directory.open_files(text, text, text[], text) IS
    'Opens these files as open_file does one, and returns those that there are for the signed-in role.';

CREATE FUNCTION directory.close_files(country_ text, kind_ text, references_ text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
    SELECT audit.close_files(country_, kind_, references_)
$$;
COMMENT ON FUNCTION directory.close_files(text, text, text[]) IS 'Ends the openings of these files by this window.';

CREATE FUNCTION directory.are_open(country_ text, kind_ text, references_ text[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
    SELECT audit.are_open(country_, kind_, references_)
$$;
COMMENT ON FUNCTION directory.are_open(text, text, text[]) IS
    'Whether the signed-in role has all of these files open now: what functions that write health data of many files ask.';

REVOKE ALL ON FUNCTION directory.open_files(text, text, text[], text), directory.close_files(text, text, text[]),
    directory.are_open(text, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION directory.open_files(text, text, text[], text), directory.close_files(text, text, text[]),
    directory.are_open(text, text, text[]) TO care_agent, operations, operations_lead, sales, auditor, staff_admin;
