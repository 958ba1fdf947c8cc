-- What only a lead decides is handed to nobody else: a clerk who takes the next claim would have to put it back.

CREATE OR REPLACE FUNCTION reimbursement.take_next(countries text[], states text[], reason_ text, overdue_on date, today date)
    RETURNS TABLE (country text, claim text)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 1
    SET search_path = reimbursement, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    land text;
    item work;
    lead boolean := access.is_any('operations_lead');
BEGIN
    -- The country with the most urgent free claim first; within it the first one that nobody is taking at this moment.
    FOR land IN
        SELECT l.c
        FROM unnest(access.my_countries()) AS l (c)
        CROSS JOIN LATERAL (SELECT w.urgency, w.due, w.id FROM work w
                            WHERE w.country = l.c AND w.assigned_to IS NULL AND w.state IN ('RECEIVED', 'PENDED')
                            ORDER BY w.urgency, w.due, w.id LIMIT 1) f
        WHERE (take_next.countries = '{}' OR l.c = ANY (take_next.countries)) AND may_decide(l.c)
        ORDER BY f.urgency, f.due, f.id
    LOOP
        SELECT * INTO item FROM work w
        WHERE w.country = land AND w.assigned_to IS NULL AND w.state IN ('RECEIVED', 'PENDED')
          AND (states = '{}' OR w.state = ANY (states)) AND (reason_ IS NULL OR w.reasons @> ARRAY[reason_])
          AND (lead OR NOT w.reasons && ARRAY['SHARED_ACCOUNT', 'REUSED_DOCUMENT', 'UNUSUAL_AMOUNT', 'BEYOND_AUTHORITY'])
          AND (overdue_on IS NULL OR w.due < overdue_on) AND (w.waits_until IS NULL OR w.waits_until <= today)
        ORDER BY w.urgency, w.due, w.id LIMIT 1 FOR UPDATE SKIP LOCKED;
        IF FOUND THEN
            PERFORM hand_over(item);
            RETURN QUERY SELECT item.country, item.claim;
            RETURN;
        END IF;
    END LOOP;
END
$$;
COMMENT ON FUNCTION reimbursement.take_next(text[], text[], text, date, date) IS
    'Takes the most urgent claim that nobody has, that waits for nothing and that the signed-in role may decide, and opens its file '
    'and its member''s; no row when there is none. Two never get the same one, and none waits for another.';
