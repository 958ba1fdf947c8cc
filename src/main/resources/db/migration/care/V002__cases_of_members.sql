-- A case belongs to a member that is there, and keeps the member there.

CREATE FUNCTION care.refuse_lost() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = care, public, pg_temp
AS $$
BEGIN
    IF NOT directory.keep_file(NEW.country, 'member', NEW.member) THEN
        RAISE EXCEPTION 'there is no such member'
            USING ERRCODE = 'foreign_key_violation', SCHEMA = 'care', TABLE = 'member_case', CONSTRAINT = 'member_case_of_member';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION care.refuse_lost() IS 'Trigger, AFTER INSERT FOR EACH ROW: a case belongs to a member that is there.';
-- A bulk load of the owner takes its members from the index itself; only the owner's word counts, the setting is anybody's.
CREATE TRIGGER lost AFTER INSERT ON care.member_case FOR EACH ROW
    WHEN (current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION care.refuse_lost();

CREATE FUNCTION care.has_cases(country_ text, member_ text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = care, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM care.member_case c WHERE c.country = country_ AND c.member = member_)
$$;
COMMENT ON FUNCTION care.has_cases(text, text) IS
    'Whether the member ever asked for something, whoever asks. For the owner: what would take the member away asks first.';

REVOKE ALL ON FUNCTION care.refuse_lost(), care.has_cases(text, text) FROM PUBLIC;
