-- Policies complete: group policies and individual continuation, their formula over time, who belongs to them as what,
-- and what was asked for them each month.

SELECT set_config('guichet.seeding', 'on', true);

-- Employers -------------------------------------------------------------------------------------------------------

ALTER TABLE werkgever
    ADD COLUMN straat text,
    ADD COLUMN huisnummer text,
    ADD COLUMN email text,
    ADD CONSTRAINT werkgever_straat CHECK (length(straat) BETWEEN 1 AND 100),
    ADD CONSTRAINT werkgever_huisnummer CHECK (length(huisnummer) BETWEEN 1 AND 10),
    ADD CONSTRAINT werkgever_gemeente CHECK (length(gemeente) BETWEEN 1 AND 80),
    ADD CONSTRAINT werkgever_email CHECK (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' AND length(email) <= 254);
CREATE INDEX werkgever_ligging ON werkgever (postcode, ondernemingsnummer);
COMMENT ON COLUMN werkgever.straat IS 'Street of the head office';
COMMENT ON COLUMN werkgever.huisnummer IS 'House number';
COMMENT ON COLUMN werkgever.email IS 'Where statements of premiums go';

-- Policies --------------------------------------------------------------------------------------------------------

ALTER TABLE polis RENAME COLUMN formule TO tak;
ALTER TABLE polis RENAME CONSTRAINT polis_formule TO polis_tak;
ALTER TABLE polis
    ALTER COLUMN werkgever DROP NOT NULL,
    ADD COLUMN soort text NOT NULL DEFAULT 'COLLECTIEF',
    ADD COLUMN verzekeringnemer text REFERENCES verzekerde DEFERRABLE,
    ADD COLUMN voortzetting_van text REFERENCES polis DEFERRABLE,
    ADD COLUMN geschorst_vanaf date,
    ADD COLUMN vervalmaand integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT polis_soort CHECK (soort IN ('COLLECTIEF', 'INDIVIDUEEL')),
    ADD CONSTRAINT polis_nemer CHECK (CASE soort WHEN 'COLLECTIEF'
        THEN werkgever IS NOT NULL AND verzekeringnemer IS NULL AND voortzetting_van IS NULL
        ELSE werkgever IS NULL AND verzekeringnemer IS NOT NULL AND voortzetting_van IS NOT NULL END),
    ADD CONSTRAINT polis_voortzetting CHECK (voortzetting_van <> nummer),
    ADD CONSTRAINT polis_schorsing CHECK (geschorst_vanaf >= begin AND (einde IS NULL OR geschorst_vanaf <= einde)),
    ADD CONSTRAINT polis_vervalmaand CHECK (vervalmaand BETWEEN 1 AND 12),
    ADD CONSTRAINT polis_nummer_tak UNIQUE (nummer, tak);
CREATE INDEX polis_nemer ON polis (verzekeringnemer) WHERE verzekeringnemer IS NOT NULL;
CREATE INDEX polis_voortzetting ON polis (voortzetting_van) WHERE voortzetting_van IS NOT NULL;
COMMENT ON TABLE polis IS 'A policy of one branch: of an employer for the staff, or of a person who continues such a cover';
COMMENT ON COLUMN polis.werkgever IS 'Enterprise number of the policyholder; empty for an individual policy';
COMMENT ON COLUMN polis.tak IS 'Branch: hospitalisation, ambulatory care or dental care';
COMMENT ON COLUMN polis.soort IS 'COLLECTIEF (of an employer) or INDIVIDUEEL (continuation by the person)';
COMMENT ON COLUMN polis.verzekeringnemer IS 'The person who took it out; empty for a group policy';
COMMENT ON COLUMN polis.voortzetting_van IS 'The group policy that an individual one continues';
COMMENT ON COLUMN polis.geschorst_vanaf IS 'First day nothing is paid because the premium is not; empty while it runs';
COMMENT ON COLUMN polis.vervalmaand IS 'Month of the yearly due date, 1 to 12';

CREATE TABLE polis_formule (
    polis            text NOT NULL,
    begin            date NOT NULL,
    einde            date,
    tak              text NOT NULL,
    formule          text NOT NULL,
    werkgeversaandeel numeric(5,2) NOT NULL DEFAULT 0,
    version          bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (polis, begin),
    CONSTRAINT polis_formule_polis FOREIGN KEY (polis, tak) REFERENCES polis (nummer, tak) DEFERRABLE,
    CONSTRAINT polis_formule_formule FOREIGN KEY (formule, tak) REFERENCES formule (code, tak) DEFERRABLE,
    CONSTRAINT polis_formule_periode CHECK (einde >= begin),
    CONSTRAINT polis_formule_aandeel CHECK (werkgeversaandeel BETWEEN 0 AND 100),
    CONSTRAINT polis_formule_zonder_overlapping EXCLUDE USING gist (polis WITH =, daterange(begin, einde, '[]') WITH &&),
    CONSTRAINT polis_formule_version CHECK (version > 0)
);
CREATE INDEX polis_formule_per_formule ON polis_formule (formule);
COMMENT ON TABLE polis_formule IS 'The formula of a policy over a period: a change closes a row and opens the next';
COMMENT ON COLUMN polis_formule.polis IS 'The policy';
COMMENT ON COLUMN polis_formule.begin IS 'First day';
COMMENT ON COLUMN polis_formule.einde IS 'Last day, empty until it changes';
COMMENT ON COLUMN polis_formule.tak IS 'Branch of both';
COMMENT ON COLUMN polis_formule.formule IS 'The formula';
COMMENT ON COLUMN polis_formule.werkgeversaandeel IS 'Percent of the premium that the employer bears; 0 for individual policies';
COMMENT ON COLUMN polis_formule.version IS 'Raised by each save';

-- Policies from before formulas existed keep a formula that is not sold any more.
INSERT INTO formule (code, tak, naam, begin, einde, voorbeeld)
SELECT DISTINCT 'OUD-' || tak, tak, initcap(tak) || ' (vroeger)', '2000-01-01'::date, '2011-12-31'::date, true FROM polis;
INSERT INTO formule_voorwaarde (formule, begin, tak, terugbetaling, preventie, max_ereloonsupplement, dagen_voor, dagen_na,
                                franchise_eenpersoons, franchise_tweepersoons, franchise_gemeenschappelijk)
SELECT code, begin, tak, 100, CASE WHEN tak <> 'HOSPITALISATIE' THEN 100 END, CASE WHEN tak = 'HOSPITALISATIE' THEN 1 END,
       CASE WHEN tak = 'HOSPITALISATIE' THEN 30 END, CASE WHEN tak = 'HOSPITALISATIE' THEN 90 END,
       CASE WHEN tak = 'HOSPITALISATIE' THEN 0 END, CASE WHEN tak = 'HOSPITALISATIE' THEN 0 END, CASE WHEN tak = 'HOSPITALISATIE' THEN 0 END
FROM formule;
INSERT INTO premietarief (formule, begin, leeftijd_van, leeftijd_tot, bedrag)
SELECT code, begin, 0, 150, CASE tak WHEN 'HOSPITALISATIE' THEN 15 WHEN 'AMBULANT' THEN 12 ELSE 9 END FROM formule;
INSERT INTO polis_formule (polis, begin, tak, formule) SELECT nummer, begin, tak, 'OUD-' || tak FROM polis;

-- Memberships -----------------------------------------------------------------------------------------------------

CREATE SEQUENCE aansluiting_volgnummer;
ALTER TABLE aansluiting
    ADD COLUMN nummer text NOT NULL DEFAULT 'A' || lpad(nextval('aansluiting_volgnummer')::text, 10, '0'),
    ADD COLUMN hoofd text REFERENCES verzekerde DEFERRABLE,
    ADD COLUMN einde_reden text;
ALTER SEQUENCE aansluiting_volgnummer OWNED BY aansluiting.nummer;
UPDATE aansluiting a SET hoofd = CASE WHEN a.rol = 'HOOFDVERZEKERDE' THEN a.verzekerde ELSE (
    SELECT max(h.verzekerde) FROM aansluiting h
    WHERE h.polis = a.polis AND h.rol = 'HOOFDVERZEKERDE' AND h.verzekerde < a.verzekerde) END;
UPDATE aansluiting SET rol = 'HOOFDVERZEKERDE', hoofd = verzekerde WHERE hoofd IS NULL;
-- the first days of a membership may be corrected by an amendment: they cannot be part of its key
ALTER TABLE aansluiting DROP CONSTRAINT aansluiting_pkey;
ALTER TABLE aansluiting
    ADD PRIMARY KEY (nummer),
    ALTER COLUMN hoofd SET NOT NULL,
    ADD CONSTRAINT aansluiting_nummer CHECK (nummer ~ '^A[0-9]{10}$'),
    ADD CONSTRAINT aansluiting_hoofd CHECK ((rol = 'HOOFDVERZEKERDE') = (hoofd = verzekerde)),
    ADD CONSTRAINT aansluiting_einde_reden CHECK (einde_reden IN ('UIT_DIENST', 'PENSIOEN', 'OVERLIJDEN', 'SCHEIDING',
        'LEEFTIJD', 'OP_VERZOEK', 'VOORTZETTING')),
    ADD CONSTRAINT aansluiting_reden_einde CHECK (einde_reden IS NULL OR einde IS NOT NULL);
DROP INDEX aansluiting_polis;
CREATE INDEX aansluiting_persoon ON aansluiting (verzekerde, begin DESC);
CREATE INDEX aansluiting_gezin ON aansluiting (polis, hoofd);
CREATE INDEX aansluiting_per_hoofd ON aansluiting (hoofd);
COMMENT ON COLUMN aansluiting.nummer IS 'Names the membership, A and ten digits';
COMMENT ON COLUMN aansluiting.hoofd IS 'Head of the family: the main insured, who is it of themselves';
COMMENT ON COLUMN aansluiting.einde_reden IS 'Why it ended: left the employer, retired, died, separated, grown up, asked for it, continues individually';

-- Premiums --------------------------------------------------------------------------------------------------------

CREATE TABLE premie (
    polis            text NOT NULL REFERENCES polis DEFERRABLE,
    maand            date NOT NULL,
    personen         integer NOT NULL,
    netto            numeric(10,2) NOT NULL,
    taks             numeric(10,2) NOT NULL,
    riziv            numeric(10,2) NOT NULL,
    totaal           numeric(10,2) NOT NULL,
    betaald_op       date,
    version          bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (polis, maand),
    CONSTRAINT premie_maand CHECK (extract(day FROM maand) = 1),
    CONSTRAINT premie_personen CHECK (personen >= 0),
    CONSTRAINT premie_bedrag CHECK (netto >= 0 AND taks >= 0 AND riziv >= 0),
    CONSTRAINT premie_som CHECK (totaal = netto + taks + riziv),
    CONSTRAINT premie_version CHECK (version > 0)
);
CREATE INDEX premie_onbetaald ON premie (maand, polis) WHERE betaald_op IS NULL;
COMMENT ON TABLE premie IS 'What was asked for a policy in a month';
COMMENT ON COLUMN premie.polis IS 'The policy';
COMMENT ON COLUMN premie.maand IS 'First day of the month';
COMMENT ON COLUMN premie.personen IS 'People insured on that day';
COMMENT ON COLUMN premie.netto IS 'Net premium';
COMMENT ON COLUMN premie.taks IS 'Yearly tax on insurance operations';
COMMENT ON COLUMN premie.riziv IS 'Contribution to RIZIV/INAMI';
COMMENT ON COLUMN premie.totaal IS 'What the policyholder pays';
COMMENT ON COLUMN premie.betaald_op IS 'Day it was paid, empty until then';
COMMENT ON COLUMN premie.version IS 'Raised by each save';

-- Rights ----------------------------------------------------------------------------------------------------------

GRANT SELECT ON polis_formule, premie TO care_agent, operations, operations_lead, auditor, sales;
-- Sales sees what companies have, not which person continued a cover.
REVOKE SELECT ON polis FROM sales;
GRANT SELECT (nummer, werkgever, tak, soort, begin, einde, geschorst_vanaf, vervalmaand, version) ON polis TO sales;
GRANT INSERT ON polis, polis_formule, aansluiting, verzekerde TO care_agent, operations, operations_lead;
GRANT UPDATE (einde, geschorst_vanaf, version) ON polis TO care_agent, operations, operations_lead;
GRANT UPDATE (einde, formule, werkgeversaandeel, version) ON polis_formule TO care_agent, operations, operations_lead;
GRANT UPDATE (begin, einde, rol, hoofd, wachttijd_tot, ononderbroken_sinds, einde_reden, version) ON aansluiting
    TO care_agent, operations, operations_lead;
GRANT USAGE ON SEQUENCE verzekerde_volgnummer, polis_volgnummer, aansluiting_volgnummer TO care_agent, operations, operations_lead;

CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON polis_formule FOR EACH ROW EXECUTE FUNCTION audit.track('contract', 'polis');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON premie FOR EACH ROW EXECUTE FUNCTION audit.track('contract', 'polis');
CREATE TRIGGER raise_version BEFORE UPDATE ON polis FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON polis_formule FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON aansluiting FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON premie FOR EACH ROW EXECUTE FUNCTION audit.raise_version();

-- Amendments ------------------------------------------------------------------------------------------------------
-- A bulk load of the owner is not worth a function call a row; only the owner's word counts, the setting is anybody's.

CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON polis FOR EACH ROW
    WHEN (current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION contract.journal('only');
CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON polis_formule FOR EACH ROW
    WHEN (current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION contract.journal('only');
CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON aansluiting FOR EACH ROW
    WHEN (current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION contract.journal('only', 'verzekerde');
CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON verzekerde FOR EACH ROW
    WHEN (current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION contract.journal('free', 'nummer');
CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON contactgegevens FOR EACH ROW
    WHEN (current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION contract.journal('free', 'verzekerde');
CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON bankrekening FOR EACH ROW
    WHEN (current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
    EXECUTE FUNCTION contract.journal('free', 'verzekerde');

SELECT contract.define_kind('BE', 'enrol', '{}');
SELECT contract.define_kind('BE', 'terminate', '{}');
SELECT contract.define_kind('BE', 'option', '{}');
SELECT contract.define_kind('BE', 'address', '{}');
SELECT contract.define_kind('BE', 'bank', '{}');
SELECT contract.define_kind('BE', 'dates', '{}');
SELECT contract.define_kind('BE', 'memberDates', '{}');
SELECT contract.define_kind('BE', 'continuation', '{}');

-- The lists -------------------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION publiceer_polissen(nummers text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    PERFORM directory.publish(array_agg(ROW('BE', 'contract', p.nummer, p.nummer,
            coalesce(w.naam, roepnaam(v.voornamen, v.naam)), '', NULL,
            ARRAY[ROW('contract', p.nummer)::directory.published_key,
                  ROW('company', w.ondernemingsnummer)::directory.published_key])::directory.published_entry))
    FROM polis p
    LEFT JOIN werkgever w ON w.ondernemingsnummer = p.werkgever
    LEFT JOIN verzekerde v ON v.nummer = p.verzekeringnemer
    WHERE p.nummer = ANY (nummers) AND (w.ondernemingsnummer IS NOT NULL OR v.nummer IS NOT NULL)
    HAVING count(*) > 0;
    PERFORM contract.publish(array_agg(ROW('BE', p.nummer, p.nummer, w.ondernemingsnummer,
            coalesce(w.naam, roepnaam(v.voornamen, v.naam)), f.code, f.naam, p.begin, p.einde, p.geschorst_vanaf,
            p.vervalmaand, w.personeel)::contract.published_contract))
    FROM polis p
    LEFT JOIN werkgever w ON w.ondernemingsnummer = p.werkgever
    LEFT JOIN verzekerde v ON v.nummer = p.verzekeringnemer
    -- the formula of today, else the next one to come
    JOIN LATERAL (SELECT pf.formule FROM polis_formule pf WHERE pf.polis = p.nummer
                  ORDER BY pf.begin > current_date, CASE WHEN pf.begin > current_date THEN pf.begin - current_date
                                                         ELSE current_date - pf.begin END
                  LIMIT 1) huidig ON true
    JOIN formule f ON f.code = huidig.formule
    WHERE p.nummer = ANY (nummers) AND (w.ondernemingsnummer IS NOT NULL OR v.nummer IS NOT NULL)
    HAVING count(*) > 0;
END
$$;
COMMENT ON FUNCTION publiceer_polissen(text[]) IS 'Hands these policies to the search index and the list of contracts; not before policyholder and formula exist';

CREATE OR REPLACE FUNCTION polis_publiceren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
DECLARE
    weg text[];
BEGIN
    IF TG_OP = 'DELETE' THEN
        SELECT coalesce(array_agg(nummer), '{}') INTO weg FROM oude;
        PERFORM directory.withdraw('BE', 'contract', weg);
        PERFORM contract.withdraw('BE', weg);
    ELSE
        PERFORM publiceer_polissen((SELECT array_agg(nummer) FROM nieuwe));
        IF TG_OP = 'UPDATE' THEN
            -- another policyholder: the people insured are found by another enterprise number
            PERFORM publiceer_verzekerden((SELECT array_agg(DISTINCT a.verzekerde)
                FROM nieuwe n
                JOIN oude o ON o.nummer = n.nummer AND o.werkgever IS DISTINCT FROM n.werkgever
                JOIN aansluiting a ON a.polis = n.nummer));
        END IF;
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION polis_formule_publiceren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM publiceer_polissen((SELECT array_agg(DISTINCT polis) FROM oude));
    ELSE
        PERFORM publiceer_polissen((SELECT array_agg(DISTINCT polis) FROM nieuwe));
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION polis_formule_publiceren() IS 'Publishes the policies whose formula changed';
CREATE TRIGGER publiceer_nieuw AFTER INSERT ON polis_formule REFERENCING NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION polis_formule_publiceren();
CREATE TRIGGER publiceer_wijziging AFTER UPDATE ON polis_formule REFERENCING OLD TABLE AS oude NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION polis_formule_publiceren();
CREATE TRIGGER publiceer_schrapping AFTER DELETE ON polis_formule REFERENCING OLD TABLE AS oude FOR EACH STATEMENT EXECUTE FUNCTION polis_formule_publiceren();

CREATE FUNCTION formule_publiceren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    PERFORM publiceer_polissen((SELECT array_agg(DISTINCT pf.polis)
        FROM nieuwe n JOIN oude o ON o.code = n.code AND o.naam <> n.naam JOIN polis_formule pf ON pf.formule = n.code));
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION formule_publiceren() IS 'Publishes the policies of a formula that got another name';
CREATE TRIGGER publiceer_wijziging AFTER UPDATE ON formule REFERENCING OLD TABLE AS oude NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION formule_publiceren();

REVOKE ALL ON FUNCTION polis_formule_publiceren(), formule_publiceren() FROM PUBLIC;

SELECT publiceer_polissen((SELECT array_agg(nummer) FROM polis));
