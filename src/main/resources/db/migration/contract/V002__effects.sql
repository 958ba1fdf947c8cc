-- What an amendment may write, and what counts as written.

-- An amendment writes in the country of its contract: whoever cancels it there may have no right elsewhere.

CREATE FUNCTION contract.refuse_abroad() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
BEGIN
    IF NEW.schema_name IS DISTINCT FROM (SELECT lower(a.country) FROM contract.amendment a WHERE a.number = NEW.amendment) THEN
        RAISE EXCEPTION 'amendment % is not about a contract of %', NEW.amendment, NEW.schema_name
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION contract.refuse_abroad() IS 'Trigger, BEFORE INSERT FOR EACH ROW: keeps what an amendment does in its country.';
CREATE TRIGGER abroad BEFORE INSERT ON contract.effect FOR EACH ROW EXECUTE FUNCTION contract.refuse_abroad();
REVOKE ALL ON FUNCTION contract.refuse_abroad() FROM PUBLIC;

-- A row that only got a new version was not changed: who terminates twice on one day is told so.
CREATE OR REPLACE FUNCTION contract.finish(number_ bigint, newcomer_ text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
DECLARE
    missing text[];
BEGIN
    DELETE FROM contract.working w
    WHERE w.amendment = number_ AND w.xact = pg_current_xact_id_if_assigned() AND w.purpose = 'APPLY';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this transaction is not applying amendment %', number_ USING ERRCODE = 'insufficient_privilege';
    END IF;
    missing := contract.missing_documents(number_);
    IF missing <> '{}' THEN
        RAISE EXCEPTION 'documents are missing: %', missing USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    UPDATE contract.amendment a
    SET state = 'APPLIED', place = nextval('contract.amendment_place'), newcomer = newcomer_, version = a.version + 1
    WHERE a.number = number_;
    PERFORM set_config('guichet.amendment', '', true);
    RETURN EXISTS (SELECT FROM contract.effect e WHERE e.amendment = number_ AND e.after IS DISTINCT FROM '{}');
END
$$;
