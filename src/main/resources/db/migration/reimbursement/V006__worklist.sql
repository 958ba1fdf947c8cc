-- What the screen of the queue asks: claims of some members, live counts by reason and by day, who decides, and rows by key.

-- Live counts of the undecided ------------------------------------------------------------------------------------

CREATE TABLE reimbursement.part_tally (
    slot    bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    country text          NOT NULL,
    state   text          NOT NULL,
    aspect  text          NOT NULL,
    value   text          NOT NULL COLLATE "C",
    claims  bigint        NOT NULL,
    charged numeric(18,2) NOT NULL,
    insurer numeric(18,2) NOT NULL,
    CONSTRAINT part_tally_aspect CHECK (aspect IN ('reason', 'due'))
);
CREATE INDEX part_tally_of ON reimbursement.part_tally (country, state, aspect, value);
COMMENT ON TABLE  reimbursement.part_tally IS 'How many undecided claims wait for a reason, and are due on a day: the sum over the slots, as in tally.';
COMMENT ON COLUMN reimbursement.part_tally.slot IS 'There are as many slots of a count as transactions ever changed it at one time: none waits for another.';
COMMENT ON COLUMN reimbursement.part_tally.country IS 'Country.';
COMMENT ON COLUMN reimbursement.part_tally.state IS 'RECEIVED or PENDED.';
COMMENT ON COLUMN reimbursement.part_tally.aspect IS 'reason: a claim counts once for each of its reasons. due: once, for the day it is due.';
COMMENT ON COLUMN reimbursement.part_tally.value IS 'The code of the finding, or the day as YYYY-MM-DD.';
COMMENT ON COLUMN reimbursement.part_tally.claims IS 'How many more or fewer.';
COMMENT ON COLUMN reimbursement.part_tally.charged IS 'How much more or less was charged, euros.';
COMMENT ON COLUMN reimbursement.part_tally.insurer IS 'How much more or less we pay, euros.';

ALTER TABLE reimbursement.part_tally ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_country ON reimbursement.part_tally FOR SELECT TO care_agent, operations, operations_lead, auditor
    USING (country = ANY ((SELECT access.my_countries())::text[]));
GRANT SELECT ON reimbursement.part_tally TO care_agent, operations, operations_lead, auditor;

CREATE TYPE reimbursement.counted AS (
    country text, state text, reasons text[], due date, n integer, charged numeric, insurer numeric
);
COMMENT ON TYPE reimbursement.counted IS 'A claim that comes to the undecided (n = 1) or leaves them (n = -1).';

