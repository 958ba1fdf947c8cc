-- Care: providers, hospital stays, statements with their lines, and what is used of yearly ceilings. All but the directories
-- of providers is health data.

SELECT set_config('guichet.seeding', 'on', true);

CREATE TABLE zorgverlener (
    inami            text PRIMARY KEY,
    naam             text NOT NULL,
    beroep           text NOT NULL,
    conventie        text NOT NULL,
    postcode         text,
    gemeente         text,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT zorgverlener_inami CHECK (inami ~ '^[1-9][0-9]{10}$' AND riziv_klopt(inami)),
    CONSTRAINT zorgverlener_naam CHECK (length(naam) BETWEEN 1 AND 120),
    CONSTRAINT zorgverlener_beroep CHECK (beroep IN ('ARTS', 'TANDARTS', 'KINESITHERAPEUT')),
    CONSTRAINT zorgverlener_conventie CHECK (conventie IN ('VOLLEDIG', 'GEDEELTELIJK', 'NIET')),
    CONSTRAINT zorgverlener_postcode CHECK (postcode ~ '^[1-9][0-9]{3}$'),
    CONSTRAINT zorgverlener_gemeente CHECK (length(gemeente) BETWEEN 1 AND 80),
    CONSTRAINT zorgverlener_version CHECK (version > 0)
);
-- the competence behind the first eight digits may change: the person stays
CREATE UNIQUE INDEX zorgverlener_persoon ON zorgverlener (left(inami, 8));
CREATE INDEX zorgverlener_per_naam ON zorgverlener (naam, inami);
COMMENT ON TABLE zorgverlener IS 'A care provider';
COMMENT ON COLUMN zorgverlener.inami IS 'RIZIV/INAMI number, eleven digits; the first eight name the person';
COMMENT ON COLUMN zorgverlener.naam IS 'Name';
COMMENT ON COLUMN zorgverlener.beroep IS 'Physician, dentist or physiotherapist';
COMMENT ON COLUMN zorgverlener.conventie IS 'Bound by the tariffs of the convention: fully, partly (certain hours), not';
COMMENT ON COLUMN zorgverlener.postcode IS 'Postcode of the practice';
COMMENT ON COLUMN zorgverlener.gemeente IS 'Municipality of the practice';
COMMENT ON COLUMN zorgverlener.version IS 'Raised by each save';

CREATE TABLE ziekenhuis (
    erkenning        text PRIMARY KEY,
    naam             text NOT NULL,
    postcode         text NOT NULL,
    gemeente         text NOT NULL,
    partner_sinds    date,
    partner_tot      date,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT ziekenhuis_erkenning CHECK (erkenning ~ '^[0-9]{3}$'),
    CONSTRAINT ziekenhuis_naam CHECK (length(naam) BETWEEN 1 AND 120),
    CONSTRAINT ziekenhuis_postcode CHECK (postcode ~ '^[1-9][0-9]{3}$'),
    CONSTRAINT ziekenhuis_gemeente CHECK (length(gemeente) BETWEEN 1 AND 80),
    CONSTRAINT ziekenhuis_partner CHECK (partner_tot IS NULL OR partner_sinds IS NOT NULL AND partner_tot >= partner_sinds),
    CONSTRAINT ziekenhuis_version CHECK (version > 0)
);
CREATE INDEX ziekenhuis_per_naam ON ziekenhuis (naam, erkenning);
COMMENT ON TABLE ziekenhuis IS 'A hospital';
COMMENT ON COLUMN ziekenhuis.erkenning IS 'Recognition number, three digits';
COMMENT ON COLUMN ziekenhuis.naam IS 'Name';
COMMENT ON COLUMN ziekenhuis.postcode IS 'Postcode';
COMMENT ON COLUMN ziekenhuis.gemeente IS 'Municipality';
COMMENT ON COLUMN ziekenhuis.partner_sinds IS 'Partner from this day on: no deductible there; empty when it never was';
COMMENT ON COLUMN ziekenhuis.partner_tot IS 'Last day as a partner, empty while it is';
COMMENT ON COLUMN ziekenhuis.version IS 'Raised by each save';

