-- What was decided of a statement stands until the decision is taken back: not only whom, where and when we paid, but all that it says.

CREATE OR REPLACE FUNCTION afrekening_bewaken() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    IF NEW.betaald_op IS NOT NULL AND NEW.betaald_op IS DISTINCT FROM OLD.betaald_op
       OR NEW.rekening IS NOT NULL AND NEW.rekening IS DISTINCT FROM OLD.rekening
       OR NEW.begunstigde IS NOT NULL AND NEW.begunstigde IS DISTINCT FROM OLD.begunstigde THEN
        RAISE EXCEPTION 'a payment is taken back, not rewritten' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.toestand NOT IN ('ONTVANGEN', 'IN_BEHANDELING')
       AND to_jsonb(NEW) - '{toestand,version}'::text[] <> to_jsonb(OLD) - '{toestand,version}'::text[]
       AND NEW.ogm NOT IN (SELECT reimbursement.being_decided('BE')) THEN
        RAISE EXCEPTION 'a statement that was decided stays as it is' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION afrekening_bewaken() IS
    'Keeps what a decided statement says from who is not deciding it, and what was paid from everybody: staff empty it with the decision';
-- What stood is written again by a function of the owner: that is no staff writing a payment.
DROP TRIGGER bewaken ON afrekening;
CREATE TRIGGER bewaken BEFORE UPDATE ON afrekening FOR EACH ROW WHEN (NOT pg_has_role(current_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION afrekening_bewaken();
