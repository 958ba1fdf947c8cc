-- Each line is decided under the policy that its care belongs to: somebody has one for ambulatory care, one for dental care, one for
-- stays in hospital, and a statement may hold care of several. The ceiling follows the line's own formula.

ALTER TABLE factuurlijn
    ADD COLUMN polis text REFERENCES polis DEFERRABLE,
    ADD COLUMN formule text REFERENCES formule DEFERRABLE,
    ADD CONSTRAINT factuurlijn_dekking CHECK ((polis IS NULL) = (formule IS NULL));
CREATE INDEX factuurlijn_per_polis ON factuurlijn (polis) WHERE polis IS NOT NULL;
COMMENT ON COLUMN factuurlijn.polis IS 'The policy under which it was decided; empty while undecided, when none covers it, and for lines from before this was kept: that of the statement';
COMMENT ON COLUMN factuurlijn.formule IS 'The formula of that policy on the day of care; empty as the policy is';
COMMENT ON COLUMN afrekening.polis IS 'The policy that decides about its first line';
COMMENT ON COLUMN afrekening.formule IS 'The formula that decides about its first line: that of the policy on the day of care, or on the first day of the stay';
GRANT UPDATE (polis, formule) ON factuurlijn TO operations, operations_lead;

CREATE OR REPLACE FUNCTION plafond_volgt() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
DECLARE
    kop      afrekening;
    jaar     date := date_trunc('year', NEW.van)::date;
    meer     numeric := coalesce(NEW.verbruikt, 0);
    polis_   text;
    formule_ text;
    lid      integer;
    hoogste  numeric;
BEGIN
    SELECT * INTO kop FROM afrekening f WHERE f.ogm = NEW.ogm;
    polis_ := coalesce(NEW.polis, kop.polis);
    formule_ := coalesce(NEW.formule, kop.formule);
    IF TG_OP = 'UPDATE' THEN
        IF OLD.verbruikt > 0 AND coalesce(OLD.formule, kop.formule) <> formule_ THEN
            RAISE EXCEPTION 'what line % of statement % used is given back before another formula pays it', NEW.rang, NEW.ogm
                USING ERRCODE = 'check_violation', CONSTRAINT = 'factuurlijn_dekking', TABLE = 'factuurlijn', SCHEMA = 'be';
        END IF;
        meer := meer - coalesce(OLD.verbruikt, CASE WHEN EXISTS (
            SELECT FROM jaarplafond j WHERE j.verzekerde = kop.verzekerde AND j.formule = formule_ AND OLD.van BETWEEN j.begin AND j.einde)
            THEN OLD.terugbetaald END, 0);
    END IF;
    IF meer = 0 THEN
        RETURN NULL;
    END IF;
    SELECT extract(year FROM NEW.van)::integer - extract(year FROM min(a.begin))::integer + 1 INTO lid
    FROM aansluiting a
    WHERE a.verzekerde = kop.verzekerde AND a.polis = polis_ AND a.begin <= NEW.van AND (a.einde IS NULL OR a.einde >= NEW.van);
    SELECT x.bedrag INTO hoogste
    FROM formule_voorwaarde v JOIN formule_plafond x ON x.formule = v.formule AND x.begin = v.begin
    WHERE v.formule = formule_ AND v.begin <= NEW.van AND (v.einde IS NULL OR v.einde >= NEW.van)
      AND x.lidjaar <= greatest(1, coalesce(lid, 1))
    ORDER BY x.lidjaar DESC LIMIT 1;
    -- a ceiling that grew meanwhile holds; one that shrank takes nothing back
    UPDATE jaarplafond j SET version = j.version + 1, verbruikt = j.verbruikt + meer, plafond = greatest(j.plafond, coalesce(hoogste, 0))
    WHERE j.verzekerde = kop.verzekerde AND j.formule = formule_ AND NEW.van BETWEEN j.begin AND j.einde;
    IF NOT FOUND THEN
        INSERT INTO jaarplafond (verzekerde, formule, begin, einde, plafond, verbruikt)
        VALUES (kop.verzekerde, formule_, jaar, (jaar + interval '1 year - 1 day')::date, coalesce(hoogste, 0), meer);
    END IF;
    RETURN NULL;
END
$$;

-- What is recognised ----------------------------------------------------------------------------------------------

CREATE FUNCTION publiceer_kenmerken(nummers text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
    SELECT reimbursement.publish_prints((SELECT array_agg(ROW('BE', p.ogm, p.soort, p.waarde, p.kring)::reimbursement.published_print)
        FROM (SELECT DISTINCT f.ogm, 'care' AS soort, concat_ws('|', f.verzekerde, l.code, l.van, l.gevraagd) AS waarde, NULL AS kring
              FROM afrekening f JOIN factuurlijn l ON l.ogm = f.ogm WHERE f.ogm = ANY (nummers)
              UNION
              SELECT f.ogm, 'invoice', concat_ws('|', coalesce(l.inami, o.ziekenhuis), f.factuurnummer), NULL
              FROM afrekening f JOIN factuurlijn l ON l.ogm = f.ogm LEFT JOIN opname o ON o.nummer = f.opname
              WHERE f.ogm = ANY (nummers) AND f.factuurnummer IS NOT NULL AND coalesce(l.inami, o.ziekenhuis) IS NOT NULL
              UNION
              -- a family shares an account
              SELECT f.ogm, 'account', b.iban, coalesce((SELECT min(a.hoofd) FROM aansluiting a WHERE a.verzekerde = f.verzekerde), f.verzekerde)
              FROM afrekening f JOIN bankrekening b ON b.verzekerde = f.verzekerde
              WHERE f.ogm = ANY (nummers) AND b.iban IS NOT NULL) p))
$$;
COMMENT ON FUNCTION publiceer_kenmerken(text[]) IS 'Remembers by what these statements are recognised: care, invoice, account';

CREATE OR REPLACE FUNCTION factuurlijn_herkennen() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    PERFORM reimbursement.withdraw_prints('BE', (SELECT array_agg(DISTINCT n.ogm) FROM nieuwe n));
    PERFORM publiceer_kenmerken((SELECT array_agg(DISTINCT n.ogm) FROM nieuwe n));
    RETURN NULL;
END
$$;

CREATE FUNCTION herken_open() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    PERFORM publiceer_kenmerken(deel.nummers)
    FROM (SELECT array_agg(n.ogm) AS nummers
          FROM (SELECT f.ogm, row_number() OVER (ORDER BY f.ogm) / 5000 AS deel
                FROM afrekening f WHERE f.toestand IN ('ONTVANGEN', 'IN_BEHANDELING', 'BEREKEND')) n
          GROUP BY n.deel) deel;
END
$$;
COMMENT ON FUNCTION herken_open() IS 'Remembers by what statements are recognised that are not paid yet: for the end of a bulk load, whose rows tell nobody';
REVOKE ALL ON FUNCTION publiceer_kenmerken(text[]), herken_open() FROM PUBLIC;

SELECT herken_open();
