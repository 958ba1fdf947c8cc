-- Other components put papers on amendments.

CREATE FUNCTION contract.is_amendment(country_ text, number_ text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM contract.amendment a
                   WHERE a.country = country_
                     AND a.number = CASE WHEN number_ ~ '^[1-9][0-9]{0,17}$' THEN number_::bigint END)
$$;
COMMENT ON FUNCTION contract.is_amendment(text, text) IS
    'Whether there is this amendment, whoever asks: none ever goes. For the owner.';
REVOKE ALL ON FUNCTION contract.is_amendment(text, text) FROM PUBLIC;
