-- Cancelling an enrolment takes away the member whom it made. What others put on that member's file since was built on it.

DROP FUNCTION contract.cancel(bigint, text);

CREATE FUNCTION contract.held_by(country_ text, member_ text) RETURNS text
    LANGUAGE plpgsql
    SET search_path = contract, public, pg_temp
AS $$
BEGIN
    IF care.has_cases(country_, member_) THEN
        RETURN 'case';
    ELSIF document.has_any(country_, 'member', member_) THEN
        RETURN 'document';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION contract.held_by(text, text) IS
    'What other components have put on the file of a member: case or document; null when there is nothing.';

CREATE FUNCTION contract.is_amended(schema_ text, table_ text) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path = contract, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM pg_catalog.pg_trigger t
                   JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
                   JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                   WHERE n.nspname = schema_ AND c.relname = table_ AND t.tgfoid = 'contract.journal()'::regprocedure)
$$;
COMMENT ON FUNCTION contract.is_amended(text, text) IS 'Whether amendments write this table.';

CREATE FUNCTION contract.cancel(number_ bigint, reason_ text, OUT cancelled boolean, OUT blocker bigint, OUT held text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
DECLARE
    applied contract.amendment;
    change  contract.effect;
    schema_ text;
    table_  text;
BEGIN
    SELECT * INTO applied FROM contract.amendment a WHERE a.number = number_;
    IF NOT FOUND OR NOT contract.may_amend(applied.country) THEN
        RAISE EXCEPTION 'no amendment % for this role', number_ USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM contract.lock_contract(applied.country, applied.contract);
    SELECT * INTO applied FROM contract.amendment a WHERE a.number = number_ FOR UPDATE;
    IF applied.state <> 'APPLIED' OR coalesce(length(btrim(reason_)), 0) NOT BETWEEN 1 AND 500 THEN
        RAISE EXCEPTION 'amendment % is not in force, or no reason is given', number_ USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    cancelled := false;
    blocker := contract.built_on(number_);
    IF blocker IS NOT NULL THEN
        RETURN;
    END IF;
    BEGIN
        INSERT INTO contract.working (amendment, purpose) VALUES (number_, 'RESTORE');
        PERFORM set_config('guichet.amendment', number_::text, true);
        FOR change IN SELECT e.* FROM contract.effect e WHERE e.amendment = number_ ORDER BY e.rank DESC LOOP
            IF NOT contract.restore(change) THEN
                RAISE EXCEPTION 'something was built on it' USING ERRCODE = 'GC001';
            END IF;
        END LOOP;
        -- Behind the restoring, which waits for whoever is putting something on the file just now.
        SELECT min(contract.held_by(applied.country, m.member)) INTO held
        FROM (SELECT DISTINCT e.member FROM contract.effect e WHERE e.amendment = number_ AND e.member IS NOT NULL) m
        WHERE NOT directory.keep_file(applied.country, 'member', m.member);
        IF held IS NOT NULL THEN
            RAISE EXCEPTION 'something was built on it' USING ERRCODE = 'GC001';
        END IF;
        DELETE FROM contract.working w WHERE w.amendment = number_;
        UPDATE contract.amendment a SET state = 'CANCELLED', reason = btrim(reason_), version = a.version + 1
        WHERE a.number = number_;
        UPDATE contract.follow_up f SET state = 'WITHDRAWN', version = f.version + 1
        WHERE f.amendment = number_ AND f.state = 'OPEN';
        PERFORM set_config('guichet.amendment', '', true);
        cancelled := true;
    EXCEPTION
        WHEN foreign_key_violation THEN
            -- Rows that only stand because of this amendment: of a contract, or of the person whom it enrolled.
            GET STACKED DIAGNOSTICS schema_ = SCHEMA_NAME, table_ = TABLE_NAME;
            cancelled := false;
            IF NOT contract.is_amended(schema_, table_) THEN
                held := 'record';
            END IF;
        WHEN SQLSTATE 'GC001' OR unique_violation OR exclusion_violation OR check_violation THEN
            -- Rows that took its place, or were changed since.
            cancelled := false;
    END;
END
$$;
COMMENT ON FUNCTION contract.cancel(bigint, text) IS
    'Takes an amendment back, row by row from the last to the first, or does nothing: blocker is then the amendment that was '
    'built on it; held is case, document or record when something of that kind hangs on the member whom it enrolled; with '
    'neither, a row was changed otherwise since.';

REVOKE ALL ON FUNCTION contract.held_by(text, text), contract.is_amended(text, text), contract.cancel(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION contract.cancel(bigint, text) TO care_agent, operations, operations_lead;
