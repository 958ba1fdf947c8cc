-- A claim that was decided again because an amendment had asked for it is taken back to what stood before: then the amendment asks
-- again.

CREATE FUNCTION contract.open_follow_ups(country_ text, claim_ text) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    SELECT coalesce(array_agg(f.id ORDER BY f.id), '{}')
    FROM follow_up f
    WHERE f.kind = 'READJUDICATE' AND f.state = 'OPEN' AND f.country = country_ AND f.reference = claim_
$$;
COMMENT ON FUNCTION contract.open_follow_ups(text, text) IS
    'What amendments ask for of a claim at this moment. For the owner: called where claims are decided.';

CREATE FUNCTION contract.reopen_follow_ups(ids bigint[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    UPDATE follow_up f SET state = 'OPEN', version = f.version + 1
    WHERE f.id = ANY (ids) AND f.state = 'DONE'
      AND NOT EXISTS (SELECT FROM follow_up o WHERE o.amendment = f.amendment AND o.kind = f.kind AND o.reference = f.reference
                          AND o.day = f.day AND o.state = 'OPEN')
$$;
COMMENT ON FUNCTION contract.reopen_follow_ups(bigint[]) IS
    'Says that what had been done about these is not done any more, unless it is asked for anew. For the owner: called where claims are decided.';

REVOKE ALL ON FUNCTION contract.open_follow_ups(text, text), contract.reopen_follow_ups(bigint[]) FROM PUBLIC;
