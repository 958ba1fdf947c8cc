-- A claim that an amendment made wrong is put right where claims are decided: in that transaction it is no longer to be done.

CREATE INDEX follow_up_claim ON contract.follow_up (country, reference) WHERE state = 'OPEN' AND kind = 'READJUDICATE';

CREATE FUNCTION contract.settle_claims(country_ text, claims_ text[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
DECLARE
    settled integer;
BEGIN
    UPDATE contract.follow_up f SET state = 'DONE', version = f.version + 1
    WHERE f.kind = 'READJUDICATE' AND f.state = 'OPEN' AND f.country = country_ AND f.reference = ANY (claims_);
    GET DIAGNOSTICS settled = ROW_COUNT;
    RETURN settled;
END
$$;
COMMENT ON FUNCTION contract.settle_claims(text, text[]) IS
    'Says that these claims were decided again, or looked at and found right, whatever amendments had asked for it. Returns how '
    'many requests that answers. For the owner: called where claims are decided.';
REVOKE ALL ON FUNCTION contract.settle_claims(text, text[]) FROM PUBLIC;
