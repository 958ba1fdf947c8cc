-- Reading the queue: pages by key, and what a selection adds up to.

CREATE FUNCTION reimbursement.selection(countries text[], states text[], reason_ text, assignee text, free_only boolean,
                                        overdue boolean, typed text) RETURNS TABLE (land text, state text, wanted text)
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
    RETURN QUERY SELECT c.land, s.state, wanted_
    FROM unnest(access.my_countries()) AS c (land), unnest(ARRAY['RECEIVED', 'PENDED', 'ACCEPTED']) AS s (state)
    WHERE (countries = '{}' OR c.land = ANY (countries)) AND (states = '{}' OR s.state = ANY (states));
END
$$;
COMMENT ON FUNCTION reimbursement.selection(text[], text[], text, text, boolean, boolean, text) IS
    'The parts of the queue that a filter looks into, one for each country and state, with what it asks there ($1: today).';

CREATE FUNCTION reimbursement.page(countries text[], states text[], reason_ text, assignee text, free_only boolean,
                                   overdue boolean, typed text, today date, from_urgency integer, from_due date,
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
    FROM selection(countries, states, reason_, assignee, free_only, overdue, typed) s;
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
COMMENT ON FUNCTION reimbursement.page(text[], text[], text, text, boolean, boolean, text, date, integer, date, bigint, boolean, integer) IS
    'Claims to work on, the most urgent first, behind (backwards: before, the nearest first) a row. Empty arrays and nulls ask nothing.';

CREATE FUNCTION reimbursement.totals(countries text[], states text[], reason_ text, assignee text, free_only boolean,
                                     overdue boolean, typed text, today date)
    RETURNS TABLE (claims bigint, charged numeric, insurer numeric)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1
    SET search_path = reimbursement, public, pg_temp
    SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    arms text;
BEGIN
    -- Without a question of its own a selection is counted already.
    IF reason_ IS NULL AND assignee IS NULL AND NOT overdue AND typed = '' THEN
        RETURN QUERY
        SELECT coalesce(sum(t.claims), 0)::bigint, coalesce(sum(t.charged), 0), coalesce(sum(t.insurer), 0)
        FROM tally t JOIN selection(countries, states, NULL, NULL, false, false, '') s ON s.land = t.country AND s.state = t.state
        WHERE NOT (free_only AND t.taken);
        RETURN;
    END IF;
    SELECT string_agg(format('(SELECT w.charged, w.insurer FROM work w WHERE w.country = %L AND w.state = %L%s)',
                             s.land, s.state, s.wanted), ' UNION ALL ') INTO arms
    FROM selection(countries, states, reason_, assignee, free_only, overdue, typed) s;
    IF arms IS NULL THEN
        RETURN QUERY SELECT 0::bigint, 0::numeric, 0::numeric;
        RETURN;
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT count(*), coalesce(sum(w.charged), 0), coalesce(sum(w.insurer), 0) FROM (%s) AS w', arms) USING today;
END
$$;
COMMENT ON FUNCTION reimbursement.totals(text[], text[], text, text, boolean, boolean, text, date) IS
    'How many claims a selection of the queue has, what was charged and what we pay, euros.';

REVOKE ALL ON FUNCTION reimbursement.selection(text[], text[], text, text, boolean, boolean, text),
    reimbursement.page(text[], text[], text, text, boolean, boolean, text, date, integer, date, bigint, boolean, integer),
    reimbursement.totals(text[], text[], text, text, boolean, boolean, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    reimbursement.page(text[], text[], text, text, boolean, boolean, text, date, integer, date, bigint, boolean, integer),
    reimbursement.totals(text[], text[], text, text, boolean, boolean, text, date) TO care_agent, operations, operations_lead, auditor;
