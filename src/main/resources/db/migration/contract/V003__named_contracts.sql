-- A member's file names the contracts that cover the person: their rows of the list, without a search.

CREATE FUNCTION contract.named(country_ text, references_ text[], day date)
    RETURNS TABLE (country text, reference text, number text, holder text, holder_name text, product text,
                   product_name text, valid_from date, valid_to date, state text, renewal_month integer,
                   employees integer, place text, id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 3
    SET search_path = contract, public, pg_temp
AS $$
    SELECT e.country, e.reference, e.number, e.holder, e.holder_name, e.product, e.product_name, e.valid_from, e.valid_to,
           CASE WHEN e.valid_from > day THEN 'COMING' WHEN e.valid_to < day THEN 'ENDED'
                WHEN e.suspended_from <= day THEN 'SUSPENDED' ELSE 'RUNNING' END,
           e.renewal_month, e.employees, e.valid_from::text, e.id
    FROM unnest(references_) WITH ORDINALITY AS asked (reference, rank)
    JOIN contract.entry e ON e.country = country_ AND e.reference = asked.reference
    WHERE country_ = ANY (access.my_countries()) AND 'contract' = ANY (access.my_kinds())
    ORDER BY asked.rank
$$;
COMMENT ON FUNCTION contract.named(text, text[], date) IS
    'The contracts of these keys in a country, in the order of the keys; none that the signed-in role may not see.';
REVOKE ALL ON FUNCTION contract.named(text, text[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION contract.named(text, text[], date)
    TO care_agent, operations, operations_lead, auditor, sales, staff_admin;
