-- Statements come in, are decided and taken back: what was entered, why each amount is what it is, and what a line used of a
-- ceiling. Staff write statements and lines; the counters follow the lines.

ALTER TABLE afrekening
    ADD COLUMN oorsprong text,
    ADD COLUMN factuurnummer text,
    ADD COLUMN rond_opname text,
    ADD COLUMN weigering text,
    ADD CONSTRAINT afrekening_oorsprong CHECK (length(oorsprong) BETWEEN 1 AND 200),
    ADD CONSTRAINT afrekening_factuurnummer CHECK (factuurnummer = btrim(factuurnummer) AND length(factuurnummer) BETWEEN 1 AND 40),
    ADD CONSTRAINT afrekening_rond_opname FOREIGN KEY (rond_opname, verzekerde) REFERENCES opname (nummer, verzekerde) DEFERRABLE,
    ADD CONSTRAINT afrekening_rond CHECK (rond_opname IS NULL OR soort = 'AMBULANT'),
    ADD CONSTRAINT afrekening_weigering CHECK (weigering IS NULL OR toestand = 'GEWEIGERD' AND weigering ~ '^[A-Z_]{1,40}$');
CREATE UNIQUE INDEX afrekening_per_oorsprong ON afrekening (oorsprong) WHERE oorsprong IS NOT NULL;
CREATE INDEX afrekening_rond_opnamen ON afrekening (rond_opname) WHERE rond_opname IS NOT NULL;
COMMENT ON COLUMN afrekening.oorsprong IS 'What it came from, never twice; empty for what was here before claims came in';
COMMENT ON COLUMN afrekening.factuurnummer IS 'Number of the provider''s invoice';
COMMENT ON COLUMN afrekening.rond_opname IS 'The stay that this care was had before or after; empty when it has none';
COMMENT ON COLUMN afrekening.weigering IS 'Coded reason why it was refused';

ALTER TABLE factuurlijn
    ADD COLUMN inami text,
    ADD COLUMN gegeven boolean NOT NULL DEFAULT true,
    ADD COLUMN verbruikt numeric(10,2),
    ADD COLUMN stappen jsonb,
    ADD CONSTRAINT factuurlijn_inami CHECK (inami ~ '^[1-9][0-9]{10}$' AND riziv_klopt(inami)),
    ADD CONSTRAINT factuurlijn_verbruikt CHECK (verbruikt BETWEEN 0 AND terugbetaald),
    ADD CONSTRAINT factuurlijn_stappen CHECK (jsonb_typeof(stappen) = 'array');
CREATE INDEX factuurlijn_op_dag ON factuurlijn (code, van, ogm);
COMMENT ON COLUMN factuurlijn.inami IS 'RIZIV/INAMI number that the invoice names, also of a provider who is not known here';
COMMENT ON COLUMN factuurlijn.gegeven IS 'Base amount and intervention came with the invoice; else they are the nomenclature''s of the day';
COMMENT ON COLUMN factuurlijn.verbruikt IS 'What it used of the yearly ceiling; empty for lines from before this was kept: what we paid, where there is a ceiling';
COMMENT ON COLUMN factuurlijn.stappen IS 'How its amounts came about, step by step, without a language; empty while undecided';

-- Numbers ---------------------------------------------------------------------------------------------------------

CREATE SEQUENCE afrekening_volgnummer MAXVALUE 9999999999;
SELECT setval('afrekening_volgnummer', max(left(ogm, 10)::bigint)) FROM afrekening HAVING max(ogm) IS NOT NULL;

CREATE FUNCTION nieuwe_ogm() RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
DECLARE
    eerste text;
    ogm_   text;
BEGIN
    LOOP
        eerste := lpad(nextval('afrekening_volgnummer')::text, 10, '0');
        ogm_ := eerste || lpad(((eerste::bigint + 96) % 97 + 1)::text, 2, '0');
        -- samples number themselves
        EXIT WHEN NOT EXISTS (SELECT FROM afrekening f WHERE f.ogm = ogm_);
    END LOOP;
    RETURN ogm_;
END
$$;
COMMENT ON FUNCTION nieuwe_ogm() IS 'The number of a new statement: a structured communication that nobody has';

