-- Statements that are decided again: which ones a changed tariff touches, and what stood of one before.

CREATE FUNCTION geraakte_afrekeningen(van_ date, tot_ date, codes text[], meest integer) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1000 SET search_path = be, public, pg_temp
AS $$
    SELECT f.ogm
    FROM (SELECT DISTINCT l.ogm FROM factuurlijn l WHERE l.van BETWEEN van_ AND tot_ AND (codes = '{}' OR l.code = ANY (codes))) g
    JOIN afrekening f ON f.ogm = g.ogm
    WHERE f.toestand IN ('BEREKEND', 'BETAALD') AND 'BE' = ANY (access.my_countries()) AND access.is_any('operations', 'operations_lead')
    ORDER BY f.ogm LIMIT meest
$$;
COMMENT ON FUNCTION geraakte_afrekeningen(date, date, text[], integer) IS
    'Keys of the decided statements with a line of one of these codes (none: any) that begins on these days; keys only, no health data';

CREATE FUNCTION afrekening_bewaren(ogm_ text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
    -- What an older line used of a ceiling is what we paid for it, where there is a ceiling: as taking it back reckons.
    SELECT reimbursement.keep('BE', ogm_, jsonb_build_object('afrekening', to_jsonb(f), 'plafonds',
        (SELECT coalesce(jsonb_agg(j.formule || ' ' || j.begin), '[]') FROM jaarplafond j WHERE j.verzekerde = f.verzekerde), 'lijnen',
        (SELECT jsonb_agg(to_jsonb(l) || jsonb_build_object('verbruikt', coalesce(l.verbruikt, CASE WHEN EXISTS (
                 SELECT FROM jaarplafond j WHERE j.verzekerde = f.verzekerde AND j.formule = coalesce(l.formule, f.formule)
                     AND l.van BETWEEN j.begin AND j.einde) THEN l.terugbetaald END, 0)) ORDER BY l.rang)
         FROM factuurlijn l WHERE l.ogm = f.ogm)))
    FROM afrekening f WHERE f.ogm = ogm_
$$;
COMMENT ON FUNCTION afrekening_bewaren(text) IS 'Keeps what stands of a statement that a run decides again';

CREATE FUNCTION afrekening_terugzetten(ogm_ text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
DECLARE
    bewaard jsonb := reimbursement.what_stood('BE', ogm_);
    kop     afrekening := jsonb_populate_record(NULL::afrekening, bewaard -> 'afrekening');
BEGIN
    -- the ceiling follows the lines by the formula of their statement
    UPDATE afrekening f SET polis = kop.polis, formule = kop.formule, version = f.version + 1
    WHERE f.ogm = ogm_ AND (f.polis, f.formule) IS DISTINCT FROM (kop.polis, kop.formule);
    UPDATE factuurlijn l SET basis = b.basis, mutualiteit = b.mutualiteit, remgeld = b.remgeld, ereloonsupplement = b.ereloonsupplement,
        terugbetaald = b.terugbetaald, eigen_deel = b.eigen_deel, verbruikt = b.verbruikt, stappen = b.stappen, polis = b.polis,
        formule = b.formule, version = l.version + 1
    FROM jsonb_populate_recordset(NULL::factuurlijn, bewaard -> 'lijnen') b
    WHERE l.ogm = ogm_ AND l.rang = b.rang;
    UPDATE afrekening f SET toestand = kop.toestand, mutualiteit = kop.mutualiteit, terugbetaald = kop.terugbetaald,
        eigen_deel = kop.eigen_deel, franchise = kop.franchise, begunstigde = kop.begunstigde, rekening = kop.rekening,
        betaald_op = kop.betaald_op, version = f.version + 1
    WHERE f.ogm = ogm_;
    -- a ceiling that only the decision taken back had used
    DELETE FROM jaarplafond j
    WHERE j.verzekerde = kop.verzekerde AND j.verbruikt = 0 AND NOT bewaard -> 'plafonds' ? (j.formule || ' ' || j.begin);
END
$$;
COMMENT ON FUNCTION afrekening_terugzetten(text) IS
    'Writes again what stood of a statement before a run decided it again: lines, what they used of ceilings, the payment. A ceiling that '
    'others have used up meanwhile refuses it';

-- What stood is written again by a function of the owner: that is no staff writing a payment.
CREATE OR REPLACE FUNCTION afrekening_bewaken() RETURNS trigger
    LANGUAGE plpgsql SET search_path = be, public, pg_temp
AS $$
BEGIN
    IF NOT pg_has_role(current_user, 'guichet_owner', 'MEMBER')
       AND (NEW.betaald_op IS NOT NULL AND NEW.betaald_op IS DISTINCT FROM OLD.betaald_op
            OR NEW.rekening IS NOT NULL AND NEW.rekening IS DISTINCT FROM OLD.rekening
            OR NEW.begunstigde IS NOT NULL AND NEW.begunstigde IS DISTINCT FROM OLD.begunstigde) THEN
        RAISE EXCEPTION 'a payment is taken back, not rewritten' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION geraakte_afrekeningen(date, date, text[], integer), afrekening_bewaren(text), afrekening_terugzetten(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION geraakte_afrekeningen(date, date, text[], integer), afrekening_bewaren(text), afrekening_terugzetten(text)
    TO operations, operations_lead;
