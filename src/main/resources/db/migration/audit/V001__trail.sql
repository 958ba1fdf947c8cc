-- The trail: every write, and every opening of a file, attributable and beyond the reach of its author. Staff hold no
-- grant on these tables; the functions below write them with the owner's rights and always for session_user.

GRANT USAGE ON SCHEMA audit TO care_agent, operations, operations_lead, sales, auditor, staff_admin;

CREATE TABLE audit.trail (
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    staff       text        NOT NULL DEFAULT session_user,
    country     text        CHECK (country ~ '^[A-Z]{2}$'),
    kind        text        NOT NULL,
    reference   text        NOT NULL,
    version     bigint      NOT NULL,
    schema_name text        NOT NULL,
    table_name  text        NOT NULL,
    operation   text        NOT NULL CHECK (operation IN ('INSERT', 'UPDATE', 'DELETE', 'LOAD')),
    before      jsonb,
    after       jsonb,
    guarded     boolean     NOT NULL DEFAULT false,
    origin      text        NOT NULL DEFAULT '',
    PRIMARY KEY (at, id)
) PARTITION BY RANGE (at);
COMMENT ON TABLE  audit.trail IS 'One line for each row that a write changed. Append-only, one partition a month.';
COMMENT ON COLUMN audit.trail.id IS 'Order of writing.';
COMMENT ON COLUMN audit.trail.at IS 'When the row was written.';
COMMENT ON COLUMN audit.trail.staff IS 'The role that signed in.';
COMMENT ON COLUMN audit.trail.country IS 'Country of the file; null outside country schemas.';
COMMENT ON COLUMN audit.trail.kind IS 'Kind of the file that the row belongs to: member, company, contract, claim.';
COMMENT ON COLUMN audit.trail.reference IS 'The country''s key of that file.';
COMMENT ON COLUMN audit.trail.version IS 'Version of the file after the write; 0 for tables without one.';
COMMENT ON COLUMN audit.trail.schema_name IS 'Where the row stands.';
COMMENT ON COLUMN audit.trail.table_name IS 'Where the row stands.';
COMMENT ON COLUMN audit.trail.operation IS 'What was done; LOAD is one line for a whole bulk load.';
COMMENT ON COLUMN audit.trail.before IS 'Update: the changed columns as they were. Delete: the row.';
COMMENT ON COLUMN audit.trail.after IS 'Update: the changed columns as they became. Insert: the row.';
COMMENT ON COLUMN audit.trail.guarded IS 'The table had row-level security (health data): readable only while the file is open.';
COMMENT ON COLUMN audit.trail.origin IS 'The window that wrote.';

CREATE INDEX trail_file ON audit.trail (country, kind, reference, version DESC, id DESC);

CREATE TABLE audit.trail_default PARTITION OF audit.trail DEFAULT;
COMMENT ON TABLE audit.trail_default IS 'Catches what no month was made for, so that no write ever fails for want of a partition.';

CREATE TABLE audit.opening (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    staff     text        NOT NULL DEFAULT session_user,
    country   text        NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    kind      text        NOT NULL,
    reference text        NOT NULL,
    what      text        NOT NULL CHECK (what IN ('open', 'reveal')),
    purpose   text        CHECK (purpose <> ''),
    field     text        CHECK (field <> ''),
    origin    text        NOT NULL DEFAULT '',
    CHECK ((what = 'open') = (purpose IS NOT NULL)),
    CHECK ((what = 'reveal') = (field IS NOT NULL))
);
COMMENT ON TABLE  audit.opening IS 'Who opened which file and why, and who made a masked field readable. Append-only.';
COMMENT ON COLUMN audit.opening.id IS 'Order of writing.';
COMMENT ON COLUMN audit.opening.at IS 'When.';
COMMENT ON COLUMN audit.opening.staff IS 'The role that signed in.';
COMMENT ON COLUMN audit.opening.country IS 'Country of the file.';
COMMENT ON COLUMN audit.opening.kind IS 'Kind of the file.';
COMMENT ON COLUMN audit.opening.reference IS 'The country''s key of the file.';
COMMENT ON COLUMN audit.opening.what IS 'open: the file; reveal: one masked field of it.';
COMMENT ON COLUMN audit.opening.purpose IS 'Why it was opened: call, letter, check …';
COMMENT ON COLUMN audit.opening.field IS 'The field that was made readable.';
COMMENT ON COLUMN audit.opening.origin IS 'The window.';

CREATE INDEX opening_file ON audit.opening (country, kind, reference, at DESC);
CREATE INDEX opening_staff ON audit.opening (staff, at DESC);

