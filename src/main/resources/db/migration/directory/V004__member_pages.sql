-- The list of members, page by page in the order of their names. A page costs what it shows, the first as the
-- thousandth: it is a range of an index that begins where the page before ended.

CREATE INDEX entry_member_names ON directory.entry (country, names COLLATE "C", id) WHERE kind = 'member';

CREATE FUNCTION directory.member_page(typed text, countries text[], from_name text, from_id bigint, backwards boolean, max integer)
    RETURNS TABLE (country text, reference text, label text, detail text, birth_date date, name text, id bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path = directory, public, pg_temp
    SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off SET plan_cache_mode = force_generic_plan
AS $$
#variable_conflict use_column
DECLARE
    last_  CONSTANT text := chr(1114111);
    words  text[] := array_remove(string_to_array(directory.fold(typed), ' '), '');
    others text[] := ARRAY(SELECT '% ' || w || '%' FROM unnest(words[2:]) w);
    lands  text[];
BEGIN
    -- What the role may not see does not exist.
    IF NOT 'member' = ANY (access.my_kinds()) THEN
        RETURN;
    END IF;
    SELECT array_agg(c) INTO lands FROM unnest(access.my_countries()) c WHERE countries = '{}' OR c = ANY (countries);
    IF lands IS NULL THEN
        RETURN;
    END IF;

    IF cardinality(words) = 0 THEN
        IF backwards THEN
            RETURN QUERY
            SELECT p.* FROM unnest(lands) AS l (land), LATERAL (
                SELECT e.country, e.reference, e.label, e.detail, e.birth_date, e.names, e.id FROM directory.entry e
                WHERE e.kind = 'member' AND e.country = l.land
                  AND (e.names COLLATE "C", e.id) < (coalesce(from_name, last_), coalesce(from_id, 0))
                ORDER BY e.names COLLATE "C" DESC, e.id DESC LIMIT max) p
            ORDER BY p.names COLLATE "C" DESC, p.id DESC LIMIT max;
        ELSE
            RETURN QUERY
            SELECT p.* FROM unnest(lands) AS l (land), LATERAL (
                SELECT e.country, e.reference, e.label, e.detail, e.birth_date, e.names, e.id FROM directory.entry e
                WHERE e.kind = 'member' AND e.country = l.land
                  AND (e.names COLLATE "C", e.id) > (coalesce(from_name, ''), coalesce(from_id, 0))
                ORDER BY e.names COLLATE "C", e.id LIMIT max) p
            ORDER BY p.names COLLATE "C", p.id LIMIT max;
        END IF;
        RETURN;
    END IF;

    -- A word that begins so leads; an entry with two such words stands where the first of them does.
    IF backwards THEN
        RETURN QUERY
        SELECT p.* FROM unnest(lands) AS l (land), LATERAL (
            SELECT e.country, e.reference, e.label, e.detail, e.birth_date, w.turned, w.entry
            FROM directory.entry_word w JOIN directory.entry e ON e.id = w.entry
            WHERE w.kind = 'member' AND w.country = l.land
              AND w.turned >= words[1] COLLATE "C" AND w.turned < words[1] || last_ COLLATE "C"
              AND (w.turned, w.entry) < (coalesce(from_name, last_) COLLATE "C", coalesce(from_id, 0))
              AND w.turned LIKE ALL (others)
              AND NOT EXISTS (SELECT FROM directory.turned(e.names) AS o (turned)
                              WHERE o.turned >= words[1] COLLATE "C" AND o.turned < w.turned COLLATE "C"
                                AND o.turned LIKE ALL (others))
            ORDER BY w.turned DESC, w.entry DESC LIMIT max) p
        ORDER BY p.turned COLLATE "C" DESC, p.entry DESC LIMIT max;
    ELSE
        RETURN QUERY
        SELECT p.* FROM unnest(lands) AS l (land), LATERAL (
            SELECT e.country, e.reference, e.label, e.detail, e.birth_date, w.turned, w.entry
            FROM directory.entry_word w JOIN directory.entry e ON e.id = w.entry
            WHERE w.kind = 'member' AND w.country = l.land
              AND w.turned >= words[1] COLLATE "C" AND w.turned < words[1] || last_ COLLATE "C"
              AND (w.turned, w.entry) > (coalesce(from_name, '') COLLATE "C", coalesce(from_id, 0))
              AND w.turned LIKE ALL (others)
              AND NOT EXISTS (SELECT FROM directory.turned(e.names) AS o (turned)
                              WHERE o.turned >= words[1] COLLATE "C" AND o.turned < w.turned COLLATE "C"
                                AND o.turned LIKE ALL (others))
            ORDER BY w.turned, w.entry LIMIT max) p
        ORDER BY p.turned COLLATE "C", p.entry LIMIT max;
    END IF;
END
$$;
COMMENT ON FUNCTION directory.member_page(text, text[], text, bigint, boolean, integer) IS
    'Members in the order of their names after (backwards: before) a row, those only with words that begin as typed. '
    'With a text the order is that of the names turned so that the first typed word comes first.';

REVOKE ALL ON FUNCTION directory.member_page(text, text[], text, bigint, boolean, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION directory.member_page(text, text[], text, bigint, boolean, integer)
    TO care_agent, operations, operations_lead, auditor, sales, staff_admin;
