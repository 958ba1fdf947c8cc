-- Claims that come in together are compared with what was here before each of them, as if they had come one after the other.

CREATE FUNCTION reimbursement.alike_before(country_ text, claims_ text[]) RETURNS TABLE (claim text, kind text, other text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10
    SET search_path = reimbursement, public, pg_temp
AS $$
    -- One other claim of a kind tells enough: the newest.
    SELECT mine.claim, mine.kind, other.claim
    FROM (SELECT DISTINCT ON (u.place, f.kind, f.hash) u.place, f.claim, f.kind, f.hash, f.party
          FROM unnest(claims_) WITH ORDINALITY AS u (claim, place)
          JOIN fingerprint f ON f.country = country_ AND f.claim = u.claim) mine
    CROSS JOIN LATERAL (SELECT o.claim FROM fingerprint o
                        WHERE o.country = country_ AND o.kind = mine.kind AND o.hash = mine.hash AND o.claim <> mine.claim
                          AND (mine.party = '' OR o.party <> mine.party)
                          AND NOT EXISTS (SELECT FROM unnest(claims_) WITH ORDINALITY AS later (claim, place)
                                          WHERE later.claim = o.claim AND later.place > mine.place)
                        ORDER BY o.claim DESC LIMIT 1) other
    WHERE country_ = ANY (access.my_countries())
    ORDER BY mine.place, mine.kind, other.claim
$$;
COMMENT ON FUNCTION reimbursement.alike_before(text, text[]) IS
    'What alike says of each of these claims; of those that look like each other, the one that stands later is like the one before it, and '
    'not the other way round.';
REVOKE ALL ON FUNCTION reimbursement.alike_before(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reimbursement.alike_before(text, text[]) TO care_agent, operations, operations_lead;