CREATE TABLE audit.open_now (
    staff     text        NOT NULL,
    country   text        NOT NULL,
    kind      text        NOT NULL,
    reference text        NOT NULL,
    origin    text        NOT NULL,
    until     timestamptz NOT NULL,
    opened_in xid8        NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (staff, country, kind, reference, origin)
);
COMMENT ON TABLE  audit.open_now IS 'Files open on somebody''s screen. Row-level security of health data looks here.';
COMMENT ON COLUMN audit.open_now.staff IS 'Who has it open.';
COMMENT ON COLUMN audit.open_now.country IS 'Country of the file.';
COMMENT ON COLUMN audit.open_now.kind IS 'Kind of the file.';
COMMENT ON COLUMN audit.open_now.reference IS 'The country''s key of the file.';
COMMENT ON COLUMN audit.open_now.origin IS 'In which window: closing it in one leaves it open in another.';
COMMENT ON COLUMN audit.open_now.until IS 'When the opening runs out unless the window asks again.';
COMMENT ON COLUMN audit.open_now.opened_in IS 'The transaction that opened it: what it may still roll back opens nothing.';

-- Nobody rewrites the past, not even the owner by mistake. Retention drops whole months.
CREATE FUNCTION audit.refuse() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = audit, public, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION 'the trail is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
COMMENT ON FUNCTION audit.refuse() IS 'Keeps trail and openings append-only.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.trail FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON audit.trail FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.opening FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON audit.opening FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE FUNCTION audit.ensure_partitions(months_ahead integer DEFAULT 12) RETURNS integer
    LANGUAGE plpgsql
    SET search_path = audit, public, pg_temp
    SET timezone = 'UTC'
AS $$
DECLARE
    first_day date;
    made integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('audit.ensure_partitions'));
    FOR month IN 0..months_ahead LOOP
        first_day := (date_trunc('month', now()) + make_interval(months => month))::date;
        CONTINUE WHEN to_regclass(format('audit.trail_%s', to_char(first_day, 'YYYY_MM'))) IS NOT NULL;
        -- Rows already caught by the default partition stay there: the month's own partition would refuse them.
        CONTINUE WHEN EXISTS (SELECT FROM audit.trail_default
                              WHERE at >= first_day AND at < first_day + interval '1 month');
        EXECUTE format('CREATE TABLE audit.trail_%s PARTITION OF audit.trail FOR VALUES FROM (%L) TO (%L)',
                       to_char(first_day, 'YYYY_MM'), first_day::timestamptz,
                       (first_day + interval '1 month')::timestamptz);
        made := made + 1;
    END LOOP;
    RETURN made;
END
$$;
COMMENT ON FUNCTION audit.ensure_partitions(integer) IS
    'Makes the partitions of this month and the coming ones; run by the owner after every migration. Returns how many it made.';

CREATE FUNCTION audit.track() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = audit, public, pg_temp
AS $$
DECLARE
    old_row   jsonb;
    new_row   jsonb;
    old_part  jsonb;
    new_part  jsonb;
    land      text := CASE WHEN TG_TABLE_SCHEMA ~ '^[a-z]{2}$' THEN upper(TG_TABLE_SCHEMA) END;
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
    'Trigger, AFTER INSERT OR UPDATE OR DELETE FOR EACH ROW: audit.track(file kind, column holding the file''s reference). '
    'Writes the trail and notifies channel guichet. Silent while the owner loads in bulk (guichet.seeding = on).';

CREATE FUNCTION audit.raise_version() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = audit, public, pg_temp
AS $$
BEGIN
    -- A version that stays or falls back would let a stale form be saved over what is written here.
    IF NEW.version <= OLD.version AND NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER') THEN
        RAISE EXCEPTION 'a write raises the version' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION audit.raise_version() IS
    'Trigger, BEFORE UPDATE FOR EACH ROW, for tables that staff write: refuses an update that does not raise version.';

