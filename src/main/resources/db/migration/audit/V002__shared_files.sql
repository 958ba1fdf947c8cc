-- Files that belong to a country but stand in a shared component's schema: an amendment, a case. Their rows say the
-- country in a column of their own, and where one table serves several kinds of file, the kind too.

CREATE OR REPLACE FUNCTION audit.track() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = audit, public, pg_temp
AS $$
DECLARE
    old_row   jsonb;
    new_row   jsonb;
    any_row   jsonb;
    old_part  jsonb;
    new_part  jsonb;
    land      text;
    kind_     text;
    ref       text;
    version_  bigint;
    origin_   text := coalesce(current_setting('guichet.origin', true), '');
BEGIN
    IF current_setting('guichet.seeding', true) = 'on' AND pg_has_role(session_user, 'guichet_owner', 'MEMBER') THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        old_row := to_jsonb(OLD);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        new_row := to_jsonb(NEW);
    END IF;
    IF TG_OP = 'UPDATE' THEN
        SELECT jsonb_object_agg(n.key, old_row -> n.key), jsonb_object_agg(n.key, n.value)
        INTO old_part, new_part
        FROM jsonb_each(new_row) n
        WHERE n.value IS DISTINCT FROM old_row -> n.key;
        IF new_part IS NULL THEN
            RETURN NULL;
        END IF;
    ELSE
        old_part := jsonb_strip_nulls(old_row);
        new_part := jsonb_strip_nulls(new_row);
    END IF;
    any_row := coalesce(new_row, old_row);
    land := CASE WHEN TG_NARGS > 2 THEN any_row ->> TG_ARGV[2]
                 WHEN TG_TABLE_SCHEMA ~ '^[a-z]{2}$' THEN upper(TG_TABLE_SCHEMA) END;
    kind_ := CASE WHEN TG_NARGS > 3 THEN any_row ->> TG_ARGV[3] ELSE TG_ARGV[0] END;
    ref := any_row ->> TG_ARGV[1];
    version_ := coalesce((any_row ->> 'version')::bigint, 0);
    INSERT INTO audit.trail (country, kind, reference, version, schema_name, table_name, operation, before, after,
                             guarded, origin)
    VALUES (land, kind_, ref, version_, TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP, old_part, new_part,
            (SELECT relrowsecurity FROM pg_catalog.pg_class WHERE oid = TG_RELID), origin_);
    PERFORM pg_notify('guichet', jsonb_build_object('country', land, 'kind', kind_, 'reference', ref,
                                                    'version', version_, 'origin', origin_)::text);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION audit.track() IS
    'Trigger, AFTER INSERT OR UPDATE OR DELETE FOR EACH ROW: audit.track(file kind, column holding the file''s reference '
    '[, column holding its country, for tables outside country schemas [, column holding its kind, for tables of several '
    'kinds: the first argument is then not used]]). Writes the trail and notifies channel guichet. Silent while the owner '
    'loads in bulk (guichet.seeding = on).';
