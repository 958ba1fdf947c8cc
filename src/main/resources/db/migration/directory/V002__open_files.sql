-- Opening files: recorded, and the key to health data while it lasts.

CREATE FUNCTION directory.may_find(country_ text, kind_ text, reference_ text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path = directory, public, pg_temp
AS $$
    SELECT country_ = ANY (access.my_countries()) AND kind_ = ANY (access.my_kinds())
           AND EXISTS (SELECT FROM directory.entry e
                       WHERE e.country = country_ AND e.kind = kind_ AND e.reference = reference_)
$$;
COMMENT ON FUNCTION directory.may_find(text, text, text) IS 'Whether this file exists for the signed-in role.';

CREATE FUNCTION directory.open_file(country_ text, kind_ text, reference_ text, purpose_ text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
BEGIN
    IF NOT directory.may_find(country_, kind_, reference_) THEN
        RETURN false;
    END IF;
    PERFORM audit.open_file(country_, kind_, reference_, purpose_);
    RETURN true;
END
$$;
COMMENT ON FUNCTION directory.open_file(text, text, text, text) IS
    'Records that the signed-in role opens this file and why, and lets it read the health data in it for 15 minutes, once '
    'this transaction is committed; false when there is no such file for it.';

CREATE FUNCTION directory.keep_open(country_ text, kind_ text, reference_ text) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
    SELECT directory.may_find(country_, kind_, reference_) AND audit.keep_open(country_, kind_, reference_)
$$;
COMMENT ON FUNCTION directory.keep_open(text, text, text) IS
    '15 more minutes, without a further record; false when the opening has run out: then open again.';

CREATE FUNCTION directory.close_file(country_ text, kind_ text, reference_ text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
    SELECT audit.close_file(country_, kind_, reference_)
$$;
COMMENT ON FUNCTION directory.close_file(text, text, text) IS 'Ends the opening of this window.';

CREATE FUNCTION directory.has_open(country_ text, kind_ text, reference_ text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path = directory, public, pg_temp
AS $$
    SELECT audit.has_open(country_, kind_, reference_)
$$;
COMMENT ON FUNCTION directory.has_open(text, text, text) IS
    'Whether the signed-in role has this file open now: what row-level security of health data asks.';

CREATE FUNCTION directory.record_reveal(country_ text, kind_ text, reference_ text, field_ text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
BEGIN
    IF NOT audit.has_open(country_, kind_, reference_) THEN
        RAISE EXCEPTION 'the file is not open' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM audit.record_reveal(country_, kind_, reference_, field_);
END
$$;
COMMENT ON FUNCTION directory.record_reveal(text, text, text, text) IS
    'Records that the signed-in role made a masked field of an open file readable.';

REVOKE ALL ON FUNCTION directory.may_find(text, text, text), directory.open_file(text, text, text, text),
    directory.keep_open(text, text, text), directory.close_file(text, text, text), directory.has_open(text, text, text),
    directory.record_reveal(text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION directory.open_file(text, text, text, text),
    directory.keep_open(text, text, text), directory.close_file(text, text, text), directory.has_open(text, text, text),
    directory.record_reveal(text, text, text, text)
    TO care_agent, operations, operations_lead, sales, auditor, staff_admin;