CREATE FUNCTION bekende_oorsprong(oorsprong_ text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
    SELECT f.ogm FROM afrekening f WHERE f.oorsprong = oorsprong_
$$;
COMMENT ON FUNCTION bekende_oorsprong(text) IS 'The number of the statement that came from there, whosever it is; null when there is none';

-- Ceilings --------------------------------------------------------------------------------------------------------

CREATE FUNCTION plafond_volgt() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
DECLARE
    kop     afrekening;
    jaar    date := date_trunc('year', NEW.van)::date;
    meer    numeric := coalesce(NEW.verbruikt, 0);
    lid     integer;
    hoogste numeric;
BEGIN
    SELECT * INTO kop FROM afrekening f WHERE f.ogm = NEW.ogm;
    IF TG_OP = 'UPDATE' THEN
        meer := meer - coalesce(OLD.verbruikt, CASE WHEN EXISTS (
            SELECT FROM jaarplafond j WHERE j.verzekerde = kop.verzekerde AND j.formule = kop.formule AND OLD.van BETWEEN j.begin AND j.einde)
            THEN OLD.terugbetaald END, 0);
    END IF;
    IF meer = 0 THEN
        RETURN NULL;
    END IF;
    SELECT extract(year FROM NEW.van)::integer - extract(year FROM min(a.begin))::integer + 1 INTO lid
    FROM aansluiting a
    WHERE a.verzekerde = kop.verzekerde AND a.polis = kop.polis AND a.begin <= NEW.van AND (a.einde IS NULL OR a.einde >= NEW.van);
    SELECT x.bedrag INTO hoogste
    FROM formule_voorwaarde v JOIN formule_plafond x ON x.formule = v.formule AND x.begin = v.begin
    WHERE v.formule = kop.formule AND v.begin <= NEW.van AND (v.einde IS NULL OR v.einde >= NEW.van)
      AND x.lidjaar <= greatest(1, coalesce(lid, 1))
    ORDER BY x.lidjaar DESC LIMIT 1;
    -- a ceiling that grew meanwhile holds; one that shrank takes nothing back
    UPDATE jaarplafond j SET version = j.version + 1, verbruikt = j.verbruikt + meer, plafond = greatest(j.plafond, coalesce(hoogste, 0))
    WHERE j.verzekerde = kop.verzekerde AND j.formule = kop.formule AND NEW.van BETWEEN j.begin AND j.einde;
    IF NOT FOUND THEN
        INSERT INTO jaarplafond (verzekerde, formule, begin, einde, plafond, verbruikt)
        VALUES (kop.verzekerde, kop.formule, jaar, (jaar + interval '1 year - 1 day')::date, coalesce(hoogste, 0), meer);
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION plafond_volgt() IS
    'What is used of a ceiling is what its lines used, and never more than it: the counter follows each line, and gives back what the line gives back';
CREATE TRIGGER plafond_nieuw AFTER INSERT ON factuurlijn FOR EACH ROW WHEN (NEW.verbruikt > 0) EXECUTE FUNCTION plafond_volgt();
CREATE TRIGGER plafond_wijziging AFTER UPDATE OF verbruikt ON factuurlijn FOR EACH ROW
    WHEN (OLD.verbruikt IS DISTINCT FROM NEW.verbruikt) EXECUTE FUNCTION plafond_volgt();

-- Rights ----------------------------------------------------------------------------------------------------------

GRANT INSERT ON opname, afrekening, factuurlijn TO operations, operations_lead;
GRANT UPDATE (polis, formule, soort, opname, rond_opname, rubriek, eerste_zorg, laatste_zorg, ontvangen, factuurnummer, toestand, lijnen,
              gevraagd, mutualiteit, andere, terugbetaald, eigen_deel, franchise, begunstigde, rekening, betaald_op, weigering, version)
    ON afrekening TO operations, operations_lead;
GRANT UPDATE (basis, mutualiteit, remgeld, ereloonsupplement, andere, terugbetaald, eigen_deel, verbruikt, stappen, version)
    ON factuurlijn TO operations, operations_lead;
GRANT DELETE ON factuurlijn TO operations, operations_lead;
GRANT USAGE ON SEQUENCE opname_volgnummer TO operations, operations_lead;
-- what was decided is not entered anew
CREATE POLICY onbeslist ON factuurlijn AS RESTRICTIVE FOR DELETE USING (EXISTS (
    SELECT FROM afrekening f WHERE f.ogm = factuurlijn.ogm AND f.toestand IN ('ONTVANGEN', 'IN_BEHANDELING')));

REVOKE ALL ON FUNCTION nieuwe_ogm(), bekende_oorsprong(text), plafond_volgt() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION nieuwe_ogm(), bekende_oorsprong(text) TO operations, operations_lead;
GRANT EXECUTE ON FUNCTION ogm_klopt(text) TO care_agent, operations, operations_lead, auditor;

-- The queue -------------------------------------------------------------------------------------------------------

CREATE FUNCTION werkstand(toestand_ text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE toestand_ WHEN 'ONTVANGEN' THEN 'RECEIVED' WHEN 'IN_BEHANDELING' THEN 'PENDED' WHEN 'BEREKEND' THEN 'ACCEPTED'
           WHEN 'BETAALD' THEN 'PAID' WHEN 'GEWEIGERD' THEN 'REJECTED' END;
COMMENT ON FUNCTION werkstand(text) IS 'Where a statement stands, as the queue of all countries says it';
REVOKE ALL ON FUNCTION werkstand(text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION afrekening_publiceren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
DECLARE
    weg text[];
BEGIN
    IF TG_OP = 'DELETE' THEN
        SELECT coalesce(array_agg(ogm), '{}') INTO weg FROM oude;
        PERFORM directory.withdraw('BE', 'claim', weg);
        PERFORM reimbursement.withdraw('BE', weg);
    ELSIF TG_OP = 'UPDATE' THEN
        -- progress of a statement changes nothing that is searched
        PERFORM publiceer_afrekeningen((SELECT array_agg(n.ogm) FROM nieuwe n
            WHERE NOT EXISTS (SELECT FROM oude o WHERE o.ogm = n.ogm AND o.verzekerde = n.verzekerde)));
        PERFORM reimbursement.publish((SELECT array_agg(ROW('BE', n.ogm,
                '+++' || left(n.ogm, 3) || '/' || substr(n.ogm, 4, 4) || '/' || right(n.ogm, 5) || '+++', n.verzekerde,
                werkstand(n.toestand), n.ontvangen, NULL, NULL, n.gevraagd, n.terugbetaald, NULL, werkstand(o.toestand),
                o.terugbetaald)::reimbursement.published_claim)
            FROM nieuwe n LEFT JOIN oude o ON o.ogm = n.ogm
            WHERE o.ogm IS NULL OR (o.toestand, o.gevraagd, o.terugbetaald, o.ontvangen, o.verzekerde)
                  IS DISTINCT FROM (n.toestand, n.gevraagd, n.terugbetaald, n.ontvangen, n.verzekerde)));
    ELSE
        PERFORM publiceer_afrekeningen((SELECT array_agg(ogm) FROM nieuwe));
        PERFORM publiceer_werk((SELECT array_agg(ogm) FROM nieuwe WHERE toestand IN ('ONTVANGEN', 'IN_BEHANDELING', 'BEREKEND')));
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION publiceer_werk(nummers text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
    SELECT reimbursement.publish(array_agg(ROW('BE', f.ogm,
            '+++' || left(f.ogm, 3) || '/' || substr(f.ogm, 4, 4) || '/' || right(f.ogm, 5) || '+++', f.verzekerde,
            werkstand(f.toestand), f.ontvangen, NULL, NULL, f.gevraagd, f.terugbetaald, NULL, NULL, NULL)::reimbursement.published_claim))
    FROM afrekening f WHERE f.ogm = ANY (nummers)
    HAVING count(*) > 0
$$;
COMMENT ON FUNCTION publiceer_werk(text[]) IS 'Puts statements that can still be worked on into the queue, as new ones';

CREATE FUNCTION factuurlijn_herkennen() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    PERFORM reimbursement.withdraw_prints('BE', (SELECT array_agg(DISTINCT n.ogm) FROM nieuwe n));
    PERFORM reimbursement.publish_prints((SELECT array_agg(ROW('BE', p.ogm, p.soort, p.waarde, p.kring)::reimbursement.published_print)
        FROM (SELECT DISTINCT f.ogm, 'care' AS soort, concat_ws('|', f.verzekerde, l.code, l.van, l.gevraagd) AS waarde, NULL AS kring
              FROM afrekening f JOIN factuurlijn l ON l.ogm = f.ogm WHERE f.ogm IN (SELECT ogm FROM nieuwe)
              UNION
              SELECT f.ogm, 'invoice', concat_ws('|', coalesce(l.inami, o.ziekenhuis), f.factuurnummer), NULL
              FROM afrekening f JOIN factuurlijn l ON l.ogm = f.ogm LEFT JOIN opname o ON o.nummer = f.opname
              WHERE f.ogm IN (SELECT ogm FROM nieuwe) AND f.factuurnummer IS NOT NULL AND coalesce(l.inami, o.ziekenhuis) IS NOT NULL
              UNION
              -- a family shares an account
              SELECT f.ogm, 'account', b.iban, coalesce((SELECT min(a.hoofd) FROM aansluiting a WHERE a.verzekerde = f.verzekerde), f.verzekerde)
              FROM afrekening f JOIN bankrekening b ON b.verzekerde = f.verzekerde
              WHERE f.ogm IN (SELECT ogm FROM nieuwe) AND b.iban IS NOT NULL) p));
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION factuurlijn_herkennen() IS 'Remembers by what new statements are recognised: care, invoice, account';
-- Samples do not come in twice.
CREATE TRIGGER herkennen AFTER INSERT ON factuurlijn REFERENCING NEW TABLE AS nieuwe FOR EACH STATEMENT
    WHEN (current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION factuurlijn_herkennen();
REVOKE ALL ON FUNCTION publiceer_werk(text[]), factuurlijn_herkennen() FROM PUBLIC;

SELECT publiceer_werk((SELECT array_agg(ogm) FROM afrekening WHERE toestand IN ('ONTVANGEN', 'IN_BEHANDELING', 'BEREKEND')));
