-- What was decided stands until the decision is taken back: staff write the lines of undecided statements only, psql included. As a
-- statement is the sum of its lines when a transaction ends, its amounts stand too.

CREATE POLICY onbeslist_nieuw ON factuurlijn AS RESTRICTIVE FOR INSERT WITH CHECK (EXISTS (
    SELECT FROM afrekening f WHERE f.ogm = factuurlijn.ogm AND f.toestand IN ('ONTVANGEN', 'IN_BEHANDELING')));
CREATE POLICY onbeslist_wijziging ON factuurlijn AS RESTRICTIVE FOR UPDATE USING (EXISTS (
    SELECT FROM afrekening f WHERE f.ogm = factuurlijn.ogm AND f.toestand IN ('ONTVANGEN', 'IN_BEHANDELING')));

CREATE FUNCTION afrekening_bewaken() RETURNS trigger
    LANGUAGE plpgsql SET search_path = be, public, pg_temp
AS $$
BEGIN
    IF NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER')
       AND (NEW.betaald_op IS NOT NULL AND NEW.betaald_op IS DISTINCT FROM OLD.betaald_op
            OR NEW.rekening IS NOT NULL AND NEW.rekening IS DISTINCT FROM OLD.rekening
            OR NEW.begunstigde IS NOT NULL AND NEW.begunstigde IS DISTINCT FROM OLD.begunstigde) THEN
        RAISE EXCEPTION 'a payment is taken back, not rewritten' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION afrekening_bewaken() IS 'Whom, where and when we paid: staff empty it with the decision that they take back, and write nothing else there';
CREATE TRIGGER bewaken BEFORE UPDATE OF betaald_op, rekening, begunstigde ON afrekening FOR EACH ROW EXECUTE FUNCTION afrekening_bewaken();
REVOKE ALL ON FUNCTION afrekening_bewaken() FROM PUBLIC;
