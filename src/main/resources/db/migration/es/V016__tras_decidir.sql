-- What was decided of a request stands until the decision is taken back, and what was paid is emptied with it: psql included. Runs with
-- search_path = es, public.

CREATE FUNCTION solicitud_proteger() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    IF NEW.pagada IS NOT NULL AND NEW.pagada IS DISTINCT FROM OLD.pagada
       OR NEW.cuenta_final IS NOT NULL AND NEW.cuenta_final IS DISTINCT FROM OLD.cuenta_final THEN
        RAISE EXCEPTION 'a payment is taken back, not rewritten' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.estado NOT IN ('RECIBIDA', 'EN_TRAMITE')
       AND to_jsonb(NEW) - '{estado,version}'::text[] <> to_jsonb(OLD) - '{estado,version}'::text[]
       AND NEW.id::text NOT IN (SELECT reimbursement.being_decided('ES')) THEN
        RAISE EXCEPTION 'a request that was decided stays as it is' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION solicitud_proteger() IS
    'Keeps what a decided request says from who is not deciding it, and what was paid from everybody: staff empty it with the decision';
-- What stood is written again by a function of the owner: that is no staff writing a payment.
CREATE TRIGGER proteger BEFORE UPDATE ON solicitud_reembolso
    FOR EACH ROW WHEN (NOT pg_has_role(current_user, 'guichet_owner', 'MEMBER')) EXECUTE FUNCTION solicitud_proteger();
REVOKE ALL ON FUNCTION solicitud_proteger() FROM PUBLIC;
