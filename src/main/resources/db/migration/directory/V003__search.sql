-- The search: stages from the cheap and certain to the costly and vague, ended as soon as there are enough rows.

CREATE TYPE directory.hit AS (entry bigint, rank integer, sorted text, what text, key text);
COMMENT ON TYPE directory.hit IS
    'An entry found: how well (0 is best), its place among equals, and the identifier that matched (name, birth and similar when none).';

CREATE FUNCTION directory.find_keys(typed text[], patterns text[], births date[], lands text[], kinds text[], max_ integer)
    RETURNS SETOF directory.hit
    LANGUAGE plpgsql STABLE ROWS 20
    SET search_path = directory, public, pg_temp
    SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
    last_ CONSTANT text := chr(1114111);
    found_ integer;
    total  integer := 0;
BEGIN
    RETURN QUERY
    SELECT k.entry, CASE WHEN k.what = s.kind THEN 0 WHEN s.kind = 'member' THEN 1 ELSE 2 END, k.key::text,
           k.what, k.key::text
    FROM unnest(lands, kinds) AS s (country, kind),
         (SELECT replace(t, 'phone:', ''), starts_with(t, 'phone:') FROM unnest(typed) AS t) AS q (typed, only_phones),
         LATERAL (SELECT i.entry, i.what, i.key
                  FROM directory.entry_key i JOIN directory.entry e ON e.id = i.entry
                  WHERE i.country = s.country AND i.kind = s.kind AND i.key = q.typed COLLATE "C"
                    AND (NOT q.only_phones OR i.what IN ('phone', 'phone_national'))
                    AND e.names LIKE ALL (patterns)
                    AND (births = '{}' OR e.birth_date = ANY (births))
                  ORDER BY i.what, i.entry LIMIT max_) k;
    GET DIAGNOSTICS found_ = ROW_COUNT;
    total := total + found_;
    IF total >= max_ THEN
        RETURN;
    END IF;

    -- Bounded before the filter: a short beginning of a number together with a name is an unusual way to ask.
    RETURN QUERY
    SELECT k.entry, 3 + CASE WHEN k.what = s.kind THEN 0 WHEN s.kind = 'member' THEN 1 ELSE 2 END, k.key::text,
           k.what, k.key::text
    FROM unnest(lands, kinds) AS s (country, kind),
         (SELECT replace(t, 'phone:', ''), starts_with(t, 'phone:') FROM unnest(typed) AS t) AS q (typed, only_phones),
         LATERAL (SELECT i.entry, i.what, i.key
                  FROM (SELECT * FROM directory.entry_key i
                        WHERE i.country = s.country AND i.kind = s.kind
                          AND i.key > q.typed COLLATE "C" AND i.key < q.typed || last_ COLLATE "C"
                          AND (NOT q.only_phones OR i.what IN ('phone', 'phone_national'))
                        ORDER BY i.key LIMIT 1000) i
                  JOIN directory.entry e ON e.id = i.entry
                  WHERE e.names LIKE ALL (patterns) AND (births = '{}' OR e.birth_date = ANY (births))
                  ORDER BY i.key, i.what, i.entry LIMIT max_) k;
    GET DIAGNOSTICS found_ = ROW_COUNT;
    total := total + found_;
    IF total >= max_ THEN
        RETURN;
    END IF;

    RETURN QUERY
    SELECT k.entry, 6 + CASE WHEN k.what = s.kind THEN 0 WHEN s.kind = 'member' THEN 1 ELSE 2 END, k.key::text,
           k.what, k.key::text
    FROM unnest(lands, kinds) AS s (country, kind),
         (SELECT replace(t, 'phone:', ''), starts_with(t, 'phone:') FROM unnest(typed) AS t) AS q (typed, only_phones),
         LATERAL (SELECT i.entry, i.what, i.key
                  FROM (SELECT * FROM directory.entry_key i
                        WHERE i.country = s.country AND i.kind = s.kind AND i.what IN ('phone', 'iban')
                          AND reverse(i.key) COLLATE "C" > reverse(q.typed)
                          AND reverse(i.key) COLLATE "C" < reverse(q.typed) || last_
                        ORDER BY reverse(i.key) COLLATE "C" LIMIT 1000) i
                  JOIN directory.entry e ON e.id = i.entry
                  WHERE e.names LIKE ALL (patterns) AND (births = '{}' OR e.birth_date = ANY (births))
                  ORDER BY reverse(i.key) COLLATE "C", i.what, i.entry LIMIT max_) k
    WHERE length(q.typed) >= 4 AND NOT q.only_phones;
END
$$;
COMMENT ON FUNCTION directory.find_keys(text[], text[], date[], text[], text[], integer) IS
    'Entries with one of these identifiers: whole, by its beginning, or by the last digits of an account or phone. '
    'What is written phone:612 is looked up among phone numbers alone, by its beginning.';

