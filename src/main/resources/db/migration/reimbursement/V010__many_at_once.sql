-- Claims of a file, decided at once: begin and finish for many of them. Only what needs nobody: AUTO within the automatic
-- limit, which publish keeps as for one claim, and PEND.

CREATE FUNCTION reimbursement.begin_many(country_ text, claims_ text[], kinds text[]) RETURNS TABLE (claim text, answer text)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 1
    SET search_path = reimbursement, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    lead boolean := access.is_any('operations_lead');
BEGIN
    IF NOT may_decide(country_) THEN
        RAISE EXCEPTION 'this role decides no claims of %', country_ USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF cardinality(claims_) <> cardinality(kinds) OR NOT kinds <@ ARRAY['AUTO', 'PEND'] THEN
        RAISE EXCEPTION 'only automatic decisions are begun together' USING ERRCODE = 'check_violation';
    END IF;
    -- In one order: two that decide the same claims wait for each other instead of deadlocking.
    PERFORM FROM work w WHERE w.country = country_ AND w.claim = ANY (claims_) ORDER BY w.claim FOR UPDATE;
    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT u.claim, u.kind, w.insurer, w.member, w.state,
               CASE WHEN w.state IS NULL OR w.state = 'ACCEPTED' THEN 'GONE'
                    WHEN w.assigned_to <> session_user THEN 'HELD'
                    WHEN u.kind = 'AUTO' AND NOT lead
                         AND w.reasons && ARRAY['SHARED_ACCOUNT', 'REUSED_DOCUMENT', 'UNUSUAL_AMOUNT'] THEN 'LEAD'
                    ELSE 'OK' END AS answer
        FROM unnest(claims_, kinds) AS u (claim, kind)
        LEFT JOIN work w ON w.country = country_ AND w.claim = u.claim
    ), begun AS (
        INSERT INTO deciding (country, claim, kind, reason, note, insurer, member, state)
        SELECT country_, a.claim, a.kind, '', '', a.insurer, a.member, a.state FROM asked a WHERE a.answer = 'OK'
    )
    SELECT a.claim, a.answer FROM asked a WHERE a.answer <> 'OK';
END
$$;
COMMENT ON FUNCTION reimbursement.begin_many(text, text[], text[]) IS
    'Announces that this transaction decides these claims, each by itself: kinds AUTO and PEND. Returns those that it cannot, and '
    'why, as begin answers; the others are begun.';

CREATE FUNCTION reimbursement.finish_many(country_ text, claims_ text[], reasons_ text[]) RETURNS TABLE (claim text, decision bigint)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 1000
    SET search_path = reimbursement, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    done  deciding[];
    wrong record;
BEGIN
    WITH ended AS (
        DELETE FROM deciding d
        WHERE d.country = country_ AND d.claim = ANY (claims_) AND d.xact = pg_current_xact_id_if_assigned()
          AND d.kind IN ('AUTO', 'PEND') AND d.run IS NULL
        RETURNING d.*)
    SELECT array_agg(e::deciding) INTO done FROM ended e;
    IF cardinality(claims_) <> cardinality(reasons_) OR coalesce(cardinality(done), 0) <> cardinality(claims_) THEN
        RAISE EXCEPTION 'this transaction decides nothing of one of these claims' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT d.kind, coalesce(w.state, 'REJECTED') AS after INTO wrong
    FROM unnest(done) d
    LEFT JOIN work w ON w.country = country_ AND w.claim = d.claim
    WHERE w.state IS DISTINCT FROM CASE d.kind WHEN 'AUTO' THEN 'ACCEPTED' ELSE 'PENDED' END
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'a claim is % after %', wrong.after, wrong.kind USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN QUERY
    WITH told AS MATERIALIZED (
        SELECT u.place, d.claim, d.member, d.kind, d.reason, d.note, d.lines, string_to_array(u.reasons, ',') AS reasons, d.state,
               d.insurer AS before, w.state AS after, w.insurer
        FROM unnest(claims_, reasons_) WITH ORDINALITY AS u (claim, reasons, place)
        JOIN unnest(done) d ON d.claim = u.claim
        JOIN work w ON w.country = country_ AND w.claim = u.claim
    ), kept AS (
        INSERT INTO decision (country, claim, member, kind, reason, note, lines, reasons, state_before, state_after,
                              insurer_before, insurer_after)
        SELECT country_, t.claim, t.member, t.kind, t.reason, t.note, t.lines, t.reasons, t.state, t.after, t.before, t.insurer
        FROM told t ORDER BY t.place
        RETURNING claim, id, insurer_after
    ), settled AS (
        UPDATE difference f SET state = 'DUE', decided = k.insurer_after, decision = k.id
        FROM kept k JOIN told t USING (claim)
        WHERE f.country = country_ AND f.claim = k.claim AND f.state = 'OPEN' AND t.kind = 'AUTO'
    ), given_back AS (
        UPDATE work w
        SET reasons = CASE t.kind WHEN 'PEND' THEN t.reasons ELSE '{}' END,
            waits_until = CASE t.kind WHEN 'PEND' THEN
                (SELECT max(r.until) FROM request r WHERE r.country = country_ AND r.claim = t.claim AND r.answered_at IS NULL) END,
            assigned_to = NULL, assigned_at = NULL, revision = w.revision + 1
        FROM told t
        WHERE w.country = country_ AND w.claim = t.claim
    )
    SELECT k.claim, k.id FROM kept k;
END
$$;
COMMENT ON FUNCTION reimbursement.finish_many(text, text[], text[]) IS
    'Ends what begin_many announced, once the country has written it, in the order given: keeps the decisions and gives the claims '
    'back, as finish does one. reasons: why each waits, codes of findings with commas between, empty for those that do not. '
    'Returns the keys of the decisions.';

REVOKE ALL ON FUNCTION reimbursement.begin_many(text, text[], text[]), reimbursement.finish_many(text, text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reimbursement.begin_many(text, text[], text[]), reimbursement.finish_many(text, text[], text[])
    TO operations, operations_lead;
