-- Of many claims that came in together: which are alike others.

CREATE FUNCTION reimbursement.alike_many(country_ text, claims_ text[]) RETURNS TABLE (claim text, kind text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
    SET search_path = reimbursement, public, pg_temp
AS $$
    WITH mine AS MATERIALIZED (
        SELECT c.claim, c.place, f.kind, f.hash, f.party
        FROM unnest(claims_) WITH ORDINALITY AS c (claim, place)
        JOIN fingerprint f ON f.country = country_ AND f.claim = c.claim
    ), asked AS MATERIALIZED (
        SELECT DISTINCT m.kind, m.hash FROM mine m
    ), there AS MATERIALIZED (
        SELECT a.kind, a.hash, o.party, o.claim, coalesce(c.place, 0) AS place
        FROM asked a
        JOIN fingerprint o ON o.country = country_ AND o.kind = a.kind AND o.hash = a.hash
        LEFT JOIN unnest(claims_) WITH ORDINALITY AS c (claim, place) ON c.claim = o.claim
    )
    SELECT DISTINCT m.claim, m.kind
    FROM mine m JOIN there t ON t.kind = m.kind AND t.hash = m.hash
    WHERE t.place < m.place AND t.claim <> m.claim AND (m.party = '' OR t.party <> m.party)
      AND country_ = ANY (access.my_countries())
$$;
COMMENT ON FUNCTION reimbursement.alike_many(text, text[]) IS
    'By what each of these claims is recognised that an earlier claim is recognised by too: earlier in the list, or in none. As alike '
    'says of each when it came in.';

REVOKE ALL ON FUNCTION reimbursement.alike_many(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reimbursement.alike_many(text, text[]) TO care_agent, operations, operations_lead;