CREATE FUNCTION directory.find_names(tokens text[], lands text[], kinds text[], max_ integer, base integer)
    RETURNS SETOF directory.hit
    LANGUAGE plpgsql STABLE ROWS 20
    SET search_path = directory, public, pg_temp
    SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
    last_ CONSTANT text := chr(1114111);
    driver integer := 1;
    fewest integer := 501;
    bearers integer;
    others text[];
BEGIN
    -- The rarest word leads; the others are tested on its index entries.
    IF cardinality(tokens) > 1 THEN
        FOR i IN 1..cardinality(tokens) LOOP
            SELECT count(*) INTO bearers
            FROM (SELECT FROM unnest(lands, kinds) AS s (country, kind),
                      LATERAL (SELECT FROM directory.entry_word w
                               WHERE w.country = s.country AND w.kind = s.kind
                                 AND w.turned >= tokens[i] COLLATE "C" AND w.turned < tokens[i] || last_ COLLATE "C"
                               LIMIT 500) one
                  LIMIT 500) counted;
            IF bearers = 0 THEN
                RETURN;
            END IF;
            IF bearers < fewest OR bearers = fewest AND length(tokens[i]) > length(tokens[driver]) THEN
                fewest := bearers;
                driver := i;
            END IF;
        END LOOP;
    END IF;
    others := ARRAY(SELECT '% ' || t || '%' FROM unnest(tokens) WITH ORDINALITY AS o (t, i) WHERE i <> driver);

    RETURN QUERY
    SELECT w.entry,
           base + (SELECT count(*)::integer FROM unnest(tokens) t WHERE ' ' || w.turned NOT LIKE '% ' || t || ' %'),
           w.turned::text, 'name', NULL::text
    FROM unnest(lands, kinds) AS s (country, kind),
         LATERAL (SELECT w.entry, w.turned FROM directory.entry_word w
                  WHERE w.country = s.country AND w.kind = s.kind
                    AND w.turned >= tokens[driver] COLLATE "C" AND w.turned < tokens[driver] || last_ COLLATE "C"
                    AND w.turned LIKE ALL (others)
                  ORDER BY w.turned, w.entry LIMIT max_ * 2) w;
END
$$;
COMMENT ON FUNCTION directory.find_names(text[], text[], text[], integer, integer) IS
    'Entries with a word that begins with each of these, whole words first.';

CREATE FUNCTION directory.similar_words(token text) RETURNS text[]
    LANGUAGE plpgsql STABLE
    SET search_path = directory, public, pg_temp
    SET enable_seqscan = off SET jit = off
AS $$
DECLARE
    last_ CONSTANT text := chr(1114111);
    near text[];
BEGIN
    IF length(token) < 3 OR token ~ '[0-9]' THEN
        RETURN '{}';
    END IF;
    -- One typing mistake away.
    SELECT array_agg(word ORDER BY similarity(word, token) DESC, word) INTO near
    FROM (SELECT DISTINCT m.word FROM directory.misspelled(token) s JOIN directory.misspelling m ON m.spelling = s COLLATE "C"
          WHERE NOT starts_with(m.word, token) LIMIT 50) words;
    -- One mistake in the beginning of a word that is still being typed.
    IF near IS NULL AND length(token) >= 5 THEN
        SELECT array_agg(word ORDER BY alike DESC, word) INTO near
        FROM (SELECT m.word, similarity(left(m.word, length(token)), token) AS alike
              FROM directory.misspelled(token) s,
                   LATERAL (SELECT m.word FROM directory.misspelling m
                            WHERE m.spelling > s COLLATE "C" AND m.spelling < s || last_ COLLATE "C" LIMIT 40) m
              WHERE s <> token
              GROUP BY m.word ORDER BY alike DESC, m.word LIMIT 8) words;
    END IF;
    -- Inside a word, or alike.
    RETURN ARRAY(SELECT w FROM (SELECT DISTINCT ON (w) w, i
                                FROM (SELECT w, i FROM unnest(near[1:6]) WITH ORDINALITY AS n (w, i)
                                      UNION ALL
                                      (SELECT word, 100 FROM directory.word
                                       WHERE word LIKE '%' || token || '%' AND NOT starts_with(word, token)
                                       ORDER BY length(word), word LIMIT 6)
                                      UNION ALL
                                      (SELECT word, 200 FROM directory.word
                                       WHERE near IS NULL AND length(token) >= 4 AND word % token
                                       ORDER BY similarity(word, token) DESC, word LIMIT 6)) candidates
                                ORDER BY w, i) one
                 ORDER BY i, w LIMIT 8);
