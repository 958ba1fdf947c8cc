-- The same trail and the same answers, for less: each row is read once.

CREATE OR REPLACE FUNCTION audit.are_open(country_ text, kind_ text, references_ text[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = audit, public, pg_temp
AS $$
    SELECT (SELECT count(DISTINCT o.reference) FROM audit.open_now o
            WHERE o.staff = session_user AND o.country = country_ AND o.kind = kind_ AND o.reference = ANY (references_)
              AND o.until > statement_timestamp() AND o.opened_in IS DISTINCT FROM pg_current_xact_id_if_assigned())
         = (SELECT count(DISTINCT u.reference) FROM unnest(references_) AS u (reference))
$$;

CREATE OR REPLACE FUNCTION audit.track_rows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = audit, public, pg_temp
    SET enable_nestloop = off SET enable_hashjoin = on SET jit = off
AS $$
DECLARE
    land     text := upper(TG_TABLE_SCHEMA);
    kind_    text := TG_ARGV[0];
    column_  text := TG_ARGV[1];
    key1     text := split_part(TG_ARGV[2], ',', 1);
    key2     text := nullif(split_part(TG_ARGV[2], ',', 2), '');
    origin_  text := coalesce(current_setting('guichet.origin', true), '');
    guarded_ boolean;
    told     text[];
    versions bigint[];
    names    text[];
    numbered boolean;
    changes  text;
    pairs    text;
    ways     bigint[];
    befores  text;
    afters   text;
BEGIN
    IF current_setting('guichet.seeding', true) = 'on' AND pg_has_role(session_user, 'guichet_owner', 'MEMBER') THEN
        RETURN NULL;
    END IF;
    SELECT relrowsecurity INTO guarded_ FROM pg_catalog.pg_class WHERE oid = TG_RELID;
    IF TG_OP = 'INSERT' THEN
        WITH written AS (
            INSERT INTO audit.trail (country, kind, reference, version, schema_name, table_name, operation, after, guarded, origin)
            SELECT land, kind_, r.new_row ->> column_, coalesce((r.new_row ->> 'version')::bigint, 0), TG_TABLE_SCHEMA,
                   TG_TABLE_NAME, TG_OP, r.new_row, guarded_, origin_
            FROM (SELECT jsonb_strip_nulls(to_jsonb(n)) AS new_row FROM new_rows n OFFSET 0) r
            RETURNING reference, version
        )
        SELECT array_agg(t.reference), array_agg(t.version) INTO told, versions
        FROM (SELECT w.reference, max(w.version) AS version FROM written w GROUP BY 1) t;
    ELSIF TG_OP = 'DELETE' THEN
        WITH written AS (
            INSERT INTO audit.trail (country, kind, reference, version, schema_name, table_name, operation, before, guarded, origin)
            SELECT land, kind_, r.old_row ->> column_, coalesce((r.old_row ->> 'version')::bigint, 0), TG_TABLE_SCHEMA,
                   TG_TABLE_NAME, TG_OP, r.old_row, guarded_, origin_
            FROM (SELECT jsonb_strip_nulls(to_jsonb(o)) AS old_row FROM old_rows o OFFSET 0) r
            RETURNING reference, version
        )
        SELECT array_agg(t.reference), array_agg(t.version) INTO told, versions
        FROM (SELECT w.reference, max(w.version) AS version FROM written w GROUP BY 1) t;
    ELSIF (SELECT count(*) FROM (SELECT FROM new_rows LIMIT 50) few) = 50 THEN
        -- Many rows change in few ways: each way is a set of columns, one bit for each, and has an expression of its own.
        SELECT array_agg(a.attname ORDER BY a.attnum), bool_or(a.attname = 'version'),
               string_agg(format(CASE WHEN a.atttypid = 'json'::regtype THEN '((n.%1$I::text IS DISTINCT FROM o.%1$I::text)::int::bigint << %2$s)'
                                      ELSE '((n.%1$I IS DISTINCT FROM o.%1$I)::int::bigint << %2$s)' END, a.attname, a.place), ' | ')
        INTO names, numbered, changes
        FROM (SELECT c.attname::text AS attname, c.atttypid, c.attnum, row_number() OVER (ORDER BY c.attnum) - 1 AS place
              FROM pg_catalog.pg_attribute c WHERE c.attrelid = TG_RELID AND c.attnum > 0 AND NOT c.attisdropped) a;
        pairs := format('new_rows n JOIN old_rows o ON n.%1$I = o.%1$I%2$s CROSS JOIN LATERAL (SELECT %3$s OFFSET 0) AS w (way)', key1,
                        CASE WHEN key2 IS NULL THEN '' ELSE format(' AND n.%1$I = o.%1$I', key2) END, changes);
        EXECUTE format('SELECT array_agg(DISTINCT w.way) FROM %s WHERE w.way <> 0', pairs) INTO ways;
        SELECT string_agg(format('WHEN %s THEN jsonb_build_object(%s)', v.way, v.before), ' '),
               string_agg(format('WHEN %s THEN jsonb_build_object(%s)', v.way, v.after), ' ')
        INTO befores, afters
        FROM (SELECT u.way, string_agg(format('%1$L, o.%1$I', c.name), ', ') AS before, string_agg(format('%1$L, n.%1$I', c.name), ', ') AS after
              FROM unnest(ways) AS u (way) JOIN unnest(names) WITH ORDINALITY AS c (name, place) ON (u.way >> (c.place - 1)::int) & 1 = 1
              GROUP BY u.way) v;
        IF ways IS NOT NULL THEN
            EXECUTE format($sql$
                WITH written AS (
                    INSERT INTO audit.trail (country, kind, reference, version, schema_name, table_name, operation, before, after,
                                             guarded, origin)
                    SELECT $1, $2, n.%1$I::text, %2$s, $3, $4, 'UPDATE', CASE w.way %3$s END, CASE w.way %4$s END, $5, $6
                    FROM %5$s WHERE w.way <> 0
                    RETURNING reference, version
                )
                SELECT array_agg(t.reference), array_agg(t.version)
                FROM (SELECT w.reference, max(w.version) AS version FROM written w GROUP BY 1) t$sql$,
                column_, CASE WHEN numbered THEN 'n.version' ELSE '0::bigint' END, befores, afters, pairs)
            INTO told, versions USING land, kind_, TG_TABLE_SCHEMA, TG_TABLE_NAME, guarded_, origin_;
        END IF;
    ELSE
        WITH changed AS (
            SELECT n.new_row ->> column_ AS reference, coalesce((n.new_row ->> 'version')::bigint, 0) AS version, part.before, part.after
            FROM (SELECT r.old_row, r.old_row ->> key1 AS key1, coalesce(r.old_row ->> key2, '') AS key2
                  FROM (SELECT to_jsonb(o) AS old_row FROM old_rows o OFFSET 0) r OFFSET 0) o
            JOIN (SELECT r.new_row, r.new_row ->> key1 AS key1, coalesce(r.new_row ->> key2, '') AS key2
                  FROM (SELECT to_jsonb(n) AS new_row FROM new_rows n OFFSET 0) r OFFSET 0) n ON n.key1 = o.key1 AND n.key2 = o.key2
            CROSS JOIN LATERAL (SELECT jsonb_object_agg(c.key, o.old_row -> c.key) AS before, jsonb_object_agg(c.key, c.value) AS after
                                FROM jsonb_each(n.new_row) c WHERE c.value IS DISTINCT FROM o.old_row -> c.key) part
            WHERE part.after IS NOT NULL
        ), written AS (
            INSERT INTO audit.trail (country, kind, reference, version, schema_name, table_name, operation, before, after,
                                     guarded, origin)
            SELECT land, kind_, c.reference, c.version, TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP, c.before, c.after, guarded_, origin_
            FROM changed c
            RETURNING reference, version
        )
        SELECT array_agg(t.reference), array_agg(t.version) INTO told, versions
        FROM (SELECT w.reference, max(w.version) AS version FROM written w GROUP BY 1) t;
    END IF;
    IF told IS NOT NULL THEN
        PERFORM audit.tell_rows(land, kind_, told, versions, origin_);
    END IF;
    RETURN NULL;
END
$$;
