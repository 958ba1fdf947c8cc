-- What retroactive amendments left to do is done when the claim is decided again, or found right as it is.

CREATE FUNCTION reimbursement.settle_follow_ups() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    PERFORM contract.settle_claims(NEW.country, ARRAY[NEW.claim]);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION reimbursement.settle_follow_ups() IS 'Trigger, AFTER INSERT FOR EACH ROW: a claim that is decided is what its contract now says.';
CREATE TRIGGER settle_follow_ups AFTER INSERT ON reimbursement.decision
    FOR EACH ROW WHEN (NEW.kind IN ('APPROVE', 'ADJUST', 'REJECT', 'REDO'))
    EXECUTE FUNCTION reimbursement.settle_follow_ups();

CREATE FUNCTION reimbursement.found_right(country_ text, claim_ text, run_ bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    IF NOT may_decide(country_)
            OR NOT EXISTS (SELECT FROM run r WHERE r.id = run_ AND r.action = 'AGAIN' AND r.staff = session_user) THEN
        RAISE EXCEPTION 'this role is not deciding claims of % again', country_ USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM contract.settle_claims(country_, ARRAY[claim_]);
END
$$;
COMMENT ON FUNCTION reimbursement.found_right(text, text, bigint) IS
    'Says that deciding a claim again, in a run of the signed-in role, comes to what it was.';

REVOKE ALL ON FUNCTION reimbursement.settle_follow_ups(), reimbursement.found_right(text, text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reimbursement.found_right(text, text, bigint) TO operations, operations_lead;
