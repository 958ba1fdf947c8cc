-- Names as people type them: without accents, capitals and hyphens. Runs with search_path = es, public.

CREATE FUNCTION mismo_nombre(nombre text, primer_apellido text, otro_nombre text, otro_apellido text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = es, public, pg_temp
AS $$
    SELECT directory.fold(nombre) = directory.fold(otro_nombre) AND directory.fold(primer_apellido) = directory.fold(otro_apellido)
$$;
COMMENT ON FUNCTION mismo_nombre(text, text, text, text) IS 'Whether two people bear the same first names and first surname';

CREATE FUNCTION empieza_por(nombre text, escrito text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = es, public, pg_temp
AS $$
    SELECT strpos(' ' || directory.fold(nombre), ' ' || directory.fold(escrito)) > 0
$$;
COMMENT ON FUNCTION empieza_por(text, text) IS 'Whether a word of the name begins as typed';

REVOKE ALL ON FUNCTION mismo_nombre(text, text, text, text), empieza_por(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mismo_nombre(text, text, text, text), empieza_por(text, text)
    TO care_agent, operations, operations_lead, auditor;

-- Documents are named as everywhere.
SELECT contract.define_kind('ES', 'enrol', ARRAY['enrolmentForm']);
SELECT contract.define_kind('ES', 'option', ARRAY['letter']);
SELECT contract.define_kind('ES', 'dates', ARRAY['letter']);
SELECT contract.define_kind('ES', 'bank', ARRAY['bankDetails']);
