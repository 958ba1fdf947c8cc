-- Many files at once: thousands of claims come in with one file. What is recorded of them is what would be recorded one by one;
-- it only takes few statements.

CREATE FUNCTION audit.open_files(country_ text, kind_ text, references_ text[], purpose_ text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = audit, public, pg_temp
AS $$
DECLARE
    origin_ text := coalesce(current_setting('guichet.origin', true), '');
BEGIN
    INSERT INTO audit.opening (country, kind, reference, what, purpose, origin)
    SELECT country_, kind_, r.reference, 'open', purpose_, origin_
    FROM (SELECT DISTINCT u.reference FROM unnest(references_) AS u (reference) ORDER BY 1) r;
    DELETE FROM audit.open_now o WHERE o.staff = session_user AND o.until <= statement_timestamp();
    INSERT INTO audit.open_now AS o (staff, country, kind, reference, origin, until)
    SELECT session_user, country_, kind_, r.reference, origin_, statement_timestamp() + interval '15 minutes'
    FROM (SELECT DISTINCT u.reference FROM unnest(references_) AS u (reference) ORDER BY 1) r
    ON CONFLICT (staff, country, kind, reference, origin) DO UPDATE SET until = excluded.until;
END
$$;
COMMENT ON FUNCTION audit.open_files(text, text, text[], text) IS
    'Records an opening of each of these files, as open_file does of one. For directory.open_files, which checks the rights first.';

CREATE FUNCTION audit.close_files(country_ text, kind_ text, references_ text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = audit, public, pg_temp
AS $$
    DELETE FROM audit.open_now o
    WHERE o.staff = session_user AND o.country = country_ AND o.kind = kind_ AND o.reference = ANY (references_)
      AND o.origin = coalesce(current_setting('guichet.origin', true), '')
$$;
COMMENT ON FUNCTION audit.close_files(text, text, text[]) IS 'Ends the openings of these files by this window.';

CREATE FUNCTION audit.are_open(country_ text, kind_ text, references_ text[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = audit, public, pg_temp
AS $$
    SELECT NOT EXISTS (
        SELECT FROM unnest(references_) AS u (reference)
        WHERE NOT EXISTS (SELECT FROM audit.open_now o
                          WHERE o.staff = session_user AND o.country = country_ AND o.kind = kind_
                            AND o.reference = u.reference AND o.until > statement_timestamp()
                            AND o.opened_in IS DISTINCT FROM pg_current_xact_id_if_assigned()))
$$;
COMMENT ON FUNCTION audit.are_open(text, text, text[]) IS 'Whether the signed-in role has all of these files open now, as has_open says of one.';

-- Transition tables have no estimate that is worth a nested loop: one row today, ten thousand tomorrow, with the same plan.
CREATE FUNCTION audit.track_rows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = audit, public, pg_temp
    SET enable_nestloop = off
AS $$
DECLARE
    land     text := upper(TG_TABLE_SCHEMA);
    origin_  text := coalesce(current_setting('guichet.origin', true), '');
    guarded_ boolean;
    key1     text := split_part(TG_ARGV[2], ',', 1);
    key2     text := split_part(TG_ARGV[2], ',', 2);
BEGIN
    IF current_setting('guichet.seeding', true) = 'on' AND pg_has_role(session_user, 'guichet_owner', 'MEMBER') THEN
        RETURN NULL;
    END IF;
    SELECT relrowsecurity INTO guarded_ FROM pg_catalog.pg_class WHERE oid = TG_RELID;
    IF TG_OP = 'INSERT' THEN
        INSERT INTO audit.trail (country, kind, reference, version, schema_name, table_name, operation, after, guarded, origin)
        SELECT land, TG_ARGV[0], r.new_row ->> TG_ARGV[1], coalesce((r.new_row ->> 'version')::bigint, 0), TG_TABLE_SCHEMA,
               TG_TABLE_NAME, TG_OP, r.new_row, guarded_, origin_
        FROM (SELECT jsonb_strip_nulls(to_jsonb(n)) AS new_row FROM new_rows n OFFSET 0) r;
        PERFORM audit.tell_rows(land, TG_ARGV[0], array_agg(t.reference), array_agg(t.version), origin_)
        FROM (SELECT r.new_row ->> TG_ARGV[1] AS reference, max(coalesce((r.new_row ->> 'version')::bigint, 0)) AS version
              FROM (SELECT to_jsonb(n) AS new_row FROM new_rows n OFFSET 0) r GROUP BY 1) t;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO audit.trail (country, kind, reference, version, schema_name, table_name, operation, before, guarded, origin)
        SELECT land, TG_ARGV[0], r.old_row ->> TG_ARGV[1], coalesce((r.old_row ->> 'version')::bigint, 0), TG_TABLE_SCHEMA,
               TG_TABLE_NAME, TG_OP, r.old_row, guarded_, origin_
        FROM (SELECT jsonb_strip_nulls(to_jsonb(o)) AS old_row FROM old_rows o OFFSET 0) r;
        PERFORM audit.tell_rows(land, TG_ARGV[0], array_agg(t.reference), array_agg(t.version), origin_)
        FROM (SELECT r.old_row ->> TG_ARGV[1] AS reference, max(coalesce((r.old_row ->> 'version')::bigint, 0)) AS version
              FROM (SELECT to_jsonb(o) AS old_row FROM old_rows o OFFSET 0) r GROUP BY 1) t;
    ELSE
        WITH changed AS (
            SELECT n.new_row ->> TG_ARGV[1] AS reference, coalesce((n.new_row ->> 'version')::bigint, 0) AS version, part.before, part.after
            FROM (SELECT to_jsonb(o) AS old_row FROM old_rows o OFFSET 0) o
            JOIN (SELECT to_jsonb(n) AS new_row FROM new_rows n OFFSET 0) n
                ON n.new_row ->> key1 = o.old_row ->> key1
                AND coalesce(n.new_row ->> key2, '') = coalesce(o.old_row ->> key2, '')
            CROSS JOIN LATERAL (SELECT jsonb_object_agg(c.key, o.old_row -> c.key) AS before, jsonb_object_agg(c.key, c.value) AS after
                                FROM jsonb_each(n.new_row) c WHERE c.value IS DISTINCT FROM o.old_row -> c.key) part
            WHERE part.after IS NOT NULL
        ), written AS (
            INSERT INTO audit.trail (country, kind, reference, version, schema_name, table_name, operation, before, after,
                                     guarded, origin)
            SELECT land, TG_ARGV[0], c.reference, c.version, TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP, c.before, c.after, guarded_, origin_
            FROM changed c
            RETURNING reference, version
        )
        SELECT audit.tell_rows(land, TG_ARGV[0], array_agg(t.reference), array_agg(t.version), origin_) INTO STRICT land
        FROM (SELECT w.reference, max(w.version) AS version FROM written w GROUP BY 1) t;
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION audit.track_rows() IS
    'Trigger of a country''s table, AFTER INSERT, UPDATE or DELETE FOR EACH STATEMENT with transition tables new_rows and old_rows: '
    'audit.track_rows(file kind, column holding the file''s reference, the key''s one or two columns). Writes the trail row for row, '
    'and notifies channel guichet, as track does. The key must be one that no update changes.';

CREATE FUNCTION audit.tell_rows(country_ text, kind_ text, references_ text[], versions bigint[], origin_ text) RETURNS void
    LANGUAGE sql
    SET search_path = audit, public, pg_temp
AS $$
    SELECT count(pg_notify('guichet', jsonb_build_object('country', country_, 'kind', kind_, 'reference', t.reference,
                                                         'version', t.version, 'origin', origin_)::text))
    FROM unnest(references_, versions) AS t (reference, version)
$$;
COMMENT ON FUNCTION audit.tell_rows(text, text, text[], bigint[], text) IS 'Notifies channel guichet of each of these files. For track_rows.';

REVOKE ALL ON FUNCTION audit.open_files(text, text, text[], text), audit.close_files(text, text, text[]),
    audit.are_open(text, text, text[]), audit.track_rows(), audit.tell_rows(text, text, text[], bigint[], text) FROM PUBLIC;
