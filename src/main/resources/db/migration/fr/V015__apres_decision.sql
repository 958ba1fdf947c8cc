-- What was decided stands until the decision is taken back: amounts, steps, reasons, the payment and counters change in a transaction
-- that is deciding the statement, psql included. Functions of the owner, which take runs back or write many rows, ask for themselves.

CREATE FUNCTION en_decision(touche bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
    SELECT touche::text IN (SELECT reimbursement.being_decided('FR'))
$$;
COMMENT ON FUNCTION en_decision(bigint) IS 'Whether this transaction is deciding a statement';

CREATE FUNCTION decompte_proteger() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
BEGIN
    IF NEW.paye_le IS NOT NULL AND NEW.paye_le IS DISTINCT FROM OLD.paye_le
       OR NEW.compte_fin IS NOT NULL AND NEW.compte_fin IS DISTINCT FROM OLD.compte_fin THEN
        RAISE EXCEPTION 'a payment is taken back, not rewritten' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (CASE WHEN OLD.etat IN ('RECU', 'EN_COURS') THEN NEW.amc <> 0
            ELSE to_jsonb(NEW) - '{etat,version}'::text[] <> to_jsonb(OLD) - '{etat,version}'::text[] END)
       AND NOT en_decision(NEW.numero) THEN
        RAISE EXCEPTION 'a statement that was decided stays as it is' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION decompte_proteger() IS
    'Keeps what was decided of a statement from who is not deciding it, and what was paid from everybody: it is emptied with the decision';
CREATE TRIGGER proteger BEFORE UPDATE ON decompte FOR EACH ROW WHEN (NOT pg_has_role(current_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION decompte_proteger();

CREATE FUNCTION acte_proteger() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
BEGIN
    IF (TG_OP = 'UPDATE' OR NEW.amc <> 0 OR NEW.motif IS NOT NULL OR NEW.etapes IS NOT NULL) AND NOT en_decision(NEW.decompte) THEN
        RAISE EXCEPTION 'what is decided of an act is written by a decision' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION acte_proteger() IS 'Keeps amounts, steps and reasons of acts from who is not deciding their statement; what comes in has none';
CREATE TRIGGER proteger BEFORE INSERT OR UPDATE ON acte FOR EACH ROW WHEN (NOT pg_has_role(current_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION acte_proteger();

CREATE FUNCTION compteur_proteger() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
DECLARE
    touche compteur := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    IF NOT EXISTS (SELECT FROM reimbursement.being_decided('FR') t JOIN decompte d ON d.numero = t::bigint WHERE d.personne = touche.personne) THEN
        RAISE EXCEPTION 'counters follow the decisions of statements of their person' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.plafond < OLD.plafond THEN
        RAISE EXCEPTION 'a limit that there was is not taken back' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION compteur_proteger() IS 'Keeps the counters of people of whom no statement is being decided';
CREATE TRIGGER proteger BEFORE INSERT OR UPDATE OR DELETE ON compteur
    FOR EACH ROW WHEN (NOT pg_has_role(current_user, 'guichet_owner', 'MEMBER')) EXECUTE FUNCTION compteur_proteger();

CREATE FUNCTION mouvement_proteger() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
BEGIN
    IF NOT en_decision(CASE TG_OP WHEN 'DELETE' THEN OLD.decompte ELSE NEW.decompte END) THEN
        RAISE EXCEPTION 'what a statement uses of counters is written by its decision' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION mouvement_proteger() IS 'Keeps what statements used of counters from who is not deciding them';
CREATE TRIGGER proteger BEFORE INSERT OR UPDATE OR DELETE ON mouvement
    FOR EACH ROW WHEN (NOT pg_has_role(current_user, 'guichet_owner', 'MEMBER')) EXECUTE FUNCTION mouvement_proteger();

REVOKE ALL ON FUNCTION en_decision(bigint), decompte_proteger(), acte_proteger(), compteur_proteger(), mouvement_proteger() FROM PUBLIC;
