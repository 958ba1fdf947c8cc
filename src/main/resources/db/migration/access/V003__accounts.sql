-- People with an account and no insurance are found by those who find members.

CREATE OR REPLACE FUNCTION access.my_kinds() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = access, public, pg_temp
AS $$
    SELECT coalesce(array_agg(kind ORDER BY kind), '{}')
    FROM (VALUES ('member',   ARRAY['care_agent', 'operations', 'operations_lead', 'auditor']),
                 ('account',  ARRAY['care_agent', 'operations', 'operations_lead', 'auditor']),
                 ('company',  ARRAY['care_agent', 'operations', 'operations_lead', 'auditor', 'sales']),
                 ('contract', ARRAY['care_agent', 'operations', 'operations_lead', 'auditor']),
                 ('claim',    ARRAY['care_agent', 'operations', 'operations_lead', 'auditor']),
                 ('case',     ARRAY['care_agent', 'operations', 'operations_lead', 'auditor']),
                 ('quote',    ARRAY['sales'])) AS readable (kind, groups)
    WHERE access.is_any(VARIADIC groups)
$$;