END
$$;
COMMENT ON FUNCTION directory.similar_words(text) IS 'Words of names that this may be a misspelling or a part of, most alike first.';

CREATE FUNCTION directory.find_similar(tokens text[], lands text[], kinds text[], max_ integer)
    RETURNS SETOF directory.hit
    LANGUAGE plpgsql STABLE ROWS 20
    SET search_path = directory, public, pg_temp
    SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
    last_ CONSTANT text := chr(1114111);
    common  boolean[] := '{}';
    spelled text[];
    leaders text[];
    passed  text[];
    fewest  integer;
    bearers integer;
    others1 text[] := '{%}';
    others2 text[] := '{%}';
    others3 text[] := '{%}';
BEGIN
    -- Beside a rare word the common ones are hardly misspelled.
    FOR i IN 1..least(cardinality(tokens), 4) LOOP
        common := common || (
            SELECT count(*) >= 500
            FROM (SELECT FROM unnest(lands, kinds) AS s (country, kind),
                      LATERAL (SELECT FROM directory.entry_word w
                               WHERE w.country = s.country AND w.kind = s.kind
                                 AND w.turned >= tokens[i] COLLATE "C" AND w.turned < tokens[i] || last_ COLLATE "C"
                               LIMIT 500) one
                  LIMIT 500) counted);
    END LOOP;
    FOR i IN 1..cardinality(common) LOOP
        -- Whole words, with the space behind them; the token itself also as a beginning.
        spelled := ARRAY[tokens[i]];
        IF NOT common[i] OR false <> ALL (common) THEN
            spelled := spelled || ARRAY(SELECT a || ' ' FROM unnest(directory.similar_words(tokens[i])) a);
        END IF;
        SELECT count(*) INTO bearers
        FROM (SELECT FROM unnest(spelled) b, unnest(lands, kinds) AS s (country, kind),
                  LATERAL (SELECT FROM directory.entry_word w
                           WHERE w.country = s.country AND w.kind = s.kind
                             AND w.turned >= b COLLATE "C" AND w.turned < b || last_ COLLATE "C"
                           LIMIT 500) one
              LIMIT 2000) counted;
        IF bearers = 0 THEN
            RETURN;
        END IF;
        -- The rarest leads, the others are tested on its index entries.
        IF leaders IS NULL OR bearers < fewest THEN
            fewest := bearers;
            passed := leaders;
            leaders := spelled;
        ELSE
            passed := spelled;
        END IF;
        IF passed IS NOT NULL THEN
            others3 := others2;
            others2 := others1;
            others1 := ARRAY(SELECT '% ' || p || '%' FROM unnest(passed) p);
        END IF;
    END LOOP;

    RETURN QUERY
    SELECT w.entry, 30 + a.i::integer, w.turned::text, 'similar', NULL::text
    FROM unnest(leaders) WITH ORDINALITY AS a (b, i), unnest(lands, kinds) AS s (country, kind),
         LATERAL (SELECT w.entry, w.turned FROM directory.entry_word w
                  WHERE w.country = s.country AND w.kind = s.kind
                    AND w.turned >= a.b COLLATE "C" AND w.turned < a.b || last_ COLLATE "C"
                    AND w.turned LIKE ANY (others1) AND w.turned LIKE ANY (others2) AND w.turned LIKE ANY (others3)
                  ORDER BY w.turned, w.entry LIMIT max_) w;
END
$$;
COMMENT ON FUNCTION directory.find_similar(text[], text[], text[], integer) IS
    'Entries whose names are mild misspellings of these words, or hold them inside a word.';

CREATE FUNCTION directory.find_births(tokens text[], patterns text[], births date[], lands text[], kinds text[], max_ integer)
    RETURNS SETOF directory.hit
    LANGUAGE sql STABLE ROWS 20
    SET search_path = directory, public, pg_temp
    SET enable_seqscan = off SET jit = off
AS $$
    -- A day has few births: misspelled names are compared with every one of them.
    SELECT e.id, CASE WHEN e.names LIKE ALL (patterns) THEN 9 ELSE 29 END, e.names,
           CASE WHEN e.names LIKE ALL (patterns) THEN 'birth' ELSE 'similar' END, NULL::text
    FROM directory.entry e
    WHERE e.birth_date = ANY (births)
      AND (e.country, e.kind) IN (SELECT * FROM unnest(lands, kinds))
      AND (e.names LIKE ALL (patterns)
           OR NOT EXISTS (SELECT FROM unnest(tokens) t WHERE word_similarity(t, e.names) < 0.4))
    ORDER BY 2, e.names, e.id LIMIT max_
$$;
COMMENT ON FUNCTION directory.find_births(text[], text[], date[], text[], text[], integer) IS 'People born on one of these days, with these names.';