CREATE SEQUENCE opname_volgnummer;

CREATE TABLE opname (
    nummer           text PRIMARY KEY DEFAULT 'H' || lpad(nextval('opname_volgnummer')::text, 9, '0'),
    verzekerde       text NOT NULL REFERENCES verzekerde DEFERRABLE,
    ziekenhuis       text NOT NULL REFERENCES ziekenhuis DEFERRABLE,
    kamer            text NOT NULL,
    van              date NOT NULL,
    tot              date,
    herval_van       text,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT opname_nummer CHECK (nummer ~ '^H[0-9]{9}$'),
    CONSTRAINT opname_kamer CHECK (kamer IN ('EENPERSOONS', 'TWEEPERSOONS', 'GEMEENSCHAPPELIJK')),
    CONSTRAINT opname_periode CHECK (tot >= van),
    CONSTRAINT opname_herval CHECK (herval_van <> nummer),
    CONSTRAINT opname_persoon UNIQUE (nummer, verzekerde),
    CONSTRAINT opname_herval_van FOREIGN KEY (herval_van, verzekerde) REFERENCES opname (nummer, verzekerde) DEFERRABLE,
    CONSTRAINT opname_zonder_overlapping EXCLUDE USING gist (verzekerde WITH =, daterange(van, tot, '[]') WITH &&),
    CONSTRAINT opname_version CHECK (version > 0)
);
ALTER SEQUENCE opname_volgnummer OWNED BY opname.nummer;
CREATE INDEX opname_per_persoon ON opname (verzekerde, van DESC);
CREATE INDEX opname_per_ziekenhuis ON opname (ziekenhuis);
CREATE INDEX opname_hervallen ON opname (herval_van) WHERE herval_van IS NOT NULL;
COMMENT ON TABLE opname IS 'A stay in hospital. Health data: readable while the file is open';
COMMENT ON COLUMN opname.nummer IS 'Names the stay, H and nine digits';
COMMENT ON COLUMN opname.verzekerde IS 'The person';
COMMENT ON COLUMN opname.ziekenhuis IS 'Recognition number of the hospital';
COMMENT ON COLUMN opname.kamer IS 'Single, double or common room: decides the deductible, and whether supplements are allowed';
COMMENT ON COLUMN opname.van IS 'Day of admission';
COMMENT ON COLUMN opname.tot IS 'Day of discharge, empty while in hospital';
COMMENT ON COLUMN opname.herval_van IS 'The earlier stay of which this is a relapse. A relapse is a new admission, with a deductible of its own';
COMMENT ON COLUMN opname.version IS 'Raised by each save';

-- Statements ------------------------------------------------------------------------------------------------------

ALTER TABLE afrekening
    ADD COLUMN soort text NOT NULL DEFAULT 'AMBULANT',
    ADD COLUMN opname text,
    ADD COLUMN formule text REFERENCES formule DEFERRABLE,
    ADD COLUMN rubriek text NOT NULL DEFAULT 'HUISARTS',
    ADD COLUMN eerste_zorg date,
    ADD COLUMN laatste_zorg date,
    ADD COLUMN lijnen integer NOT NULL DEFAULT 0,
    ADD COLUMN gevraagd numeric(10,2) NOT NULL DEFAULT 0,
    ADD COLUMN mutualiteit numeric(10,2) NOT NULL DEFAULT 0,
    ADD COLUMN andere numeric(10,2) NOT NULL DEFAULT 0,
    ADD COLUMN terugbetaald numeric(10,2) NOT NULL DEFAULT 0,
    ADD COLUMN eigen_deel numeric(10,2) NOT NULL DEFAULT 0,
    ADD COLUMN franchise numeric(10,2) NOT NULL DEFAULT 0,
    ADD COLUMN begunstigde text,
    ADD COLUMN rekening text,
    ADD COLUMN betaald_op date;
