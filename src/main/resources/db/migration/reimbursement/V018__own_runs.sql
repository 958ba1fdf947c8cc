-- A run is what one person ordered for claims that they named: nobody else takes it back but a lead, nothing is decided in its name
-- that it was not ordered to do, and what is told of it is what was decided.

CREATE FUNCTION reimbursement.may_take_back(run_ bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM run r WHERE r.id = run_ AND r.action <> 'UNDO'
                   AND (r.staff = session_user OR access.is_any('operations_lead')))
$$;
COMMENT ON FUNCTION reimbursement.may_take_back(bigint) IS 'Whether the signed-in role takes that run back: one of its own, or any for a lead.';
ALTER POLICY begun ON reimbursement.run WITH CHECK (staff = session_user AND (undoes IS NULL OR reimbursement.may_take_back(undoes)));

CREATE FUNCTION reimbursement.decide_as_ordered() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM run r JOIN run_claim o ON o.run = r.id
                   WHERE r.id = NEW.run AND r.staff = session_user AND o.country = NEW.country AND o.claim = NEW.claim
                     AND NEW.kind = ANY (CASE r.action WHEN 'AGAIN' THEN ARRAY['REDO'] WHEN 'UNDO' THEN ARRAY['REOPEN', 'PEND', 'RESTORE']
                                         ELSE ARRAY[r.action] END))
            OR EXISTS (SELECT FROM run_row d WHERE d.run = NEW.run AND d.country = NEW.country AND d.claim = NEW.claim)
            OR EXISTS (SELECT FROM run u WHERE u.undoes = NEW.run) THEN
        RAISE EXCEPTION 'no run of this role has this left to do with the claim' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION reimbursement.decide_as_ordered() IS
    'Trigger, BEFORE INSERT FOR EACH ROW: a decision of a run is one that its own person ordered for that claim, and that is still to be done.';
CREATE TRIGGER decide_as_ordered BEFORE INSERT ON reimbursement.deciding
    FOR EACH ROW WHEN (NEW.run IS NOT NULL) EXECUTE FUNCTION reimbursement.decide_as_ordered();

-- What a run answers without deciding: the same claims, once.
CREATE OR REPLACE FUNCTION reimbursement.found_right(country_ text, claim_ text, run_ bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    IF NOT may_decide(country_)
            OR NOT EXISTS (SELECT FROM run r JOIN run_claim o ON o.run = r.id
                           WHERE r.id = run_ AND r.action = 'AGAIN' AND r.staff = session_user
                             AND o.country = country_ AND o.claim = claim_)
            OR EXISTS (SELECT FROM run_row d WHERE d.run = run_ AND d.country = country_ AND d.claim = claim_) THEN
        RAISE EXCEPTION 'this role is not deciding that claim of % again', country_ USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM contract.settle_claims(country_, ARRAY[claim_]);
END
$$;

REVOKE ALL ON FUNCTION reimbursement.may_take_back(bigint), reimbursement.decide_as_ordered() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reimbursement.may_take_back(bigint) TO operations, operations_lead;