CREATE FUNCTION directory.search(tokens text[], keys text[], births date[], countries text[], kinds text[], max integer)
    RETURNS TABLE (country text, kind text, reference text, label text, detail text, birth_date date,
                   rank integer, what text, key text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20
    SET search_path = directory, public, pg_temp
    SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    words    text[];
    patterns text[];
    joined   text[];
    lands    text[];
    sorts    text[];
    hits     directory.hit[] := '{}';
BEGIN
    words := ARRAY(SELECT w FROM unnest(search.tokens) WITH ORDINALITY AS t (typed, i),
                       LATERAL string_to_table(directory.fold(t.typed), ' ') WITH ORDINALITY AS f (w, j)
                   WHERE w <> '' ORDER BY i, j LIMIT 8);
    patterns := ARRAY(SELECT '% ' || w || '%' FROM unnest(words) w);
    -- What the role may not see does not exist.
    SELECT array_agg(c ORDER BY c, k), array_agg(k ORDER BY c, k) INTO lands, sorts
    FROM unnest(access.my_countries()) c, unnest(access.my_kinds()) k
    WHERE (search.countries = '{}' OR c = ANY (search.countries)) AND (search.kinds = '{}' OR k = ANY (search.kinds));
    IF lands IS NULL THEN
        RETURN;
    END IF;

    IF search.keys <> '{}' THEN
        hits := ARRAY(SELECT f::directory.hit FROM directory.find_keys(search.keys, patterns, births, lands, sorts, max) f);
    ELSIF births <> '{}' THEN
        hits := ARRAY(SELECT f::directory.hit FROM directory.find_births(words, patterns, births, lands, sorts, max) f);
    ELSIF words <> '{}' THEN
        hits := ARRAY(SELECT f::directory.hit FROM directory.find_names(words, lands, sorts, max, 10) f);
        -- Typed apart, written together: van den berghe, Vandenberghe.
        IF cardinality(hits) < max AND cardinality(words) > 1 THEN
            joined := string_to_array(regexp_replace(array_to_string(words, ' '), '\m(\w{1,3}) ', '\1', 'g'), ' ');
            IF joined <> words THEN
                hits := hits || ARRAY(SELECT f::directory.hit FROM directory.find_names(joined, lands, sorts, max, 20) f);
            END IF;
        END IF;
        IF cardinality(hits) < least(max, 5) THEN
            hits := hits || ARRAY(SELECT f::directory.hit FROM directory.find_similar(words, lands, sorts, max) f);
        END IF;
        -- All words but one.
        IF hits = '{}' AND cardinality(words) BETWEEN 3 AND 5 THEN
            FOR i IN 1..cardinality(words) LOOP
                hits := hits || ARRAY(
                    SELECT f::directory.hit
                    FROM directory.find_names(words[:i - 1] || words[i + 1:], lands, sorts, max, 50) f);
            END LOOP;
        END IF;
    END IF;

    -- Of equally good names those come first that the label shows: a second first name that nobody sees looks like a mistake.
    RETURN QUERY
    SELECT best.country, best.kind, best.reference, best.label, best.detail, best.birth_date, best.rank, best.what, best.key
    FROM (SELECT e.country, e.kind, e.reference, e.label, e.detail, e.birth_date, h.rank, h.what, h.key, h.sorted,
                 array_position(ARRAY['member', 'company', 'contract', 'claim', 'case', 'quote'], e.kind) AS place
          FROM (SELECT DISTINCT ON (f.entry) f.* FROM unnest(hits) f ORDER BY f.entry, f.rank, f.sorted COLLATE "C") h
          JOIN directory.entry e ON e.id = h.entry
          ORDER BY h.rank, place, h.sorted COLLATE "C", e.country, e.reference
          LIMIT max * 3) best
    ORDER BY best.rank, best.place,
             best.what = 'name' AND NOT ' ' || directory.fold_names(best.label) LIKE ALL (patterns),
             best.sorted COLLATE "C", best.country, best.reference
    LIMIT max;
END
$$;
COMMENT ON FUNCTION directory.search(text[], text[], date[], text[], text[], integer) IS
    'Files of the signed-in role with all these words in their names and one of these identifiers and birth dates, best '
    'first. Empty arrays ask nothing; no countries or kinds means all that the role may see.';

REVOKE ALL ON FUNCTION directory.find_keys(text[], text[], date[], text[], text[], integer),
    directory.find_names(text[], text[], text[], integer, integer), directory.similar_words(text),
    directory.find_similar(text[], text[], text[], integer),
    directory.find_births(text[], text[], date[], text[], text[], integer),
    directory.search(text[], text[], date[], text[], text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION directory.search(text[], text[], date[], text[], text[], integer)
    TO care_agent, operations, operations_lead, sales, auditor, staff_admin;
