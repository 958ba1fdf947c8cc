-- Who may do what, as PostgreSQL's own roles keep it. A staff member is a login role that belongs to group roles (what
-- they work as) and to country roles (where). Every check is made for session_user: SET ROLE changes nothing.

GRANT USAGE ON SCHEMA access TO care_agent, operations, operations_lead, sales, auditor, staff_admin;

CREATE FUNCTION access.my_countries() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = access, public, pg_temp
AS $$
    SELECT coalesce(array_agg(upper(substr(rolname, 9)) ORDER BY rolname), '{}')
    FROM pg_catalog.pg_roles
    WHERE rolname ~ '^country_[a-z]{2}$' AND pg_has_role(session_user, oid, 'MEMBER')
$$;
COMMENT ON FUNCTION access.my_countries() IS 'Countries of the signed-in role, upper case.';

CREATE FUNCTION access.is_any(VARIADIC groups text[]) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = access, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM pg_catalog.pg_roles
                   WHERE rolname = ANY (groups) AND pg_has_role(session_user, oid, 'MEMBER'))
$$;
COMMENT ON FUNCTION access.is_any(text[]) IS 'Whether the signed-in role belongs to any of these group roles.';

CREATE FUNCTION access.my_kinds() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = access, public, pg_temp
AS $$
    SELECT coalesce(array_agg(kind ORDER BY kind), '{}')
    FROM (VALUES ('member',   ARRAY['care_agent', 'operations', 'operations_lead', 'auditor']),
                 ('company',  ARRAY['care_agent', 'operations', 'operations_lead', 'auditor', 'sales']),
                 ('contract', ARRAY['care_agent', 'operations', 'operations_lead', 'auditor']),
                 ('claim',    ARRAY['care_agent', 'operations', 'operations_lead', 'auditor']),
                 ('case',     ARRAY['care_agent', 'operations', 'operations_lead', 'auditor']),
                 ('quote',    ARRAY['sales'])) AS readable (kind, groups)
    WHERE access.is_any(VARIADIC groups)
$$;
COMMENT ON FUNCTION access.my_kinds() IS
    'Kinds of file that the signed-in role may find. Sales sees nothing that says what care a person had.';

REVOKE ALL ON FUNCTION access.my_countries(), access.is_any(text[]), access.my_kinds() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_countries(), access.is_any(text[]), access.my_kinds()
    TO care_agent, operations, operations_lead, sales, auditor, staff_admin;

CREATE TABLE access.installation (
    only_one boolean     NOT NULL DEFAULT true PRIMARY KEY CHECK (only_one),
    id       uuid        NOT NULL DEFAULT gen_random_uuid(),
    sample   boolean     NOT NULL,
    created  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE  access.installation IS 'What this database is: one row, written by the owner when it is first filled.';
COMMENT ON COLUMN access.installation.only_one IS 'Keeps the table at one row.';
COMMENT ON COLUMN access.installation.id IS 'Tells one database from another: remembered tabs belong to a database.';
COMMENT ON COLUMN access.installation.sample IS 'Holds invented people; only then are the sample staff accounts offered.';
COMMENT ON COLUMN access.installation.created IS 'When it was first filled.';

GRANT SELECT ON access.installation TO care_agent, operations, operations_lead, sales, auditor, staff_admin;
