-- A claim that somebody may not approve goes to a lead: put aside (PEND) for the reason FOR_A_LEAD, what was proposed in the lines
-- of that decision, BEYOND_AUTHORITY among the reasons why it waits. What was decided by mistake is taken back whole, also a
-- document that was asked for.

CREATE FUNCTION reimbursement.withdraw_request(country_ text, claim_ text, document_ text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM deciding d WHERE d.country = country_ AND d.claim = claim_ AND d.kind = 'PEND'
                   AND d.xact = pg_current_xact_id_if_assigned()) THEN
        RAISE EXCEPTION 'this transaction decides nothing of this claim' USING ERRCODE = 'insufficient_privilege';
    END IF;
    DELETE FROM request r
    WHERE r.country = country_ AND r.claim = claim_ AND r.document = document_ AND r.answered_at IS NULL
      AND r.asked_by = session_user;
END
$$;
COMMENT ON FUNCTION reimbursement.withdraw_request(text, text, text) IS
    'Asks no more for a document that the signed-in role asked for: within begin and finish of kind PEND. The trail keeps it.';
REVOKE ALL ON FUNCTION reimbursement.withdraw_request(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reimbursement.withdraw_request(text, text, text) TO operations, operations_lead;
