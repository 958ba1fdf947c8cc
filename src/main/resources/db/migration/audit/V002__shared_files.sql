-- Files that belong to a country but stand in a shared component's schema: an amendment, a case. Their rows say the
-- country in a column of their own.

CREATE OR REPLACE FUNCTION audit.track() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = audit, public, pg_temp
AS $$
DECLARE
    old_row   jsonb;
    new_row   jsonb;
    old_part  jsonb;
    new_part  jsonb;
    land      text;
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
    land := CASE WHEN TG_NARGS > 2 THEN coalesce(new_row, old_row) ->> TG_ARGV[2]
                 WHEN TG_TABLE_SCHEMA ~ '^[a-z]{2}$' THEN upper(TG_TABLE_SCHEMA) END;
    ref := coalesce(new_row, old_row) ->> TG_ARGV[1];
    version_ := coalesce((coalesce(new_row, old_row) ->> 'version')::bigint, 0);
    INSERT INTO audit.trail (country, kind, reference, version, schema_name, table_name, operation, before, after,
                             guarded, origin)
    VALUES (land, TG_ARGV[0], ref, version_, TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP, old_part, new_part,
            (SELECT relrowsecurity FROM pg_catalog.pg_class WHERE oid = TG_RELID), origin_);
    PERFORM pg_notify('guichet', jsonb_build_object('country', land, 'kind', TG_ARGV[0], 'reference', ref,
                                                    'version', version_, 'origin', origin_)::text);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION audit.track() IS
    'Trigger, AFTER INSERT OR UPDATE OR DELETE FOR EACH ROW: audit.track(file kind, column holding the file''s reference '
    '[, column holding its country, for tables outside country schemas]). Writes the trail and notifies channel guichet. '
    'Silent while the owner loads in bulk (guichet.seeding = on).';
