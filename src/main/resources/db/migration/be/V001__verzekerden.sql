-- Belgium: insured people, employers, policies and statements, in the words of a Belgian insurer.
-- Runs as guichet_owner with search_path = be, public.

-- Identifiers -----------------------------------------------------------------------------------------------------

CREATE FUNCTION inss_klopt(inss text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN right(inss, 2)::integer IN (97 - left(inss, 9)::bigint % 97, 97 - (2000000000 + left(inss, 9)::bigint) % 97);
COMMENT ON FUNCTION inss_klopt(text) IS 'Control of an INSS (NISS, BIS): 97 - 9 digits mod 97, with a 2 before them for people born from 2000';

CREATE FUNCTION onderneming_klopt(nummer text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN right(nummer, 2)::integer = 97 - left(nummer, 8)::bigint % 97;
COMMENT ON FUNCTION onderneming_klopt(text) IS 'Control of an enterprise number (KBO)';

CREATE FUNCTION ogm_klopt(mededeling text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN right(mededeling, 2)::integer = (left(mededeling, 10)::bigint + 96) % 97 + 1;
COMMENT ON FUNCTION ogm_klopt(text) IS 'Control of a structured communication: 10 digits mod 97, where 0 is written 97';

CREATE FUNCTION riziv_klopt(nummer text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN substr(nummer, 7, 2)::integer IN (97 - left(nummer, 6)::integer % 97, 89 - left(nummer, 6)::integer % 89);
COMMENT ON FUNCTION riziv_klopt(text) IS 'Control of a RIZIV/INAMI number, in the old (97) or the new (89) series';

-- People ----------------------------------------------------------------------------------------------------------

CREATE SEQUENCE verzekerde_volgnummer;

CREATE TABLE verzekerde (
    nummer           text PRIMARY KEY DEFAULT 'V' || lpad(nextval('verzekerde_volgnummer')::text, 9, '0'),
    inss             text,
    bis              boolean NOT NULL DEFAULT false,
    naam             text NOT NULL,
    voornamen        text NOT NULL,
    geboortedatum    date NOT NULL,
    geboorteplaats   text,
    geslacht         text NOT NULL,
    taal             text NOT NULL,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT verzekerde_nummer CHECK (nummer ~ '^V[0-9]{9}$'),
    CONSTRAINT verzekerde_inss CHECK (inss ~ '^[0-9]{11}$' AND inss_klopt(inss)),
    -- a BIS number carries its month plus 20 or plus 40
    CONSTRAINT verzekerde_bis CHECK (CASE WHEN inss IS NULL THEN NOT bis ELSE bis = (substr(inss, 3, 2) >= '20') END),
    CONSTRAINT verzekerde_naam CHECK (naam = btrim(naam) AND length(naam) BETWEEN 1 AND 80),
    CONSTRAINT verzekerde_voornamen CHECK (voornamen = btrim(voornamen) AND length(voornamen) BETWEEN 1 AND 80),
    -- current_date only moves forward: a row that was valid stays valid
    CONSTRAINT verzekerde_geboortedatum CHECK (geboortedatum BETWEEN '1880-01-01' AND current_date),
    CONSTRAINT verzekerde_geboorteplaats CHECK (length(geboorteplaats) BETWEEN 1 AND 80),
    CONSTRAINT verzekerde_geslacht CHECK (geslacht IN ('V', 'M', 'X')),
    CONSTRAINT verzekerde_taal CHECK (taal IN ('nl', 'fr', 'de')),
    CONSTRAINT verzekerde_version CHECK (version > 0)
);
ALTER SEQUENCE verzekerde_volgnummer OWNED BY verzekerde.nummer;
CREATE UNIQUE INDEX verzekerde_per_inss ON verzekerde (inss);
CREATE INDEX verzekerde_geboorte ON verzekerde (geboortedatum, naam);
COMMENT ON TABLE verzekerde IS 'A person insured, or who once was';
COMMENT ON COLUMN verzekerde.nummer IS 'Member number, V and nine digits; names the member file everywhere';
COMMENT ON COLUMN verzekerde.inss IS 'Social security number (national register or BIS), eleven digits; empty while unknown';
COMMENT ON COLUMN verzekerde.bis IS 'The number is a BIS number: the person is not in the national register';
COMMENT ON COLUMN verzekerde.naam IS 'Family name';
COMMENT ON COLUMN verzekerde.voornamen IS 'First names, separated by blanks, the usual one first';
COMMENT ON COLUMN verzekerde.geboortedatum IS 'Birth date';
COMMENT ON COLUMN verzekerde.geboorteplaats IS 'Municipality of birth, or country for people born abroad';
COMMENT ON COLUMN verzekerde.geslacht IS 'V (female), M (male) or X';
COMMENT ON COLUMN verzekerde.taal IS 'Language of all letters: nl, fr or de';
COMMENT ON COLUMN verzekerde.version IS 'Raised by each save of any part of the member file';

CREATE TABLE contactgegevens (
    verzekerde       text PRIMARY KEY REFERENCES verzekerde DEFERRABLE,
    straat           text,
    huisnummer       text,
    bus              text,
    postcode         text,
    gemeente         text,
    telefoon         text,
    gsm              text,
    email            text,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT contactgegevens_straat CHECK (length(straat) BETWEEN 1 AND 100),
    CONSTRAINT contactgegevens_huisnummer CHECK (length(huisnummer) BETWEEN 1 AND 10),
    CONSTRAINT contactgegevens_bus CHECK (length(bus) BETWEEN 1 AND 10),
    CONSTRAINT contactgegevens_postcode CHECK (postcode ~ '^[1-9][0-9]{3}$'),
    CONSTRAINT contactgegevens_gemeente CHECK (length(gemeente) BETWEEN 1 AND 80),
    CONSTRAINT contactgegevens_telefoon CHECK (telefoon ~ '^\+[1-9][0-9]{5,14}$'),
    CONSTRAINT contactgegevens_gsm CHECK (gsm ~ '^\+[1-9][0-9]{5,14}$'),
    CONSTRAINT contactgegevens_email CHECK (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' AND length(email) <= 254),
    CONSTRAINT contactgegevens_version CHECK (version > 0)
);
COMMENT ON TABLE contactgegevens IS 'Where and how a person is reached';
COMMENT ON COLUMN contactgegevens.verzekerde IS 'The person';
COMMENT ON COLUMN contactgegevens.straat IS 'Street, in the language of the municipality';
COMMENT ON COLUMN contactgegevens.huisnummer IS 'House number';
COMMENT ON COLUMN contactgegevens.bus IS 'Box number';
COMMENT ON COLUMN contactgegevens.postcode IS 'Postcode, four digits';
COMMENT ON COLUMN contactgegevens.gemeente IS 'Municipality';
COMMENT ON COLUMN contactgegevens.telefoon IS 'Landline, E.164';
COMMENT ON COLUMN contactgegevens.gsm IS 'Mobile phone, E.164';
COMMENT ON COLUMN contactgegevens.email IS 'E-mail address, lower case';
COMMENT ON COLUMN contactgegevens.version IS 'Version of the member file that wrote this row last';

CREATE TABLE bankrekening (
    verzekerde       text PRIMARY KEY REFERENCES verzekerde DEFERRABLE,
    iban             text,
    houder           text,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT bankrekening_iban CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    CONSTRAINT bankrekening_houder CHECK (length(houder) BETWEEN 1 AND 80),
    CONSTRAINT bankrekening_version CHECK (version > 0)
);
CREATE INDEX bankrekening_per_iban ON bankrekening (iban);
COMMENT ON TABLE bankrekening IS 'The account that reimbursements are paid to';
COMMENT ON COLUMN bankrekening.verzekerde IS 'The person reimbursed';
COMMENT ON COLUMN bankrekening.iban IS 'IBAN without blanks';
COMMENT ON COLUMN bankrekening.houder IS 'Holder of the account when it is not the person';
COMMENT ON COLUMN bankrekening.version IS 'Version of the member file that wrote this row last';

CREATE TABLE mutualiteit_aansluiting (
    verzekerde       text PRIMARY KEY REFERENCES verzekerde DEFERRABLE,
    ziekenfonds      text,
    ct1              text,
    ct2              text,
    bim              boolean NOT NULL DEFAULT false,
    gmd              boolean NOT NULL DEFAULT false,
    huisarts         text,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT mutualiteit_ziekenfonds CHECK (ziekenfonds ~ '^[1-9][0-9]{2}$'),
    CONSTRAINT mutualiteit_ct1 CHECK (ct1 ~ '^[0-9]{3}$'),
    CONSTRAINT mutualiteit_ct2 CHECK (ct2 ~ '^[0-9]{3}$'),
    CONSTRAINT mutualiteit_ct CHECK ((ct1 IS NULL) = (ct2 IS NULL)),
    -- only a physician keeps a global medical file, and a physician's number begins with 1
    CONSTRAINT mutualiteit_huisarts CHECK (huisarts ~ '^1[0-9]{10}$' AND riziv_klopt(huisarts)),
    CONSTRAINT mutualiteit_version CHECK (version > 0)
);
COMMENT ON TABLE mutualiteit_aansluiting IS 'How a person belongs to a mutuality. Health data: readable while the file is open';
COMMENT ON COLUMN mutualiteit_aansluiting.verzekerde IS 'The person';
COMMENT ON COLUMN mutualiteit_aansluiting.ziekenfonds IS 'Number of the fund, three digits; the first one tells the national union';
COMMENT ON COLUMN mutualiteit_aansluiting.ct1 IS 'Insurability code 1, on the vignette';
COMMENT ON COLUMN mutualiteit_aansluiting.ct2 IS 'Insurability code 2, on the vignette';
COMMENT ON COLUMN mutualiteit_aansluiting.bim IS 'Begunstigde verhoogde tegemoetkoming: preferential intervention';
COMMENT ON COLUMN mutualiteit_aansluiting.gmd IS 'Has a global medical file';
COMMENT ON COLUMN mutualiteit_aansluiting.huisarts IS 'RIZIV/INAMI number of the physician who keeps the global medical file';
COMMENT ON COLUMN mutualiteit_aansluiting.version IS 'Version of the member file that wrote this row last';

-- Employers, policies, statements ---------------------------------------------------------------------------------

CREATE TABLE werkgever (
    ondernemingsnummer text PRIMARY KEY,
    naam             text NOT NULL,
    paritair_comite  text,
    personeel        integer NOT NULL DEFAULT 0,
    postcode         text,
    gemeente         text,
    taal             text NOT NULL DEFAULT 'nl',
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT werkgever_ondernemingsnummer CHECK (ondernemingsnummer ~ '^[01][0-9]{9}$' AND onderneming_klopt(ondernemingsnummer)),
    CONSTRAINT werkgever_naam CHECK (length(naam) BETWEEN 1 AND 120),
    CONSTRAINT werkgever_paritair_comite CHECK (paritair_comite ~ '^[1-3][0-9]{2}(\.[0-9]{2})?$'),
    CONSTRAINT werkgever_personeel CHECK (personeel >= 0),
    CONSTRAINT werkgever_postcode CHECK (postcode ~ '^[1-9][0-9]{3}$'),
    CONSTRAINT werkgever_taal CHECK (taal IN ('nl', 'fr', 'de')),
    CONSTRAINT werkgever_version CHECK (version > 0)
);
COMMENT ON TABLE werkgever IS 'An employer who insures staff';
COMMENT ON COLUMN werkgever.ondernemingsnummer IS 'Enterprise number (KBO), ten digits';
COMMENT ON COLUMN werkgever.naam IS 'Registered name';
COMMENT ON COLUMN werkgever.paritair_comite IS 'Joint committee of the branch: 200, 302, 318.02';
COMMENT ON COLUMN werkgever.personeel IS 'Number of employees';
COMMENT ON COLUMN werkgever.postcode IS 'Postcode of the head office';
COMMENT ON COLUMN werkgever.gemeente IS 'Municipality of the head office';
COMMENT ON COLUMN werkgever.taal IS 'Language of all letters: nl, fr or de';
COMMENT ON COLUMN werkgever.version IS 'Raised by each save';

CREATE SEQUENCE polis_volgnummer;

CREATE TABLE polis (
    nummer           text PRIMARY KEY DEFAULT 'P' || lpad(nextval('polis_volgnummer')::text, 8, '0'),
    werkgever        text NOT NULL REFERENCES werkgever DEFERRABLE,
    formule          text NOT NULL,
    begin            date NOT NULL,
    einde            date,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT polis_nummer CHECK (nummer ~ '^P[0-9]{8}$'),
    CONSTRAINT polis_formule CHECK (formule IN ('HOSPITALISATIE', 'AMBULANT', 'TANDZORG')),
    CONSTRAINT polis_periode CHECK (einde >= begin),
    CONSTRAINT polis_version CHECK (version > 0)
);
ALTER SEQUENCE polis_volgnummer OWNED BY polis.nummer;
CREATE INDEX polis_werkgever ON polis (werkgever);
COMMENT ON TABLE polis IS 'A group policy of one formula';
COMMENT ON COLUMN polis.nummer IS 'Policy number, P and eight digits';
COMMENT ON COLUMN polis.werkgever IS 'Enterprise number of the policyholder';
COMMENT ON COLUMN polis.formule IS 'Hospitalisation, ambulatory care or dental care';
COMMENT ON COLUMN polis.begin IS 'First day covered';
COMMENT ON COLUMN polis.einde IS 'Last day covered, empty while in force';
COMMENT ON COLUMN polis.version IS 'Raised by each save';

CREATE TABLE aansluiting (
    polis            text NOT NULL REFERENCES polis DEFERRABLE,
    verzekerde       text NOT NULL REFERENCES verzekerde DEFERRABLE,
    begin            date NOT NULL,
    einde            date,
    rol              text NOT NULL,
    wachttijd_tot    date,
    ononderbroken_sinds date,
    version          bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (verzekerde, polis, begin),
    CONSTRAINT aansluiting_rol CHECK (rol IN ('HOOFDVERZEKERDE', 'PARTNER', 'KIND')),
    CONSTRAINT aansluiting_periode CHECK (einde >= begin),
    CONSTRAINT aansluiting_wachttijd CHECK (wachttijd_tot >= begin),
    CONSTRAINT aansluiting_ononderbroken CHECK (ononderbroken_sinds <= begin),
    CONSTRAINT aansluiting_zonder_overlapping EXCLUDE USING gist
        (verzekerde WITH =, polis WITH =, daterange(begin, einde, '[]') WITH &&),
    CONSTRAINT aansluiting_version CHECK (version > 0)
);
CREATE INDEX aansluiting_polis ON aansluiting (polis);
COMMENT ON TABLE aansluiting IS 'A person insured by a policy over a period';
COMMENT ON COLUMN aansluiting.polis IS 'The policy';
COMMENT ON COLUMN aansluiting.verzekerde IS 'The person';
COMMENT ON COLUMN aansluiting.begin IS 'First day covered';
COMMENT ON COLUMN aansluiting.einde IS 'Last day covered, empty while covered';
COMMENT ON COLUMN aansluiting.rol IS 'Main insured, partner or child';
COMMENT ON COLUMN aansluiting.wachttijd_tot IS 'Last day of the waiting period, empty when there is none';
COMMENT ON COLUMN aansluiting.ononderbroken_sinds IS 'Insured without interruption since, also elsewhere: opens individual continuation';
COMMENT ON COLUMN aansluiting.version IS 'Raised by each save';

CREATE TABLE afrekening (
    ogm              text PRIMARY KEY,
    verzekerde       text NOT NULL REFERENCES verzekerde DEFERRABLE,
    polis            text NOT NULL REFERENCES polis DEFERRABLE,
    ontvangen        date NOT NULL,
    toestand         text NOT NULL,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT afrekening_ogm CHECK (ogm ~ '^[0-9]{12}$' AND ogm_klopt(ogm)),
    CONSTRAINT afrekening_toestand CHECK (toestand IN ('ONTVANGEN', 'IN_BEHANDELING', 'BEREKEND', 'BETAALD', 'GEWEIGERD')),
    CONSTRAINT afrekening_version CHECK (version > 0)
);
CREATE INDEX afrekening_verzekerde ON afrekening (verzekerde, ontvangen DESC);
CREATE INDEX afrekening_polis ON afrekening (polis);
COMMENT ON TABLE afrekening IS 'A reimbursement statement (header). Health data: readable while it or its member is open';
COMMENT ON COLUMN afrekening.ogm IS 'Structured communication (OGM): twelve digits with their control, also the statement''s number';
COMMENT ON COLUMN afrekening.verzekerde IS 'The person who had the care';
COMMENT ON COLUMN afrekening.polis IS 'The policy that pays';
COMMENT ON COLUMN afrekening.ontvangen IS 'Day the request came in';
COMMENT ON COLUMN afrekening.toestand IS 'Received, in progress, calculated, paid, refused';
COMMENT ON COLUMN afrekening.version IS 'Raised by each save';

-- Rights ----------------------------------------------------------------------------------------------------------

GRANT USAGE ON SCHEMA be TO country_be;
GRANT SELECT ON verzekerde, contactgegevens, bankrekening, mutualiteit_aansluiting, aansluiting, afrekening, werkgever, polis
    TO care_agent, operations, operations_lead, auditor;
GRANT INSERT ON contactgegevens, bankrekening, mutualiteit_aansluiting TO care_agent, operations, operations_lead;
-- All but the keys: a row stays with its person
GRANT UPDATE (inss, bis, naam, voornamen, geboortedatum, geboorteplaats, geslacht, taal, version)
    ON verzekerde TO care_agent, operations, operations_lead;
GRANT UPDATE (straat, huisnummer, bus, postcode, gemeente, telefoon, gsm, email, version)
    ON contactgegevens TO care_agent, operations, operations_lead;
GRANT UPDATE (iban, houder, version) ON bankrekening TO care_agent, operations, operations_lead;
GRANT UPDATE (ziekenfonds, ct1, ct2, bim, gmd, huisarts, version)
    ON mutualiteit_aansluiting TO care_agent, operations, operations_lead;
GRANT SELECT ON werkgever, polis TO sales;

ALTER TABLE mutualiteit_aansluiting ENABLE ROW LEVEL SECURITY;
CREATE POLICY dossier_open ON mutualiteit_aansluiting
    USING (directory.has_open('BE', 'member', verzekerde))
    WITH CHECK (directory.has_open('BE', 'member', verzekerde));
ALTER TABLE afrekening ENABLE ROW LEVEL SECURITY;
CREATE POLICY dossier_open ON afrekening
    USING (directory.has_open('BE', 'claim', ogm) OR directory.has_open('BE', 'member', verzekerde));

-- The trail -------------------------------------------------------------------------------------------------------

CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON verzekerde FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'nummer');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON contactgegevens FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'verzekerde');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON bankrekening FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'verzekerde');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON mutualiteit_aansluiting FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'verzekerde');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON aansluiting FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'verzekerde');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON werkgever FOR EACH ROW EXECUTE FUNCTION audit.track('company', 'ondernemingsnummer');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON polis FOR EACH ROW EXECUTE FUNCTION audit.track('contract', 'nummer');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON afrekening FOR EACH ROW EXECUTE FUNCTION audit.track('claim', 'ogm');
CREATE TRIGGER raise_version BEFORE UPDATE ON verzekerde FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON contactgegevens FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON bankrekening FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON mutualiteit_aansluiting FOR EACH ROW EXECUTE FUNCTION audit.raise_version();