CREATE FUNCTION reimbursement.add_parts(moved reimbursement.counted[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = reimbursement, public, pg_temp
AS $$
DECLARE
    part record;
BEGIN
    FOR part IN
        SELECT p.country, p.state, p.aspect, p.value, sum(p.n) AS claims, sum(p.n * p.charged) AS charged, sum(p.n * p.insurer) AS insurer
        FROM (SELECT m.country, m.state, 'due' AS aspect, to_char(m.due, 'YYYY-MM-DD') AS value, m.n, m.charged, m.insurer
              FROM unnest(moved) m
              UNION ALL
              SELECT m.country, m.state, 'reason', r.code, m.n, m.charged, m.insurer
              FROM unnest(moved) m CROSS JOIN LATERAL (SELECT DISTINCT unnest(m.reasons) AS code) r) p
        GROUP BY 1, 2, 3, 4
        HAVING (sum(p.n), sum(p.n * p.charged), sum(p.n * p.insurer)) <> (0, 0, 0)
    LOOP
        -- As add_up: any slot that nobody is changing; if all are being changed, another one.
        UPDATE part_tally t SET claims = t.claims + part.claims, charged = t.charged + part.charged, insurer = t.insurer + part.insurer
        WHERE t.slot = (SELECT f.slot FROM part_tally f
                        WHERE f.country = part.country AND f.state = part.state AND f.aspect = part.aspect AND f.value = part.value
                        LIMIT 1 FOR UPDATE SKIP LOCKED);
        IF NOT FOUND THEN
            INSERT INTO part_tally (country, state, aspect, value, claims, charged, insurer)
            VALUES (part.country, part.state, part.aspect, part.value, part.claims, part.charged, part.insurer);
        END IF;
    END LOOP;
END
$$;
COMMENT ON FUNCTION reimbursement.add_parts(reimbursement.counted[]) IS 'Changes the live counts by reason and by day.';

CREATE FUNCTION reimbursement.count_parts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM add_parts((SELECT array_agg(ROW(n.country, n.state, n.reasons, n.due, 1, n.charged, n.insurer)::counted)
                           FROM new_rows n WHERE n.state <> 'ACCEPTED'));
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM add_parts((SELECT array_agg(ROW(o.country, o.state, o.reasons, o.due, -1, o.charged, o.insurer)::counted)
                           FROM old_rows o WHERE o.state <> 'ACCEPTED'));
    ELSE
        -- Who has a claim counts nowhere here: taking one changes nothing.
        PERFORM add_parts((SELECT array_agg(m.c) FROM (
            SELECT ROW(n.country, n.state, n.reasons, n.due, 1, n.charged, n.insurer)::counted AS c FROM new_rows n WHERE n.state <> 'ACCEPTED'
            UNION ALL
            SELECT ROW(o.country, o.state, o.reasons, o.due, -1, o.charged, o.insurer)::counted FROM old_rows o WHERE o.state <> 'ACCEPTED') m));
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION reimbursement.count_parts() IS 'Trigger, AFTER each statement: keeps the live counts by reason and by day.';
CREATE TRIGGER count_parts_insert AFTER INSERT ON reimbursement.work REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reimbursement.count_parts();
CREATE TRIGGER count_parts_update AFTER UPDATE ON reimbursement.work REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reimbursement.count_parts();
CREATE TRIGGER count_parts_delete AFTER DELETE ON reimbursement.work REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reimbursement.count_parts();
-- What is there already.
DO $$
BEGIN
    PERFORM reimbursement.add_parts((SELECT array_agg(ROW(w.country, w.state, w.reasons, w.due, 1, w.charged, w.insurer)::reimbursement.counted)
                                     FROM reimbursement.work w WHERE w.state <> 'ACCEPTED'));
END
$$;

CREATE FUNCTION reimbursement.numbers(today date) RETURNS TABLE (what text, code text, claims bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20
    SET search_path = reimbursement, public, pg_temp
    SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    lands text[] := access.my_countries();
BEGIN
    IF NOT access.is_any('care_agent', 'operations', 'operations_lead', 'auditor') THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT CASE WHEN t.state = 'ACCEPTED' THEN 'unpaid' WHEN t.taken THEN 'taken' ELSE 'free' END, '', sum(t.claims)::bigint
    FROM tally t WHERE t.country = ANY (lands) GROUP BY 1
    UNION ALL
    SELECT 'pended', t.value, sum(t.claims)::bigint
    FROM part_tally t WHERE t.country = ANY (lands) AND t.state = 'PENDED' AND t.aspect = 'reason' GROUP BY 2
    UNION ALL
    SELECT 'overdue', '', sum(t.claims)::bigint
    FROM part_tally t
    WHERE t.country = ANY (lands) AND t.state IN ('RECEIVED', 'PENDED') AND t.aspect = 'due' AND t.value < to_char(today, 'YYYY-MM-DD')
    UNION ALL
    -- As few as a person can have in hand: a range of an index.
    SELECT 'mine', '', count(*) FROM work w
    WHERE w.assigned_to = session_user AND w.state <> 'ACCEPTED' AND w.country = ANY (lands);
END
$$;
COMMENT ON FUNCTION reimbursement.numbers(date) IS
    'How many claims the signed-in role sees: free and taken of the undecided, unpaid of the accepted, pended by code, overdue, '
    'its own. Nothing is counted but its own.';

-- Pages and totals, also of some members --------------------------------------------------------------------------

DROP FUNCTION reimbursement.page(text[], text[], text, text, boolean, boolean, text, date, integer, date, bigint, boolean, integer);
DROP FUNCTION reimbursement.totals(text[], text[], text, text, boolean, boolean, text, date);
DROP FUNCTION reimbursement.matching(text[], text[], text, text, boolean, boolean, text, date, integer);
DROP FUNCTION reimbursement.selection(text[], text[], text, text, boolean, boolean, text);

CREATE FUNCTION reimbursement.selection(countries text[], states text[], reason_ text, assignee text, free_only boolean,
                                        overdue boolean, typed text, members text[])
    RETURNS TABLE (land text, state text, wanted text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 12
    SET search_path = reimbursement, public, pg_temp
AS $$
DECLARE
    wanted_ text := '';
BEGIN
    -- What the role may not see does not exist.
    IF NOT access.is_any('care_agent', 'operations', 'operations_lead', 'auditor') THEN
        RETURN;
    END IF;
    IF reason_ IS NOT NULL THEN
        wanted_ := wanted_ || format(' AND w.reasons @> ARRAY[%L]', reason_);
    END IF;
    IF assignee IS NOT NULL THEN
        wanted_ := wanted_ || format(' AND w.assigned_to = %L', assignee);
    ELSIF free_only THEN
        wanted_ := wanted_ || ' AND w.assigned_to IS NULL';
    END IF;
    IF overdue THEN
        wanted_ := wanted_ || ' AND w.due < $1';
    END IF;
    IF typed <> '' THEN
        -- The beginning of a number, as a range of its index.
        wanted_ := wanted_ || format(' AND w.number >= %L AND w.number < %L', typed, typed || chr(1114109));
    END IF;
    RETURN QUERY SELECT c.land, s.state, wanted_ || coalesce(m.wanted, '')
    FROM unnest(access.my_countries()) AS c (land)
    CROSS JOIN unnest(ARRAY['RECEIVED', 'PENDED', 'ACCEPTED']) AS s (state)
    LEFT JOIN (SELECT substr(k.key, 1, 2) AS land, format(' AND w.member = ANY (%L::text[])', array_agg(substr(k.key, 4))) AS wanted
               FROM unnest(members) AS k (key) GROUP BY 1) m ON m.land = c.land
    WHERE (countries = '{}' OR c.land = ANY (countries)) AND (states = '{}' OR s.state = ANY (states))
      AND (members IS NULL OR m.land IS NOT NULL);
END
$$;
COMMENT ON FUNCTION reimbursement.selection(text[], text[], text, text, boolean, boolean, text, text[]) IS
    'The parts of the queue that a filter looks into, one for each country and state, with what it asks there ($1: today). '
    'members: FR/key, null for anybody.';

CREATE FUNCTION reimbursement.page(countries text[], states text[], reason_ text, assignee text, free_only boolean,
                                   overdue boolean, typed text, members text[], today date, from_urgency integer, from_due date,
                                   from_id bigint, backwards boolean, max_ integer)
    RETURNS TABLE (country text, claim text, number text, member text, member_name text, state text, received date, due date,
                   priority smallint, charged numeric, insurer numeric, reasons text[], waits_until date, assigned_to text,
                   assigned_at timestamptz, revision bigint, urgency smallint, id bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path = reimbursement, public, pg_temp
    SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    order_ text := CASE WHEN backwards THEN ' DESC' ELSE '' END;
    place  text := '';
    arms   text;
BEGIN
    IF from_id IS NOT NULL THEN
        place := format(' AND (w.urgency, w.due, w.id) %s ($2::smallint, $3, $4)', CASE WHEN backwards THEN '<' ELSE '>' END);
    END IF;
    -- Each part is walked in the order of its own index, as far as a page needs.
    SELECT string_agg(format('(SELECT w.* FROM work w WHERE w.country = %1$L AND w.state = %2$L%3$s%4$s '
                             'ORDER BY w.urgency%5$s, w.due%5$s, w.id%5$s LIMIT $5)',
                             s.land, s.state, s.wanted, place, order_), ' UNION ALL ') INTO arms
    FROM selection(countries, states, reason_, assignee, free_only, overdue, typed, members) s;
    IF arms IS NULL THEN
        RETURN;
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT w.country, w.claim, w.number, w.member, coalesce(directory.label(w.country, ''member'', w.member), ''''), '
        'w.state, w.received, w.due, w.priority, w.charged, w.insurer, w.reasons, w.waits_until, w.assigned_to, w.assigned_at, '
        'w.revision, w.urgency, w.id FROM (SELECT p.* FROM (%1$s) AS p ORDER BY p.urgency%2$s, p.due%2$s, p.id%2$s LIMIT $5) AS w '
        'ORDER BY w.urgency%2$s, w.due%2$s, w.id%2$s', arms, order_)
    USING today, from_urgency, from_due, from_id, max_;
END
$$;
COMMENT ON FUNCTION reimbursement.page(text[], text[], text, text, boolean, boolean, text, text[], date, integer, date, bigint, boolean, integer) IS
    'Claims to work on, the most urgent first, behind (backwards: before, the nearest first) a row. Empty arrays and nulls ask nothing.';

CREATE FUNCTION reimbursement.rows_of(countries text[], claims text[])
    RETURNS TABLE (country text, claim text, number text, member text, member_name text, state text, received date, due date,
                   priority smallint, charged numeric, insurer numeric, reasons text[], waits_until date, assigned_to text,
                   assigned_at timestamptz, revision bigint, urgency smallint, id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
    SET search_path = reimbursement, public, pg_temp
    SET jit = off
AS $$
    SELECT w.country, w.claim, w.number, w.member, coalesce(directory.label(w.country, 'member', w.member), ''), w.state, w.received,
           w.due, w.priority, w.charged, w.insurer, w.reasons, w.waits_until, w.assigned_to, w.assigned_at, w.revision, w.urgency, w.id
    FROM unnest(rows_of.countries, rows_of.claims) AS k (country, claim)
    JOIN work w ON w.country = k.country AND w.claim = k.claim
    -- asked once, not for each row
    WHERE k.country = ANY ((SELECT access.my_countries())::text[])
      AND (SELECT access.is_any('care_agent', 'operations', 'operations_lead', 'auditor'))
$$;
COMMENT ON FUNCTION reimbursement.rows_of(text[], text[]) IS 'Claims to work on by their keys, pairwise; without those that are no more in the queue.';

CREATE FUNCTION reimbursement.totals(countries text[], states text[], reason_ text, assignee text, free_only boolean,
                                     overdue boolean, typed text, members text[], today date)
    RETURNS TABLE (claims bigint, charged numeric, insurer numeric)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1
    SET search_path = reimbursement, public, pg_temp
    SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    arms text;
BEGIN
    -- Without a question of its own, or with one that is kept, a selection is counted already.
    IF assignee IS NULL AND typed = '' AND members IS NULL THEN
        IF reason_ IS NULL AND NOT overdue THEN
            RETURN QUERY
            SELECT coalesce(sum(t.claims), 0)::bigint, coalesce(sum(t.charged), 0), coalesce(sum(t.insurer), 0)
            FROM tally t
            JOIN selection(countries, states, NULL, NULL, false, false, '', NULL) s ON s.land = t.country AND s.state = t.state
            WHERE NOT (free_only AND t.taken);
            RETURN;
        ELSIF (reason_ IS NULL OR NOT overdue) AND NOT free_only AND states <> '{}' AND NOT 'ACCEPTED' = ANY (states) THEN
            RETURN QUERY
            SELECT coalesce(sum(t.claims), 0)::bigint, coalesce(sum(t.charged), 0), coalesce(sum(t.insurer), 0)
            FROM part_tally t
            JOIN selection(countries, states, NULL, NULL, false, false, '', NULL) s ON s.land = t.country AND s.state = t.state
            WHERE CASE WHEN overdue THEN t.aspect = 'due' AND t.value < to_char(today, 'YYYY-MM-DD')
                       ELSE t.aspect = 'reason' AND t.value = reason_ END;
            RETURN;
        END IF;
    END IF;
    SELECT string_agg(format('(SELECT w.charged, w.insurer FROM work w WHERE w.country = %L AND w.state = %L%s)',
                             s.land, s.state, s.wanted), ' UNION ALL ') INTO arms
    FROM selection(countries, states, reason_, assignee, free_only, overdue, typed, members) s;
    IF arms IS NULL THEN
        RETURN QUERY SELECT 0::bigint, 0::numeric, 0::numeric;
        RETURN;
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT count(*), coalesce(sum(w.charged), 0), coalesce(sum(w.insurer), 0) FROM (%s) AS w', arms) USING today;
END
$$;
COMMENT ON FUNCTION reimbursement.totals(text[], text[], text, text, boolean, boolean, text, text[], date) IS
    'How many claims a selection of the queue has, what was charged and what we pay, euros.';

CREATE FUNCTION reimbursement.matching(countries text[], states text[], reason_ text, assignee text, free_only boolean,
                                       overdue boolean, typed text, members text[], today date, max_ integer)
    RETURNS TABLE (country text, claim text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000
    SET search_path = reimbursement, public, pg_temp
    SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    arms text;
BEGIN
    SELECT string_agg(format('(SELECT w.country, w.claim, w.urgency, w.due, w.id FROM work w WHERE w.country = %L AND w.state = %L%s)',
                             s.land, s.state, s.wanted), ' UNION ALL ') INTO arms
    FROM selection(countries, states, reason_, assignee, free_only, overdue, typed, members) s
    WHERE may_decide(s.land);
    IF arms IS NOT NULL THEN
        RETURN QUERY EXECUTE format('SELECT w.country, w.claim FROM (%s) AS w ORDER BY w.urgency, w.due, w.id LIMIT $2', arms)
        USING today, max_;
    END IF;
END
$$;
COMMENT ON FUNCTION reimbursement.matching(text[], text[], text, text, boolean, boolean, text, text[], date, integer) IS
    'Keys of all claims of a selection of the queue that the signed-in role decides, the most urgent first.';

-- Who decides -----------------------------------------------------------------------------------------------------

CREATE FUNCTION reimbursement.colleagues(countries text[]) RETURNS TABLE (staff text, claims bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 50
    SET search_path = reimbursement, public, pg_temp
AS $$
    SELECT r.rolname::text, (SELECT count(*) FROM work w WHERE w.assigned_to = r.rolname AND w.state <> 'ACCEPTED')
    FROM pg_catalog.pg_roles r
    WHERE access.is_any('care_agent', 'operations', 'operations_lead', 'auditor')
      AND r.rolcanlogin AND NOT r.rolsuper
      AND (pg_has_role(r.oid, 'operations', 'MEMBER') OR pg_has_role(r.oid, 'operations_lead', 'MEMBER'))
      AND NOT EXISTS (SELECT FROM unnest(access.my_countries()) AS l (land)
                      WHERE (countries = '{}' OR l.land = ANY (countries))
                        AND NOT pg_has_role(r.oid, 'country_' || lower(l.land), 'MEMBER'))
    ORDER BY 1
$$;
COMMENT ON FUNCTION reimbursement.colleagues(text[]) IS
    'Who decides claims in all of these countries (empty: of the signed-in role), and how many undecided ones each has.';

REVOKE ALL ON FUNCTION reimbursement.add_parts(reimbursement.counted[]), reimbursement.count_parts(), reimbursement.numbers(date),
    reimbursement.selection(text[], text[], text, text, boolean, boolean, text, text[]),
    reimbursement.page(text[], text[], text, text, boolean, boolean, text, text[], date, integer, date, bigint, boolean, integer),
    reimbursement.rows_of(text[], text[]), reimbursement.colleagues(text[]),
    reimbursement.totals(text[], text[], text, text, boolean, boolean, text, text[], date),
    reimbursement.matching(text[], text[], text, text, boolean, boolean, text, text[], date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reimbursement.numbers(date),
    reimbursement.page(text[], text[], text, text, boolean, boolean, text, text[], date, integer, date, bigint, boolean, integer),
    reimbursement.rows_of(text[], text[]), reimbursement.colleagues(text[]),
    reimbursement.totals(text[], text[], text, text, boolean, boolean, text, text[], date) TO care_agent, operations, operations_lead, auditor;
GRANT EXECUTE ON FUNCTION
    reimbursement.matching(text[], text[], text, text, boolean, boolean, text, text[], date, integer) TO operations, operations_lead;
