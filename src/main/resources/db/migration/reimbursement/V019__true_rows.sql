-- What a run tells of a claim is what was decided of it, or an amount that it really had.

CREATE FUNCTION reimbursement.had(country_ text, claim_ text, amount numeric) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
    -- Whoever is refused because a colleague is at the claim tells what it was before: any amount that it ever had is true.
    SELECT amount = 0
        OR EXISTS (SELECT FROM work w WHERE w.country = country_ AND w.claim = claim_ AND w.insurer = amount)
        OR EXISTS (SELECT FROM decision d WHERE d.country = country_ AND d.claim = claim_ AND amount IN (d.insurer_before, d.insurer_after))
        OR NOT EXISTS (SELECT FROM work w WHERE w.country = country_ AND w.claim = claim_)
           AND NOT EXISTS (SELECT FROM decision d WHERE d.country = country_ AND d.claim = claim_)
           AND directory.label(country_, 'claim', claim_) IS NOT NULL
$$;
COMMENT ON FUNCTION reimbursement.had(text, text, numeric) IS
    'Whether we paid or were to pay so much for a claim at some time, euros. Of claims that were paid before decisions were kept, only '
    'the country knows.';

CREATE FUNCTION reimbursement.tell_the_truth() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    IF EXISTS (
        SELECT FROM new_rows n JOIN run r ON r.id = n.run
        WHERE NOT EXISTS (SELECT FROM run_claim o WHERE o.run = n.run AND o.country = n.country AND o.claim = n.claim)
           OR NOT CASE WHEN n.result = 'DONE' THEN EXISTS (
                  SELECT FROM decision d
                  WHERE d.id = n.decision AND d.run = n.run AND d.country = n.country AND d.claim = n.claim
                    AND d.member = n.member AND d.insurer_after = n.insurer_after
                    -- Taken back and put off again is one row: it begins where the first of both did.
                    AND n.insurer_before = (SELECT f.insurer_before FROM decision f
                                            WHERE f.country = n.country AND f.claim = n.claim AND f.run = n.run ORDER BY f.id LIMIT 1)
                    AND (d.kind = 'RESTORE' AND n.difference IS NULL
                         OR n.difference IS NOT DISTINCT FROM (SELECT f.amount FROM difference f
                             WHERE f.country = n.country AND f.claim = n.claim AND f.decision = d.id)))
              ELSE n.insurer_after = n.insurer_before AND n.difference IS NULL AND (n.result = 'REFUSED' OR r.action = 'AGAIN')
                   AND had(n.country, n.claim, n.insurer_before) END) THEN
        RAISE EXCEPTION 'a run tells what was not decided in it' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION reimbursement.tell_the_truth() IS
    'Trigger, AFTER each statement: rows of a run are about its claims, with the amounts of its decisions or of the claims themselves.';
CREATE TRIGGER tell_the_truth AFTER INSERT ON reimbursement.run_row REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reimbursement.tell_the_truth();

REVOKE ALL ON FUNCTION reimbursement.had(text, text, numeric), reimbursement.tell_the_truth() FROM PUBLIC;
