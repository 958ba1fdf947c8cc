-- What must be there before any schema migrates: roles, extensions, schemas' owner, and the versions everybody may read.
-- Idempotent: it runs before each migration, as a superuser or as the owner of the database with CREATEROLE.
-- The countries' roles and the schemas themselves are made by FoundationStep: they depend on what is registered.

DO $$
DECLARE
    wanted text;
BEGIN
    -- Roles belong to the whole server: another database of it may have them already.
    FOREACH wanted IN ARRAY ARRAY['guichet_owner', 'care_agent', 'operations', 'operations_lead', 'sales', 'auditor',
                                  'staff_admin']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        END IF;
    END LOOP;
    -- Whoever creates a role may administer it, but not act as it before saying so. A superuser may anyway.
    IF NOT pg_has_role(current_user, 'guichet_owner', 'SET') THEN
        EXECUTE format('GRANT guichet_owner TO %I WITH INHERIT TRUE, SET TRUE', current_user);
    END IF;
END
$$;

CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA IF NOT EXISTS guichet AUTHORIZATION guichet_owner;

SET ROLE guichet_owner;

-- The version of each schema, for staff who may not look into its history themselves: a client compares it with its own.
CREATE OR REPLACE FUNCTION guichet.schema_versions() RETURNS TABLE (schema_name text, version text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT n.nspname
          FROM pg_class c
          JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE c.relname = 'flyway_schema_history' AND pg_get_userbyid(c.relowner) = 'guichet_owner'
         ORDER BY n.nspname
    LOOP
        RETURN QUERY EXECUTE format(
            'SELECT %L::text, (SELECT h.version::text FROM %I.flyway_schema_history h
                                WHERE h.success AND h.version IS NOT NULL
                                ORDER BY h.installed_rank DESC LIMIT 1)', found.nspname, found.nspname);
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION guichet.schema_versions() FROM PUBLIC;
GRANT USAGE ON SCHEMA guichet TO care_agent, operations, operations_lead, sales, auditor, staff_admin;
GRANT EXECUTE ON FUNCTION guichet.schema_versions() TO care_agent, operations, operations_lead, sales, auditor, staff_admin;

RESET ROLE;