-- The search index ------------------------------------------------------------------------------------------------
-- Statement-level triggers hand whole sets over, so that a bulk load publishes once a statement. The functions run as
-- the owner: who changes a phone number need not be allowed to read claims.

CREATE FUNCTION roepnaam(voornamen text, naam text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN split_part(voornamen, ' ', 1) || ' ' || naam;
COMMENT ON FUNCTION roepnaam(text, text) IS 'The name people call the member by';

CREATE FUNCTION publiceer_verzekerden(nummers text[]) RETURNS void
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
            UNION
            SELECT 'claim', f.ogm FROM afrekening f WHERE f.verzekerde = v.nummer
        ) AS alle (wat, waarde)
        WHERE waarde IS NOT NULL
    ) AS sleutels
    WHERE v.nummer = ANY (nummers)
    HAVING count(*) > 0
$$;
COMMENT ON FUNCTION publiceer_verzekerden(text[]) IS 'Hands these people to the search index as they now are';

CREATE FUNCTION publiceer_afrekeningen(nummers text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
    SELECT directory.publish(array_agg(ROW('BE', 'claim', f.ogm,
            '+++' || left(f.ogm, 3) || '/' || substr(f.ogm, 4, 4) || '/' || right(f.ogm, 5) || '+++',
            roepnaam(v.voornamen, v.naam), '', NULL,
            ARRAY[ROW('claim', f.ogm)::directory.published_key])::directory.published_entry))
    FROM afrekening f
    JOIN verzekerde v ON v.nummer = f.verzekerde
    WHERE f.ogm = ANY (nummers)
    HAVING count(*) > 0
$$;
COMMENT ON FUNCTION publiceer_afrekeningen(text[]) IS 'Hands these statements to the search index; not before their person exists';

CREATE FUNCTION publiceer_werkgevers(nummers text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
    SELECT directory.publish(array_agg(ROW('BE', 'company', w.ondernemingsnummer, w.naam,
            concat_ws(' ', w.postcode, w.gemeente), w.naam, NULL,
            ARRAY[ROW('company', w.ondernemingsnummer)::directory.published_key])::directory.published_entry))
    FROM werkgever w
    WHERE w.ondernemingsnummer = ANY (nummers)
    HAVING count(*) > 0
$$;
COMMENT ON FUNCTION publiceer_werkgevers(text[]) IS 'Hands these employers to the search index';

CREATE FUNCTION publiceer_polissen(nummers text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
    SELECT directory.publish(array_agg(ROW('BE', 'contract', p.nummer, p.nummer, w.naam, '', NULL,
            ARRAY[ROW('contract', p.nummer)::directory.published_key,
                  ROW('company', w.ondernemingsnummer)::directory.published_key])::directory.published_entry))
    FROM polis p
    JOIN werkgever w ON w.ondernemingsnummer = p.werkgever
    WHERE p.nummer = ANY (nummers)
    HAVING count(*) > 0
$$;
COMMENT ON FUNCTION publiceer_polissen(text[]) IS 'Hands these policies to the search index; they are found by their employer''s number too';

CREATE FUNCTION verzekerde_publiceren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('BE', 'member', (SELECT coalesce(array_agg(nummer), '{}') FROM oude));
    ELSIF TG_OP = 'UPDATE' THEN
        PERFORM publiceer_verzekerden((SELECT array_agg(nummer) FROM nieuwe));
        -- a statement is listed under its person's name
        PERFORM publiceer_afrekeningen((SELECT array_agg(f.ogm)
            FROM nieuwe n
            JOIN oude o ON o.nummer = n.nummer
            JOIN afrekening f ON f.verzekerde = n.nummer
            WHERE roepnaam(n.voornamen, n.naam) <> roepnaam(o.voornamen, o.naam)));
    ELSE
        PERFORM publiceer_verzekerden((SELECT array_agg(nummer) FROM nieuwe));
        -- within one transaction statements may be written before their person (the references are deferrable)
        PERFORM publiceer_afrekeningen((SELECT array_agg(f.ogm) FROM nieuwe n JOIN afrekening f ON f.verzekerde = n.nummer));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER publiceer_nieuw AFTER INSERT ON verzekerde REFERENCING NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION verzekerde_publiceren();
CREATE TRIGGER publiceer_wijziging AFTER UPDATE ON verzekerde REFERENCING OLD TABLE AS oude NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION verzekerde_publiceren();
CREATE TRIGGER publiceer_schrapping AFTER DELETE ON verzekerde REFERENCING OLD TABLE AS oude FOR EACH STATEMENT EXECUTE FUNCTION verzekerde_publiceren();

CREATE FUNCTION omgeving_publiceren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM publiceer_verzekerden((SELECT array_agg(DISTINCT verzekerde) FROM oude));
    ELSIF TG_OP = 'UPDATE' THEN
        PERFORM publiceer_verzekerden((SELECT array_agg(DISTINCT verzekerde) FROM
            (SELECT verzekerde FROM nieuwe UNION SELECT verzekerde FROM oude) AS geraakte));
    ELSE
        PERFORM publiceer_verzekerden((SELECT array_agg(DISTINCT verzekerde) FROM nieuwe));
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION omgeving_publiceren() IS 'Publishes the people whose neighbouring rows a statement touched; for tables with a column verzekerde';
CREATE TRIGGER publiceer_nieuw AFTER INSERT ON contactgegevens REFERENCING NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION omgeving_publiceren();
CREATE TRIGGER publiceer_wijziging AFTER UPDATE ON contactgegevens REFERENCING OLD TABLE AS oude NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION omgeving_publiceren();
CREATE TRIGGER publiceer_schrapping AFTER DELETE ON contactgegevens REFERENCING OLD TABLE AS oude FOR EACH STATEMENT EXECUTE FUNCTION omgeving_publiceren();
CREATE TRIGGER publiceer_nieuw AFTER INSERT ON bankrekening REFERENCING NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION omgeving_publiceren();
CREATE TRIGGER publiceer_wijziging AFTER UPDATE ON bankrekening REFERENCING OLD TABLE AS oude NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION omgeving_publiceren();
CREATE TRIGGER publiceer_schrapping AFTER DELETE ON bankrekening REFERENCING OLD TABLE AS oude FOR EACH STATEMENT EXECUTE FUNCTION omgeving_publiceren();
CREATE TRIGGER publiceer_nieuw AFTER INSERT ON aansluiting REFERENCING NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION omgeving_publiceren();
CREATE TRIGGER publiceer_wijziging AFTER UPDATE ON aansluiting REFERENCING OLD TABLE AS oude NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION omgeving_publiceren();
CREATE TRIGGER publiceer_schrapping AFTER DELETE ON aansluiting REFERENCING OLD TABLE AS oude FOR EACH STATEMENT EXECUTE FUNCTION omgeving_publiceren();

CREATE FUNCTION afrekening_publiceren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('BE', 'claim', (SELECT coalesce(array_agg(ogm), '{}') FROM oude));
        PERFORM publiceer_verzekerden((SELECT array_agg(DISTINCT verzekerde) FROM oude));
    ELSIF TG_OP = 'UPDATE' THEN
        -- progress of a statement changes nothing that is searched
        PERFORM publiceer_afrekeningen((SELECT array_agg(n.ogm) FROM nieuwe n
            WHERE NOT EXISTS (SELECT FROM oude o WHERE o.ogm = n.ogm AND o.verzekerde = n.verzekerde)));
        PERFORM publiceer_verzekerden((SELECT array_agg(DISTINCT verzekerde) FROM (
            (SELECT ogm, verzekerde FROM nieuwe EXCEPT SELECT ogm, verzekerde FROM oude)
            UNION ALL
            (SELECT ogm, verzekerde FROM oude EXCEPT SELECT ogm, verzekerde FROM nieuwe)) AS geraakte));
    ELSE
        PERFORM publiceer_afrekeningen((SELECT array_agg(ogm) FROM nieuwe));
        PERFORM publiceer_verzekerden((SELECT array_agg(DISTINCT verzekerde) FROM nieuwe));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER publiceer_nieuw AFTER INSERT ON afrekening REFERENCING NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION afrekening_publiceren();
CREATE TRIGGER publiceer_wijziging AFTER UPDATE ON afrekening REFERENCING OLD TABLE AS oude NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION afrekening_publiceren();
CREATE TRIGGER publiceer_schrapping AFTER DELETE ON afrekening REFERENCING OLD TABLE AS oude FOR EACH STATEMENT EXECUTE FUNCTION afrekening_publiceren();

CREATE FUNCTION werkgever_publiceren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('BE', 'company', (SELECT coalesce(array_agg(ondernemingsnummer), '{}') FROM oude));
    ELSE
        PERFORM publiceer_werkgevers((SELECT array_agg(ondernemingsnummer) FROM nieuwe));
        IF TG_OP = 'UPDATE' THEN
            PERFORM publiceer_polissen((SELECT array_agg(p.nummer) FROM nieuwe n JOIN polis p ON p.werkgever = n.ondernemingsnummer));
        END IF;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER publiceer_nieuw AFTER INSERT ON werkgever REFERENCING NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION werkgever_publiceren();
CREATE TRIGGER publiceer_wijziging AFTER UPDATE ON werkgever REFERENCING OLD TABLE AS oude NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION werkgever_publiceren();
CREATE TRIGGER publiceer_schrapping AFTER DELETE ON werkgever REFERENCING OLD TABLE AS oude FOR EACH STATEMENT EXECUTE FUNCTION werkgever_publiceren();

CREATE FUNCTION polis_publiceren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('BE', 'contract', (SELECT coalesce(array_agg(nummer), '{}') FROM oude));
    ELSE
        PERFORM publiceer_polissen((SELECT array_agg(nummer) FROM nieuwe));
        IF TG_OP = 'UPDATE' THEN
            -- another policyholder: the people insured are found by another enterprise number
            PERFORM publiceer_verzekerden((SELECT array_agg(DISTINCT a.verzekerde)
                FROM nieuwe n
                JOIN oude o ON o.nummer = n.nummer AND o.werkgever <> n.werkgever
                JOIN aansluiting a ON a.polis = n.nummer));
        END IF;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER publiceer_nieuw AFTER INSERT ON polis REFERENCING NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION polis_publiceren();
CREATE TRIGGER publiceer_wijziging AFTER UPDATE ON polis REFERENCING OLD TABLE AS oude NEW TABLE AS nieuwe FOR EACH STATEMENT EXECUTE FUNCTION polis_publiceren();
CREATE TRIGGER publiceer_schrapping AFTER DELETE ON polis REFERENCING OLD TABLE AS oude FOR EACH STATEMENT EXECUTE FUNCTION polis_publiceren();

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA be FROM PUBLIC;
-- CHECK constraints run with the rights of who writes
GRANT EXECUTE ON FUNCTION inss_klopt(text), riziv_klopt(text), roepnaam(text, text) TO care_agent, operations, operations_lead, auditor;