CREATE FUNCTION audit.record_load(country_ text, table_name_ text, rows_ bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = audit, public, pg_temp
AS $$
    INSERT INTO audit.trail (country, kind, reference, version, schema_name, table_name, operation, after)
    VALUES (country_, 'load', '*', 0, lower(country_), table_name_, 'LOAD', jsonb_build_object('rows', rows_))
$$;
COMMENT ON FUNCTION audit.record_load(text, text, bigint) IS 'One line for a bulk load that the triggers stayed silent about. For the owner.';

CREATE FUNCTION audit.has_open(country_ text, kind_ text, reference_ text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path = audit, public, pg_temp
AS $$
    -- Not within the transaction that opens: who opened, read and rolled back would leave no record of it.
    SELECT EXISTS (SELECT FROM audit.open_now o
                   WHERE o.staff = session_user AND o.country = country_ AND o.kind = kind_
                     AND o.reference = reference_ AND o.until > statement_timestamp()
                     AND o.opened_in IS DISTINCT FROM pg_current_xact_id_if_assigned())
$$;
COMMENT ON FUNCTION audit.has_open(text, text, text) IS
    'Whether the signed-in role has this file open now, by an opening whose record is committed.';

CREATE FUNCTION audit.open_file(country_ text, kind_ text, reference_ text, purpose_ text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = audit, public, pg_temp
AS $$
DECLARE
    origin_ text := coalesce(current_setting('guichet.origin', true), '');
BEGIN
    INSERT INTO audit.opening (country, kind, reference, what, purpose, origin)
    VALUES (country_, kind_, reference_, 'open', purpose_, origin_);
    DELETE FROM audit.open_now o WHERE o.staff = session_user AND o.until <= statement_timestamp();
    INSERT INTO audit.open_now AS o (staff, country, kind, reference, origin, until)
    VALUES (session_user, country_, kind_, reference_, origin_, statement_timestamp() + interval '15 minutes')
    ON CONFLICT (staff, country, kind, reference, origin) DO UPDATE SET until = excluded.until;
END
$$;
COMMENT ON FUNCTION audit.open_file(text, text, text, text) IS
    'Records an opening and lets it last 15 minutes from its commit on. For directory.open_file, which checks the rights first.';

CREATE FUNCTION audit.keep_open(country_ text, kind_ text, reference_ text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = audit, public, pg_temp
AS $$
BEGIN
    UPDATE audit.open_now o SET until = statement_timestamp() + interval '15 minutes'
    WHERE o.staff = session_user AND o.country = country_ AND o.kind = kind_ AND o.reference = reference_
      AND o.origin = coalesce(current_setting('guichet.origin', true), '') AND o.until > statement_timestamp();
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION audit.keep_open(text, text, text) IS 'Lets an opening of this window last on; false when it has run out.';

CREATE FUNCTION audit.close_file(country_ text, kind_ text, reference_ text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = audit, public, pg_temp
AS $$
    DELETE FROM audit.open_now o
    WHERE o.staff = session_user AND o.country = country_ AND o.kind = kind_ AND o.reference = reference_
      AND o.origin = coalesce(current_setting('guichet.origin', true), '')
$$;
COMMENT ON FUNCTION audit.close_file(text, text, text) IS 'Ends an opening of this window.';

CREATE FUNCTION audit.record_reveal(country_ text, kind_ text, reference_ text, field_ text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = audit, public, pg_temp
AS $$
    INSERT INTO audit.opening (country, kind, reference, what, field, origin)
    VALUES (country_, kind_, reference_, 'reveal', field_, coalesce(current_setting('guichet.origin', true), ''))
$$;
COMMENT ON FUNCTION audit.record_reveal(text, text, text, text) IS
    'Records that a masked field was made readable. For directory.record_reveal, which checks that the file is open.';

CREATE FUNCTION audit.changes_of(country_ text, kind_ text, reference_ text, after_version bigint, max_rows integer)
    RETURNS TABLE (at timestamptz, staff text, source text, before text, after text, version bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = audit, public, pg_temp
AS $$
    SELECT line.at, line.staff, line.table_name || '.' || changed.name, line.before ->> changed.name,
           line.after ->> changed.name, line.version
    FROM (SELECT t.*
          FROM audit.trail t
          WHERE t.country = country_ AND t.kind = kind_ AND t.reference = reference_ AND t.version > after_version
            AND country_ = ANY ((SELECT access.my_countries())::text[])
            AND kind_ = ANY ((SELECT access.my_kinds())::text[])
            AND (NOT t.guarded OR (SELECT audit.has_open(country_, kind_, reference_)))
          ORDER BY t.version DESC, t.id DESC
          LIMIT max_rows) line
    CROSS JOIN LATERAL (SELECT jsonb_object_keys(coalesce(line.after, line.before)) AS name) changed
    WHERE changed.name <> 'version'
    ORDER BY line.version DESC, line.id DESC, changed.name
    LIMIT max_rows
$$;
COMMENT ON FUNCTION audit.changes_of(text, text, text, bigint, integer) IS
    'Column by column what made versions above after_version, newest first; nothing for files that the role may not '
    'find, and nothing of health data unless the file is open.';

REVOKE ALL ON FUNCTION audit.refuse(), audit.ensure_partitions(integer), audit.track(), audit.raise_version(),
    audit.record_load(text, text, bigint), audit.has_open(text, text, text),
    audit.open_file(text, text, text, text), audit.keep_open(text, text, text), audit.close_file(text, text, text),
    audit.record_reveal(text, text, text, text), audit.changes_of(text, text, text, bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.changes_of(text, text, text, bigint, integer), audit.has_open(text, text, text)
    TO care_agent, operations, operations_lead, sales, auditor, staff_admin;

-- Auditors read the trail of their countries; health data in it only while they have the file open, like anybody.
ALTER TABLE audit.trail ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_country ON audit.trail FOR SELECT TO auditor
    USING ((country IS NULL OR country = ANY ((SELECT access.my_countries())::text[]))
           AND (NOT guarded OR audit.has_open(country, kind, reference)));
ALTER TABLE audit.opening ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_country ON audit.opening FOR SELECT TO auditor
    USING (country = ANY ((SELECT access.my_countries())::text[]));
GRANT SELECT ON audit.trail, audit.opening TO auditor;
