-- Loading in bulk. Publishing entry by entry keeps the index whole at every moment and costs a quarter of a
-- millisecond each, most of it in places all over the b-trees. While the owner loads many people at once nobody can see
-- them yet: then publish only writes the entries, and finish_load makes words, keys and indexes of all of them in one
-- sweep. Both ways end in the same rows.

-- Inlined by PostgreSQL, which functions with a SET clause are not.
CREATE OR REPLACE FUNCTION directory.national_number(international text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    -- ITU-T E.164 assigned country codes: one digit for zones 1 and 7, these of two digits, all others three.
    RETURN ltrim(substr(international, CASE
        WHEN left(international, 1) IN ('1', '7') THEN 2
        WHEN left(international, 2) = ANY ('{20,27,30,31,32,33,34,36,39,40,41,43,44,45,46,47,48,49,51,52,53,54,55,56,57,58,'
            '60,61,62,63,64,65,66,81,82,84,86,90,91,92,93,94,95,98}') THEN 3
        ELSE 4 END), '0');

CREATE FUNCTION directory.compact_key(what text, value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE what
        WHEN 'email' THEN lower(btrim(value))
        WHEN 'phone' THEN CASE WHEN value COLLATE "C" ~ '^\+[1-9][0-9]*$' THEN substr(value, 2)
            ELSE regexp_replace(regexp_replace(value, '[^0-9]', '', 'g'), '^00', '') END
        ELSE CASE WHEN value COLLATE "C" ~ '[^0-9A-Z]' THEN upper(regexp_replace(value, '[^0-9A-Za-z]', '', 'g'))
            ELSE value END END;
COMMENT ON FUNCTION directory.compact_key(text, text) IS
    'An identifier in compact form. What is compact already, as nearly all are in a bulk load, costs one look.';

CREATE OR REPLACE FUNCTION directory.compact_keys(published directory.published_key[]) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path = directory, public, pg_temp
AS $$
    SELECT ARRAY(
        SELECT DISTINCT spelled.what || ':' || spelled.key
        FROM (SELECT p.what, directory.compact_key(p.what, p.value) FROM unnest(published) p
              UNION ALL
              SELECT 'phone_national', directory.national_number(directory.compact_key(p.what, p.value))
              FROM unnest(published) p WHERE p.what = 'phone') AS spelled (what, key)
        WHERE spelled.key <> ''
        ORDER BY 1)
$$;

CREATE FUNCTION directory.write_entries(entries directory.published_entry[]) RETURNS void
    LANGUAGE sql
    SET search_path = directory, public, pg_temp
AS $$
    INSERT INTO directory.entry (country, kind, reference, label, detail, names, birth_date, keys)
    SELECT e.country, e.kind, e.reference, coalesce(e.label, ''), coalesce(e.detail, ''),
           -- Names of plain words need no more than this; all others take the long way.
           CASE WHEN e.folded = '' THEN '  '
                WHEN e.folded COLLATE "C" ~ '[^a-z ]|  |^ | $' THEN ' ' || directory.fold_names(e.names) || ' '
                ELSE ' ' || e.folded || ' ' END,
           e.birth_date,
           CASE WHEN cardinality(e.keys) = 1 AND e.keys[1].what <> 'phone' AND e.keys[1].value <> '' AND e.kind <> 'member'
                     AND directory.compact_key(e.keys[1].what, e.keys[1].value) <> ''
                THEN ARRAY[e.keys[1].what || ':' || directory.compact_key(e.keys[1].what, e.keys[1].value)]
                ELSE ARRAY(
                    SELECT DISTINCT spelled.what || ':' || spelled.key
                    FROM (SELECT p.what, directory.compact_key(p.what, p.value) FROM unnest(e.keys) p
                          UNION ALL
                          SELECT 'phone_national', directory.national_number(directory.compact_key(p.what, p.value))
                          FROM unnest(e.keys) p WHERE p.what = 'phone'
                          UNION ALL
                          SELECT 'member', directory.compact_key('member', e.reference)
                          WHERE e.kind = 'member') AS spelled (what, key)
                    WHERE spelled.key <> ''
                    ORDER BY 1) END
    FROM (SELECT t.country, t.kind, t.reference, t.label, t.detail, t.names, t.birth_date, t.keys,
                 lower(public.unaccent('public.unaccent', coalesce(t.names, ''))) AS folded
          FROM unnest(entries) t OFFSET 0) e
$$;
COMMENT ON FUNCTION directory.write_entries(directory.published_entry[]) IS
    'Appends entries as publish would write them, without looking whether they are there: for begin_load to finish_load.';

ALTER FUNCTION directory.publish(directory.published_entry[]) RENAME TO publish_now;
COMMENT ON FUNCTION directory.publish_now(directory.published_entry[]) IS 'Publishes and keeps the whole index up to date at once.';

CREATE FUNCTION directory.publish(entries directory.published_entry[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
BEGIN
    IF current_setting('guichet.index_later', true) = 'on' AND pg_has_role(session_user, 'guichet_owner', 'MEMBER') THEN
        PERFORM directory.write_entries(entries);
    ELSE
        PERFORM directory.publish_now(entries);
    END IF;
END
$$;
COMMENT ON FUNCTION directory.publish(directory.published_entry[]) IS
    'Makes these files findable as told, or as told anew. Normalises names and keys itself. For the owner: called by the '
    'triggers of the countries, thousands of entries at a time in bulk.';

CREATE FUNCTION directory.begin_load(expected bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
DECLARE
    there bigint;
BEGIN
    LOCK TABLE directory.entry IN SHARE ROW EXCLUSIVE MODE;
    SELECT count(*) INTO there FROM directory.entry;
    -- Making all indexes anew costs what is there as much as what comes.
    IF expected < 1000 OR expected < there THEN
        RETURN false;
    END IF;
    IF there = 0 THEN
        -- In a table emptied in the same transaction nothing has to be logged but the files themselves.
        TRUNCATE directory.entry, directory.entry_word, directory.entry_key;
    END IF;
    ALTER TABLE directory.entry DROP CONSTRAINT entry_country_kind_reference_key;
    DROP INDEX directory.entry_birth, directory.entry_member_names;
    PERFORM set_config('guichet.index_later', 'on', true),
            set_config('guichet.index_first', (SELECT coalesce(max(id), 0)::text FROM directory.entry), true);
    RETURN true;
END
$$;
COMMENT ON FUNCTION directory.begin_load(bigint) IS
    'Puts the index off until finish_load, in this transaction: about so many entries will be published. False, and '
    'nothing is put off, when too few come for it to pay. For the owner.';

CREATE FUNCTION directory.finish_entries() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
    SET maintenance_work_mem = '512MB' SET work_mem = '256MB'
AS $$
DECLARE
    twice bigint[];
    gone  directory.entry[];
BEGIN
    ANALYZE directory.entry;
    -- A file that was published twice is as it was told last. By hash first: there are hardly any.
    SELECT array_agg(older.id) INTO twice
    FROM (SELECT e.id, row_number() OVER (PARTITION BY e.country, e.kind, e.reference ORDER BY e.id DESC) AS place
          FROM directory.entry e
          WHERE hashtextextended(e.country || e.kind || e.reference, 0) IN (
              SELECT hashtextextended(s.country || s.kind || s.reference, 0) FROM directory.entry s
              GROUP BY 1 HAVING count(*) > 1)) older
    WHERE older.place > 1;
    IF twice IS NOT NULL THEN
        SELECT array_agg(e::directory.entry) INTO gone FROM directory.entry e
        WHERE e.id = ANY (twice) AND e.id <= current_setting('guichet.index_first')::bigint;
        IF gone IS NOT NULL THEN
            PERFORM directory.forget(gone);
        END IF;
        DELETE FROM directory.entry e WHERE e.id = ANY (twice);
    END IF;
    ALTER TABLE directory.entry ADD CONSTRAINT entry_country_kind_reference_key UNIQUE (country, kind, reference);
    CREATE INDEX entry_birth ON directory.entry (birth_date) WHERE birth_date IS NOT NULL;
    CREATE INDEX entry_member_names ON directory.entry (country, names COLLATE "C", id) WHERE kind = 'member';
END
$$;
COMMENT ON FUNCTION directory.finish_entries() IS 'First of three steps that end a load: each file once, with its indexes.';

CREATE FUNCTION directory.take_place(fresh regclass, place regclass) RETURNS void
    LANGUAGE plpgsql
    SET search_path = directory, public, pg_temp
AS $$
DECLARE
    name_   text := (SELECT relname FROM pg_catalog.pg_class WHERE oid = place);
    comment record;
BEGIN
    EXECUTE format('COMMENT ON TABLE %s IS %L', fresh, obj_description(place, 'pg_class'));
    FOR comment IN SELECT attname, col_description(place, attnum) AS says FROM pg_catalog.pg_attribute
                   WHERE attrelid = place AND attnum > 0 AND NOT attisdropped LOOP
        EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', fresh, comment.attname, comment.says);
    END LOOP;
    EXECUTE format('DROP TABLE %s', place);
    EXECUTE format('ALTER TABLE %s RENAME TO %I', fresh, name_);
END
$$;
COMMENT ON FUNCTION directory.take_place(regclass, regclass) IS
    'Puts a table that was written in one sweep in the place of another of the same columns, comments and name.';

CREATE FUNCTION directory.finish_words() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
    SET maintenance_work_mem = '512MB' SET work_mem = '64MB' SET min_parallel_table_scan_size = '1MB'
AS $$
DECLARE
    first_ bigint := current_setting('guichet.index_first')::bigint;
BEGIN
    -- CREATE TABLE AS works in parallel, INSERT does not.
    EXECUTE format('CREATE TABLE directory.entry_word_loaded AS
        SELECT e.country, e.kind, t.turned COLLATE "C" AS turned, e.id AS entry
        FROM directory.entry e, LATERAL (SELECT DISTINCT w FROM directory.turned(e.names) w) AS t (turned)
        WHERE e.id > %s AND e.names <> ''  '' AND t.turned <> '' ''', first_);
    IF first_ > 0 THEN
        INSERT INTO directory.entry_word_loaded SELECT * FROM directory.entry_word;
    END IF;
    PERFORM directory.take_place('directory.entry_word_loaded', 'directory.entry_word');
    ALTER TABLE directory.entry_word ADD PRIMARY KEY (country, kind, turned, entry);

    WITH spoken AS (
        SELECT DISTINCT w COLLATE "C" AS word
        FROM directory.entry e, LATERAL string_to_table(btrim(e.names), ' ') w
        WHERE e.id > first_ AND w ~ '^[^0-9]{2,30}$'
    ), learnt AS (
        INSERT INTO directory.word (word)
        SELECT s.word FROM spoken s
        WHERE NOT EXISTS (SELECT FROM directory.word known WHERE known.word = s.word)
        ORDER BY s.word
        ON CONFLICT DO NOTHING
        RETURNING word)
    INSERT INTO directory.misspelling (spelling, word)
    SELECT m, l.word FROM learnt l, LATERAL directory.misspelled(l.word) m
    WHERE length(l.word) >= 4
    ON CONFLICT DO NOTHING;
END
$$;
COMMENT ON FUNCTION directory.finish_words() IS 'Second of three steps that end a load: names and their words.';

CREATE FUNCTION directory.finish_keys() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
    SET maintenance_work_mem = '512MB' SET min_parallel_table_scan_size = '1MB'
AS $$
DECLARE
    first_ bigint := current_setting('guichet.index_first')::bigint;
BEGIN
    EXECUTE format('CREATE TABLE directory.entry_key_loaded AS
        SELECT e.country, e.kind, substr(k, strpos(k, '':'') + 1) COLLATE "C" AS key, split_part(k, '':'', 1) AS what, e.id AS entry
        FROM directory.entry e, LATERAL unnest(e.keys) k
        WHERE e.id > %s', first_);
    IF first_ > 0 THEN
        INSERT INTO directory.entry_key_loaded SELECT * FROM directory.entry_key;
    END IF;
    PERFORM directory.take_place('directory.entry_key_loaded', 'directory.entry_key');
    ALTER TABLE directory.entry_key ADD PRIMARY KEY (country, kind, key, what, entry);
    CREATE INDEX entry_key_end ON directory.entry_key (country, kind, reverse(key) COLLATE "C") WHERE what IN ('phone', 'iban');
    PERFORM set_config('guichet.index_later', 'off', true);
END
$$;
COMMENT ON FUNCTION directory.finish_keys() IS 'Last of three steps that end a load: identifiers. Publishing is then as always.';

REVOKE ALL ON FUNCTION directory.national_number(text), directory.compact_key(text, text),
    directory.write_entries(directory.published_entry[]), directory.publish_now(directory.published_entry[]),
    directory.publish(directory.published_entry[]), directory.begin_load(bigint), directory.finish_entries(),
    directory.take_place(regclass, regclass), directory.finish_words(), directory.finish_keys() FROM PUBLIC;