UPDATE afrekening f SET eerste_zorg = f.ontvangen, laatste_zorg = f.ontvangen,
    formule = (SELECT pf.formule FROM polis_formule pf WHERE pf.polis = f.polis ORDER BY pf.begin LIMIT 1),
    begunstigde = CASE WHEN f.toestand = 'BETAALD' THEN 'VERZEKERDE' END,
    betaald_op = CASE WHEN f.toestand = 'BETAALD' THEN f.ontvangen END;
ALTER TABLE afrekening
    ALTER COLUMN formule SET NOT NULL,
    ALTER COLUMN eerste_zorg SET NOT NULL,
    ALTER COLUMN laatste_zorg SET NOT NULL,
    ALTER COLUMN soort DROP DEFAULT,
    ALTER COLUMN rubriek DROP DEFAULT,
    ADD CONSTRAINT afrekening_soort CHECK (soort IN ('VERBLIJF', 'AMBULANT')),
    ADD CONSTRAINT afrekening_verblijf CHECK ((soort = 'VERBLIJF') = (opname IS NOT NULL)),
    ADD CONSTRAINT afrekening_opname FOREIGN KEY (opname, verzekerde) REFERENCES opname (nummer, verzekerde) DEFERRABLE,
    ADD CONSTRAINT afrekening_rubriek CHECK (rubriek IN ('HUISARTS', 'SPECIALIST', 'KINE', 'TANDPREVENTIE', 'TANDZORG',
        'TANDPROTHESE', 'ORTHODONTIE', 'HOSPITALISATIE', 'BEVALLING')),
    ADD CONSTRAINT afrekening_periode CHECK (laatste_zorg >= eerste_zorg),
    ADD CONSTRAINT afrekening_lijnen CHECK (lijnen >= 0),
    ADD CONSTRAINT afrekening_bedrag CHECK (gevraagd >= 0 AND mutualiteit >= 0 AND andere >= 0 AND terugbetaald >= 0
        AND eigen_deel >= 0 AND franchise >= 0),
    ADD CONSTRAINT afrekening_som CHECK (gevraagd = mutualiteit + andere + terugbetaald + eigen_deel),
    ADD CONSTRAINT afrekening_franchise CHECK (franchise <= eigen_deel),
    ADD CONSTRAINT afrekening_onbeslist CHECK (toestand IN ('BEREKEND', 'BETAALD') OR terugbetaald = 0),
    ADD CONSTRAINT afrekening_begunstigde CHECK (begunstigde IN ('VERZEKERDE', 'ZORGVERLENER', 'ZIEKENHUIS')),
    ADD CONSTRAINT afrekening_rekening CHECK (rekening ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    ADD CONSTRAINT afrekening_betaald CHECK ((toestand = 'BETAALD') = (betaald_op IS NOT NULL)
        AND (betaald_op IS NULL OR begunstigde IS NOT NULL AND betaald_op >= ontvangen));
DROP INDEX afrekening_verzekerde;
CREATE INDEX afrekening_geschiedenis ON afrekening (verzekerde, eerste_zorg DESC, ogm DESC);
CREATE INDEX afrekening_betalingen ON afrekening (verzekerde, betaald_op DESC, ogm DESC) WHERE betaald_op IS NOT NULL;
CREATE INDEX afrekening_per_opname ON afrekening (opname) WHERE opname IS NOT NULL;
CREATE INDEX afrekening_open ON afrekening (ontvangen, ogm) WHERE toestand IN ('ONTVANGEN', 'IN_BEHANDELING');
COMMENT ON TABLE afrekening IS 'A reimbursement statement: for a stay, or for ambulatory care. Health data: readable while it or its member is open';
COMMENT ON COLUMN afrekening.soort IS 'VERBLIJF (one stay in hospital) or AMBULANT';
COMMENT ON COLUMN afrekening.opname IS 'The stay; empty for ambulatory care';
COMMENT ON COLUMN afrekening.formule IS 'The formula that decides about it: that of the policy on the first day of care';
COMMENT ON COLUMN afrekening.rubriek IS 'Kind of its first act';
COMMENT ON COLUMN afrekening.eerste_zorg IS 'First day of care: the history is sorted by it';
COMMENT ON COLUMN afrekening.laatste_zorg IS 'Last day of care';
COMMENT ON COLUMN afrekening.lijnen IS 'How many lines it has';
COMMENT ON COLUMN afrekening.gevraagd IS 'What the providers asked, sum of its lines like all amounts';
COMMENT ON COLUMN afrekening.mutualiteit IS 'What the mutuality pays';
COMMENT ON COLUMN afrekening.andere IS 'What other covers pay';
COMMENT ON COLUMN afrekening.terugbetaald IS 'What we pay; 0 while undecided, and when refused';
COMMENT ON COLUMN afrekening.eigen_deel IS 'What stays with the person';
COMMENT ON COLUMN afrekening.franchise IS 'Deductible of the stay, part of what stays with the person';
COMMENT ON COLUMN afrekening.begunstigde IS 'Whom we pay: the person, the provider, the hospital';
COMMENT ON COLUMN afrekening.rekening IS 'Account it was paid to, IBAN';
COMMENT ON COLUMN afrekening.betaald_op IS 'Day it was paid';

CREATE TABLE factuurlijn (
    ogm              text NOT NULL REFERENCES afrekening DEFERRABLE,
    rang             smallint NOT NULL,
    code             text NOT NULL REFERENCES prestatie DEFERRABLE,
    zorgverlener     text REFERENCES zorgverlener DEFERRABLE,
    van              date NOT NULL,
    tot              date NOT NULL,
    aantal           integer NOT NULL DEFAULT 1,
    basis            numeric(10,2) NOT NULL,
    mutualiteit      numeric(10,2) NOT NULL,
    remgeld          numeric(10,2) NOT NULL,
    ereloonsupplement numeric(10,2) NOT NULL DEFAULT 0,
    kamersupplement  numeric(10,2) NOT NULL DEFAULT 0,
    gevraagd         numeric(10,2) NOT NULL,
    andere           numeric(10,2) NOT NULL DEFAULT 0,
    terugbetaald     numeric(10,2) NOT NULL DEFAULT 0,
    eigen_deel       numeric(10,2) NOT NULL,
    version          bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (ogm, rang),
    CONSTRAINT factuurlijn_rang CHECK (rang > 0),
    CONSTRAINT factuurlijn_periode CHECK (tot >= van),
    CONSTRAINT factuurlijn_aantal CHECK (aantal > 0),
    CONSTRAINT factuurlijn_bedrag CHECK (basis >= 0 AND mutualiteit >= 0 AND remgeld >= 0 AND ereloonsupplement >= 0
        AND kamersupplement >= 0 AND gevraagd >= 0 AND andere >= 0 AND terugbetaald >= 0 AND eigen_deel >= 0),
    CONSTRAINT factuurlijn_remgeld CHECK (basis = mutualiteit + remgeld),
    CONSTRAINT factuurlijn_gevraagd CHECK (gevraagd = basis + ereloonsupplement + kamersupplement),
    CONSTRAINT factuurlijn_som CHECK (gevraagd = mutualiteit + andere + terugbetaald + eigen_deel),
    CONSTRAINT factuurlijn_version CHECK (version > 0)
);
CREATE INDEX factuurlijn_zorgverlener ON factuurlijn (zorgverlener) WHERE zorgverlener IS NOT NULL;
COMMENT ON TABLE factuurlijn IS 'A line of a statement. Health data: readable while the statement or its member is open';
COMMENT ON COLUMN factuurlijn.ogm IS 'The statement';
COMMENT ON COLUMN factuurlijn.rang IS 'Place on it, from 1';
COMMENT ON COLUMN factuurlijn.code IS 'The act';
COMMENT ON COLUMN factuurlijn.zorgverlener IS 'Who did it; empty for what the hospital itself invoices';
COMMENT ON COLUMN factuurlijn.van IS 'First day';
COMMENT ON COLUMN factuurlijn.tot IS 'Last day';
COMMENT ON COLUMN factuurlijn.aantal IS 'How many times, or days';
COMMENT ON COLUMN factuurlijn.basis IS 'Base amount: honorarium of the convention, times how many';
COMMENT ON COLUMN factuurlijn.mutualiteit IS 'Intervention of the mutuality';
COMMENT ON COLUMN factuurlijn.remgeld IS 'What is left of the base amount: ticket modérateur';
COMMENT ON COLUMN factuurlijn.ereloonsupplement IS 'Fee supplement on top of the honorarium';
COMMENT ON COLUMN factuurlijn.kamersupplement IS 'Supplement of a single room';
COMMENT ON COLUMN factuurlijn.gevraagd IS 'Base amount and supplements';
COMMENT ON COLUMN factuurlijn.andere IS 'What other covers pay';
COMMENT ON COLUMN factuurlijn.terugbetaald IS 'What we pay';
COMMENT ON COLUMN factuurlijn.eigen_deel IS 'What stays with the person';
COMMENT ON COLUMN factuurlijn.version IS 'Raised by each save';

CREATE FUNCTION afrekening_telt() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
DECLARE
    nummer_ text := CASE WHEN TG_OP = 'DELETE' THEN OLD.ogm ELSE NEW.ogm END;
    kop afrekening;
    som record;
BEGIN
    SELECT * INTO kop FROM afrekening f WHERE f.ogm = nummer_;
    IF kop.ogm IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT count(*) AS lijnen, coalesce(sum(l.gevraagd), 0) AS gevraagd, coalesce(sum(l.mutualiteit), 0) AS mutualiteit,
           coalesce(sum(l.andere), 0) AS andere, coalesce(sum(l.terugbetaald), 0) AS terugbetaald,
           coalesce(sum(l.eigen_deel), 0) AS eigen_deel
    INTO som FROM factuurlijn l WHERE l.ogm = nummer_;
    IF (kop.lijnen, kop.gevraagd, kop.mutualiteit, kop.andere, kop.terugbetaald, kop.eigen_deel)
       IS DISTINCT FROM (som.lijnen::integer, som.gevraagd, som.mutualiteit, som.andere, som.terugbetaald, som.eigen_deel) THEN
        RAISE EXCEPTION 'statement % does not add up: its lines say %', nummer_, som
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION afrekening_telt() IS 'At the end of a transaction the amounts of a statement are the sums of its lines';
-- Samples are added up by the program and checked by its test: a check a row would double the load.
CREATE CONSTRAINT TRIGGER afrekening_telt AFTER INSERT OR UPDATE OF lijnen, gevraagd, mutualiteit, andere, terugbetaald, eigen_deel
    ON afrekening DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION afrekening_telt();
CREATE CONSTRAINT TRIGGER factuurlijn_telt AFTER INSERT OR UPDATE OR DELETE
    ON factuurlijn DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION afrekening_telt();

CREATE TABLE jaarplafond (
    verzekerde       text NOT NULL REFERENCES verzekerde DEFERRABLE,
    formule          text NOT NULL REFERENCES formule DEFERRABLE,
    begin            date NOT NULL,
    einde            date NOT NULL,
    plafond          numeric(10,2) NOT NULL,
    verbruikt        numeric(10,2) NOT NULL DEFAULT 0,
    version          bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (verzekerde, formule, begin),
    CONSTRAINT jaarplafond_periode CHECK (einde >= begin),
    CONSTRAINT jaarplafond_verbruikt CHECK (verbruikt BETWEEN 0 AND plafond),
    CONSTRAINT jaarplafond_zonder_overlapping EXCLUDE USING gist
        (verzekerde WITH =, formule WITH =, daterange(begin, einde, '[]') WITH &&),
    CONSTRAINT jaarplafond_version CHECK (version > 0)
);
CREATE INDEX jaarplafond_per_formule ON jaarplafond (formule);
COMMENT ON TABLE jaarplafond IS 'What a person used of the ceiling of a formula in an insurance year. Health data: readable while the file is open';
COMMENT ON COLUMN jaarplafond.verzekerde IS 'The person';
COMMENT ON COLUMN jaarplafond.formule IS 'The formula';
COMMENT ON COLUMN jaarplafond.begin IS 'First day of the insurance year: a calendar year';
COMMENT ON COLUMN jaarplafond.einde IS 'Last day of the insurance year';
COMMENT ON COLUMN jaarplafond.plafond IS 'The ceiling in that year of membership';
COMMENT ON COLUMN jaarplafond.verbruikt IS 'What statements for care of that year were granted';
COMMENT ON COLUMN jaarplafond.version IS 'Raised by each save';

-- Rights ----------------------------------------------------------------------------------------------------------

GRANT SELECT ON zorgverlener, ziekenhuis, opname, factuurlijn, jaarplafond TO care_agent, operations, operations_lead, auditor;

ALTER TABLE opname ENABLE ROW LEVEL SECURITY;
CREATE POLICY dossier_open ON opname USING (directory.has_open('BE', 'member', verzekerde)
    OR EXISTS (SELECT FROM afrekening f WHERE f.opname = opname.nummer AND directory.has_open('BE', 'claim', f.ogm)));
ALTER TABLE jaarplafond ENABLE ROW LEVEL SECURITY;
CREATE POLICY dossier_open ON jaarplafond USING (directory.has_open('BE', 'member', verzekerde));
-- the statement's own policy decides within
ALTER TABLE factuurlijn ENABLE ROW LEVEL SECURITY;
CREATE POLICY dossier_open ON factuurlijn USING (EXISTS (SELECT FROM afrekening f WHERE f.ogm = factuurlijn.ogm));
-- mostly it is the member who is open: asked first, it spares a page of history half of its questions
DROP POLICY dossier_open ON afrekening;
CREATE POLICY dossier_open ON afrekening
    USING (directory.has_open('BE', 'member', verzekerde) OR directory.has_open('BE', 'claim', ogm));

CREATE FUNCTION geraakte_afrekeningen(personen text[], vanaf date)
    RETURNS TABLE (ogm text, verzekerde text, eerste_zorg date, toestand text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
    SELECT f.ogm, f.verzekerde, f.eerste_zorg, f.toestand FROM afrekening f
    WHERE f.verzekerde = ANY (personen) AND f.laatste_zorg >= vanaf
    ORDER BY f.eerste_zorg DESC, f.ogm DESC
$$;
COMMENT ON FUNCTION geraakte_afrekeningen(text[], date) IS
    'Statements of these people for care had on that day or later: numbers, days and states, nothing of the care. Needs no open file: an amendment must know what it touches';
REVOKE ALL ON FUNCTION geraakte_afrekeningen(text[], date), afrekening_telt() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION geraakte_afrekeningen(text[], date) TO care_agent, operations, operations_lead;

CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON zorgverlener FOR EACH ROW EXECUTE FUNCTION audit.track('provider', 'inami');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON ziekenhuis FOR EACH ROW EXECUTE FUNCTION audit.track('provider', 'erkenning');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON opname FOR EACH ROW
    WHEN (current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION audit.track('member', 'verzekerde');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON factuurlijn FOR EACH ROW
    WHEN (current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION audit.track('claim', 'ogm');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON jaarplafond FOR EACH ROW
    WHEN (current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION audit.track('member', 'verzekerde');
CREATE TRIGGER raise_version BEFORE UPDATE ON opname FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON afrekening FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON factuurlijn FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON jaarplafond FOR EACH ROW EXECUTE FUNCTION audit.raise_version();

-- The search index ------------------------------------------------------------------------------------------------
-- A statement is found by its own number and leads to its person. The person's entry does not carry the numbers of their
-- statements: a member with thousands would be written anew with each of them.

CREATE OR REPLACE FUNCTION publiceer_verzekerden(nummers text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
    SELECT directory.publish(array_agg(ROW('BE', 'member', v.nummer, roepnaam(v.voornamen, v.naam),
            concat_ws(' ', c.postcode, c.gemeente), concat_ws(' ', v.naam, v.voornamen), v.geboortedatum,
            sleutels.sleutels)::directory.published_entry))
    FROM verzekerde v
    LEFT JOIN contactgegevens c ON c.verzekerde = v.nummer
    LEFT JOIN bankrekening b ON b.verzekerde = v.nummer
    CROSS JOIN LATERAL (
        SELECT array_agg(ROW(wat, waarde)::directory.published_key) AS sleutels
        FROM (
            VALUES ('national_id', v.inss), ('email', c.email), ('phone', c.telefoon), ('phone', c.gsm), ('iban', b.iban)
            UNION
            SELECT 'contract', a.polis FROM aansluiting a WHERE a.verzekerde = v.nummer
            UNION
            SELECT 'company', p.werkgever FROM aansluiting a JOIN polis p ON p.nummer = a.polis WHERE a.verzekerde = v.nummer
        ) AS alle (wat, waarde)
        WHERE waarde IS NOT NULL
    ) AS sleutels
    WHERE v.nummer = ANY (nummers)
    HAVING count(*) > 0
$$;

CREATE OR REPLACE FUNCTION verzekerde_publiceren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('BE', 'member', (SELECT coalesce(array_agg(nummer), '{}') FROM oude));
    ELSIF TG_OP = 'UPDATE' THEN
        PERFORM publiceer_verzekerden((SELECT array_agg(nummer) FROM nieuwe));
        -- a statement is listed under its person's name, and so is an individual policy
        PERFORM publiceer_afrekeningen((SELECT array_agg(f.ogm)
            FROM nieuwe n
            JOIN oude o ON o.nummer = n.nummer
            JOIN afrekening f ON f.verzekerde = n.nummer
            WHERE roepnaam(n.voornamen, n.naam) <> roepnaam(o.voornamen, o.naam)));
        PERFORM publiceer_polissen((SELECT array_agg(p.nummer)
            FROM nieuwe n
            JOIN oude o ON o.nummer = n.nummer
            JOIN polis p ON p.verzekeringnemer = n.nummer
            WHERE roepnaam(n.voornamen, n.naam) <> roepnaam(o.voornamen, o.naam)));
    ELSE
        PERFORM publiceer_verzekerden((SELECT array_agg(nummer) FROM nieuwe));
        -- within one transaction statements and policies may be written before their person (the references are deferrable)
        PERFORM publiceer_afrekeningen((SELECT array_agg(f.ogm) FROM nieuwe n JOIN afrekening f ON f.verzekerde = n.nummer));
        PERFORM publiceer_polissen((SELECT array_agg(p.nummer) FROM nieuwe n JOIN polis p ON p.verzekeringnemer = n.nummer));
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION afrekening_publiceren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('BE', 'claim', (SELECT coalesce(array_agg(ogm), '{}') FROM oude));
    ELSIF TG_OP = 'UPDATE' THEN
        -- progress of a statement changes nothing that is searched
        PERFORM publiceer_afrekeningen((SELECT array_agg(n.ogm) FROM nieuwe n
            WHERE NOT EXISTS (SELECT FROM oude o WHERE o.ogm = n.ogm AND o.verzekerde = n.verzekerde)));
    ELSE
        PERFORM publiceer_afrekeningen((SELECT array_agg(ogm) FROM nieuwe));
    END IF;
    RETURN NULL;
END
$$;

SELECT publiceer_verzekerden((SELECT array_agg(nummer) FROM verzekerde));
