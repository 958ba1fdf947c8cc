-- The one search index over all countries and kinds of file. Countries publish to it from statement-level AFTER
-- triggers, in the transaction that changes their own tables. Such a trigger function is SECURITY DEFINER, because
-- publish and withdraw are for the owner alone:
--
--   CREATE FUNCTION xx.publish_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
--       SET search_path = xx, public, pg_temp AS $$
--   BEGIN
--       PERFORM directory.publish(array_agg(ROW('XX', 'member', p.number::text, …)::directory.published_entry))
--       FROM changed p;
--       RETURN NULL;
--   END $$;
--   CREATE TRIGGER publish_insert AFTER INSERT ON xx.person REFERENCING NEW TABLE AS changed
--       FOR EACH STATEMENT EXECUTE FUNCTION xx.publish_person();
--
-- How it finds. A name is indexed once for each of its words, turned round so that this word comes first ("garcia lopez
-- elodie", "lopez elodie garcia", "elodie garcia lopez"): any word or beginning of one is then a range of a plain
-- b-tree, read in order, and the other words are tested on the index entry itself. Short common beginnings cost what
-- is shown, not what matches. Misspellings are looked up among the distinct words of all names, which are few,
-- and only then among the entries. Identifiers are exact keys, ranges of keys, or ranges of reversed keys.

GRANT USAGE ON SCHEMA directory TO care_agent, operations, operations_lead, sales, auditor, staff_admin;

CREATE TYPE directory.published_key AS (what text, value text);
COMMENT ON TYPE directory.published_key IS
    'An identifier as the country writes it: national_id, email, phone, iban, contract, claim, company. A member''s own number comes by itself.';

CREATE TYPE directory.published_entry AS (
    country text, kind text, reference text, label text, detail text, names text, birth_date date,
    keys directory.published_key[]
);
COMMENT ON TYPE directory.published_entry IS
    'What a country tells about one file: label and detail are shown, names and keys are searched.';

CREATE TABLE directory.entry (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    country    text   NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    kind       text   NOT NULL CHECK (kind IN ('member', 'company', 'contract', 'claim', 'case', 'quote')),
    reference  text   NOT NULL CHECK (reference <> ''),
    label      text   NOT NULL,
    detail     text   NOT NULL,
    names      text   NOT NULL,
    birth_date date,
    keys       text[] NOT NULL,
    UNIQUE (country, kind, reference)
);
COMMENT ON TABLE  directory.entry IS 'One row for each file that can be found. Holds no fact of a country: only what finds and names a file.';
COMMENT ON COLUMN directory.entry.id IS 'Names the row in the index tables; never shown.';
COMMENT ON COLUMN directory.entry.country IS 'Country, two upper-case letters.';
COMMENT ON COLUMN directory.entry.kind IS 'What the file is about.';
COMMENT ON COLUMN directory.entry.reference IS 'The country''s own key of the file.';
COMMENT ON COLUMN directory.entry.label IS 'The name people call it by.';
COMMENT ON COLUMN directory.entry.detail IS 'A second line: city, employer.';
COMMENT ON COLUMN directory.entry.names IS 'Searched words without accents and capitals, with a space before and after each.';
COMMENT ON COLUMN directory.entry.birth_date IS 'Of a person.';
COMMENT ON COLUMN directory.entry.keys IS 'what:key for each identifier, as in entry_key.';

CREATE INDEX entry_birth ON directory.entry (birth_date) WHERE birth_date IS NOT NULL;

-- No foreign keys to entry: publish and withdraw are the only writers, and a check for each row would halve the speed
-- of a bulk load.
CREATE TABLE directory.entry_word (
    country text   NOT NULL,
    kind    text   NOT NULL,
    turned  text   NOT NULL COLLATE "C",
    entry   bigint NOT NULL,
    PRIMARY KEY (country, kind, turned, entry)
);
COMMENT ON TABLE  directory.entry_word IS 'The names of an entry, once for each word, turned so that the word comes first.';
COMMENT ON COLUMN directory.entry_word.country IS 'As in entry: each country and kind is a range of its own.';
COMMENT ON COLUMN directory.entry_word.kind IS 'As in entry.';
COMMENT ON COLUMN directory.entry_word.turned IS 'The word, then the others, single spaces between and one at the end.';
COMMENT ON COLUMN directory.entry_word.entry IS 'Whose name it is.';

CREATE TABLE directory.entry_key (
    country text   NOT NULL,
    kind    text   NOT NULL,
    key     text   NOT NULL COLLATE "C",
    what    text   NOT NULL,
    entry   bigint NOT NULL,
    PRIMARY KEY (country, kind, key, what, entry)
);
COMMENT ON TABLE  directory.entry_key IS 'The identifiers of an entry in compact form.';
COMMENT ON COLUMN directory.entry_key.country IS 'As in entry.';
COMMENT ON COLUMN directory.entry_key.kind IS 'As in entry.';
COMMENT ON COLUMN directory.entry_key.key IS 'Upper-case letters and digits; e-mail in lower case; phone as digits with the country''s prefix.';
COMMENT ON COLUMN directory.entry_key.what IS 'Kind of identifier; phone_national is a phone number without the country''s prefix.';
COMMENT ON COLUMN directory.entry_key.entry IS 'Whose identifier it is.';

-- The last digits of an account or a phone number.
CREATE INDEX entry_key_end ON directory.entry_key (country, kind, reverse(key) COLLATE "C") WHERE what IN ('phone', 'iban');

CREATE TABLE directory.word (
    word text NOT NULL COLLATE "C" PRIMARY KEY
);
COMMENT ON TABLE  directory.word IS 'The distinct words of all names: where misspellings are looked up. A word nobody bears any more finds nobody.';
COMMENT ON COLUMN directory.word.word IS 'The word.';
CREATE INDEX word_trigrams ON directory.word USING gin (word gin_trgm_ops);

CREATE TABLE directory.misspelling (
    spelling text NOT NULL COLLATE "C",
    word     text NOT NULL COLLATE "C",
    PRIMARY KEY (spelling, word)
);
COMMENT ON TABLE  directory.misspelling IS
    'Each word and what is left of it when one letter is missing. Two words one typing mistake apart share a row: one letter '
    'missing, added, wrong or swapped with its neighbour.';
COMMENT ON COLUMN directory.misspelling.spelling IS 'The word, or the word without one of its letters.';
COMMENT ON COLUMN directory.misspelling.word IS 'The word.';

CREATE FUNCTION directory.fold(typed text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = directory, public, pg_temp
AS $$
    SELECT btrim(regexp_replace(lower(public.unaccent('public.unaccent', typed) COLLATE pg_catalog.pg_c_utf8),
                                '[^[:alnum:]]+', ' ', 'g'))
$$;
COMMENT ON FUNCTION directory.fold(text) IS 'Words in lower case without accents, single spaces between.';

CREATE FUNCTION directory.fold_names(typed text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = directory, public, pg_temp
AS $$
BEGIN
    -- Jean-Pierre is also found as jeanpierre.
    IF typed ~ '\w-\w' THEN
        RETURN directory.fold(typed || ' ' || (SELECT string_agg(replace(part, '-', ''), ' ')
                                               FROM regexp_split_to_table(typed, '\s+') part WHERE part ~ '\w-\w'));
    END IF;
    RETURN directory.fold(typed);
END
$$;
COMMENT ON FUNCTION directory.fold_names(text) IS 'Folded names, compounds also as one word.';

CREATE FUNCTION directory.turned(folded text) RETURNS SETOF text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE ROWS 4
    SET search_path = directory, public, pg_temp
AS $$
DECLARE
    words  text[] := string_to_array(btrim(folded), ' ');
    count_ integer := cardinality(words);
    whole  text := btrim(folded) || ' ';
    before text := '';
    rest   text := whole;
    next_  integer;
    joined text;
BEGIN
    FOR i IN 1..count_ LOOP
        RETURN NEXT rest || before;
        -- Runs of short words are also one word: van den berg, d artagnan, de la cruz.
        IF length(words[i]) <= 3 AND i < count_ THEN
            next_ := i;
            joined := words[i];
            WHILE length(words[next_]) <= 3 AND next_ < count_ LOOP
                next_ := next_ + 1;
                joined := joined || words[next_];
            END LOOP;
            RETURN NEXT joined || ' ' || whole;
        END IF;
        before := before || words[i] || ' ';
        rest := substr(rest, length(words[i]) + 2);
    END LOOP;
END
$$;
COMMENT ON FUNCTION directory.turned(text) IS 'Folded names, once for each word, turned so that the word comes first.';

CREATE FUNCTION directory.misspelled(word text) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 9
    SET search_path = directory, public, pg_temp
AS $$
    SELECT word UNION SELECT overlay(word PLACING '' FROM i FOR 1) FROM generate_series(1, length(word)) i
$$;
COMMENT ON FUNCTION directory.misspelled(text) IS 'The word, and the word without each of its letters.';

CREATE FUNCTION directory.national_number(international text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = directory, public, pg_temp
AS $$
    -- ITU-T E.164 assigned country codes: one digit for zones 1 and 7, these of two digits, all others three.
    SELECT ltrim(substr(international, CASE
        WHEN international ~ '^[17]' THEN 2
        WHEN international ~ '^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])' THEN 3
        ELSE 4 END), '0')
$$;
COMMENT ON FUNCTION directory.national_number(text) IS 'The digits after the country''s prefix, without leading zeros.';

CREATE FUNCTION directory.compact_keys(published directory.published_key[]) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path = directory, public, pg_temp
AS $$
    WITH compact AS (
        SELECT p.what, CASE p.what
            WHEN 'email' THEN lower(btrim(p.value))
            WHEN 'phone' THEN regexp_replace(regexp_replace(p.value, '[^0-9]', '', 'g'), '^00', '')
            ELSE upper(regexp_replace(p.value, '[^0-9A-Za-z]', '', 'g')) END AS key
        FROM unnest(published) p
        WHERE p.value IS NOT NULL)
    SELECT coalesce(array_agg(DISTINCT what || ':' || key ORDER BY what || ':' || key), '{}')
    FROM (SELECT what, key FROM compact
          UNION ALL
          SELECT 'phone_national', directory.national_number(key) FROM compact WHERE what = 'phone') spelled
    WHERE key <> ''
$$;
COMMENT ON FUNCTION directory.compact_keys(directory.published_key[]) IS 'what:key for each identifier, normalised.';

CREATE FUNCTION directory.publish(entries directory.published_entry[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
DECLARE
    told    directory.entry[];
    before_ directory.entry[];
    fresh   directory.entry[];
BEGIN
    -- Ordered, so that two transactions that publish the same files wait for each other instead of deadlocking.
    SELECT array_agg(ROW(NULL, d.country, d.kind, d.reference, d.label, d.detail, d.names, d.birth_date, d.keys)
                     ::directory.entry ORDER BY d.country, d.kind, d.reference)
    INTO told
    FROM (SELECT DISTINCT ON (e.country, e.kind, e.reference)
              e.country, e.kind, e.reference, coalesce(e.label, '') AS label, coalesce(e.detail, '') AS detail,
              ' ' || directory.fold_names(coalesce(e.names, '')) || ' ' AS names, e.birth_date,
              -- Whoever calls reads the number of the file from a letter. Other kinds publish theirs themselves.
              directory.compact_keys(CASE WHEN e.kind = 'member'
                  THEN e.keys || ROW('member', e.reference)::directory.published_key ELSE e.keys END) AS keys
          FROM unnest(entries) WITH ORDINALITY e
          ORDER BY e.country, e.kind, e.reference, e.ordinality DESC) d;
    IF told IS NULL THEN
        RETURN;
    END IF;

    SELECT array_agg(locked) INTO before_
    FROM (SELECT e.* FROM unnest(told) t
          JOIN directory.entry e USING (country, kind, reference)
          WHERE (e.label, e.detail, e.names, e.birth_date, e.keys)
                IS DISTINCT FROM (t.label, t.detail, t.names, t.birth_date, t.keys)
          ORDER BY e.country, e.kind, e.reference
          FOR UPDATE OF e) locked;
    IF before_ IS NOT NULL THEN
        PERFORM directory.forget(before_);
    END IF;

    WITH written AS (
        INSERT INTO directory.entry AS e (country, kind, reference, label, detail, names, birth_date, keys)
        SELECT t.country, t.kind, t.reference, t.label, t.detail, t.names, t.birth_date, t.keys
        FROM unnest(told) t
        ON CONFLICT (country, kind, reference) DO UPDATE
            SET label = excluded.label, detail = excluded.detail, names = excluded.names,
                birth_date = excluded.birth_date, keys = excluded.keys
            WHERE (e.label, e.detail, e.names, e.birth_date, e.keys)
                  IS DISTINCT FROM (excluded.label, excluded.detail, excluded.names, excluded.birth_date, excluded.keys)
        RETURNING e.*)
    SELECT array_agg(w::directory.entry) INTO fresh FROM written w;
    IF fresh IS NULL THEN
        RETURN;
    END IF;

    -- In the order of the indexes: a bulk load touches each of their pages once, which doubles its speed.
    INSERT INTO directory.entry_word (country, kind, turned, entry)
    SELECT DISTINCT f.country, f.kind, w.turned COLLATE "C" AS turned, f.id
    FROM unnest(fresh) f, LATERAL directory.turned(f.names) AS w (turned)
    WHERE w.turned <> ' '
    ORDER BY 1, 2, 3, 4;

    INSERT INTO directory.entry_key (country, kind, key, what, entry)
    SELECT f.country, f.kind, substr(k, strpos(k, ':') + 1) COLLATE "C" AS key, split_part(k, ':', 1), f.id
    FROM unnest(fresh) f, LATERAL unnest(f.keys) k
    ORDER BY 1, 2, 3, 4, 5;

    WITH spoken AS (
        SELECT DISTINCT w COLLATE "C" AS word
        FROM unnest(fresh) f, LATERAL string_to_table(btrim(f.names), ' ') w
        WHERE w ~ '^[^0-9]{2,30}$'
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
COMMENT ON FUNCTION directory.publish(directory.published_entry[]) IS
    'Makes these files findable as told, or as told anew. Normalises names and keys itself. For the owner: called by the '
    'triggers of the countries, thousands of entries at a time in bulk.';

CREATE FUNCTION directory.forget(gone directory.entry[]) RETURNS void
    LANGUAGE sql
    SET search_path = directory, public, pg_temp
AS $$
    DELETE FROM directory.entry_word w
    USING unnest(gone) g, LATERAL directory.turned(g.names) AS t (turned)
    WHERE w.country = g.country AND w.kind = g.kind AND w.turned = t.turned AND w.entry = g.id;
    DELETE FROM directory.entry_key i
    USING unnest(gone) g, LATERAL unnest(g.keys) k
    WHERE i.country = g.country AND i.kind = g.kind AND i.key = substr(k, strpos(k, ':') + 1)
      AND i.what = split_part(k, ':', 1) AND i.entry = g.id;
$$;
COMMENT ON FUNCTION directory.forget(directory.entry[]) IS 'Takes the words and keys of these entries out of the index.';

CREATE FUNCTION directory.withdraw(country_ text, kind_ text, references_ text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
DECLARE
    gone directory.entry[];
BEGIN
    WITH deleted AS (
        DELETE FROM directory.entry e
        WHERE e.country = country_ AND e.kind = kind_ AND e.reference = ANY (references_)
        RETURNING e.*)
    SELECT array_agg(d::directory.entry) INTO gone FROM deleted d;
    IF gone IS NOT NULL THEN
        PERFORM directory.forget(gone);
    END IF;
END
$$;
COMMENT ON FUNCTION directory.withdraw(text, text, text[]) IS 'Makes these files unfindable. For the owner: called by triggers of the countries.';

REVOKE ALL ON FUNCTION directory.fold(text), directory.fold_names(text), directory.turned(text), directory.misspelled(text),
    directory.national_number(text), directory.compact_keys(directory.published_key[]),
    directory.publish(directory.published_entry[]), directory.forget(directory.entry[]),
    directory.withdraw(text, text, text[]) FROM PUBLIC;

-- Direct reading, for reports and psql: the same rows that search shows, without the identifiers.
ALTER TABLE directory.entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_right ON directory.entry FOR SELECT
    TO care_agent, operations, operations_lead, sales, auditor, staff_admin
    USING (country = ANY ((SELECT access.my_countries())::text[]) AND kind = ANY ((SELECT access.my_kinds())::text[]));
GRANT SELECT (country, kind, reference, label, detail, names, birth_date) ON directory.entry
    TO care_agent, operations, operations_lead, sales, auditor, staff_admin;
