-- What the mutuality pays. Figures as published by RIZIV/INAMI (fees and interventions, tables by profession), copied by
-- code and day; the day of care decides.

CREATE TABLE prestatie (
    code             text PRIMARY KEY,
    rubriek          text NOT NULL,
    preventief       boolean NOT NULL DEFAULT false,
    omschrijving     text NOT NULL,
    CONSTRAINT prestatie_code CHECK (code ~ '^([0-9]{6}|[A-Z]+(_[A-Z]+)*)$'),
    CONSTRAINT prestatie_rubriek CHECK (rubriek IN ('HUISARTS', 'SPECIALIST', 'KINE', 'TANDPREVENTIE', 'TANDZORG',
        'TANDPROTHESE', 'ORTHODONTIE', 'HOSPITALISATIE', 'BEVALLING')),
    CONSTRAINT prestatie_omschrijving CHECK (length(omschrijving) BETWEEN 1 AND 120)
);
COMMENT ON TABLE prestatie IS 'An act that a line of a statement can name';
COMMENT ON COLUMN prestatie.code IS 'Six digits of the nomenclature, or a readable code of ours';
COMMENT ON COLUMN prestatie.rubriek IS 'Kind of act: decides waiting months and which ceiling it uses';
COMMENT ON COLUMN prestatie.preventief IS 'Prevents rather than cures: paid at the preventive rate';
COMMENT ON COLUMN prestatie.omschrijving IS 'What was done, in Dutch';

CREATE TABLE nomenclatuur (
    code             text NOT NULL REFERENCES prestatie DEFERRABLE,
    begin            date NOT NULL,
    einde            date,
    honorarium       numeric(10,2),
    gewoon           numeric(10,2),
    bim              numeric(10,2),
    gewoon_gmd       numeric(10,2),
    bim_gmd          numeric(10,2),
    PRIMARY KEY (code, begin),
    CONSTRAINT nomenclatuur_periode CHECK (einde >= begin),
    -- an act without tariff (IMPLANT): honorarium and intervention come with the line
    CONSTRAINT nomenclatuur_tarief CHECK ((honorarium IS NULL) = (gewoon IS NULL)
        AND (gewoon IS NOT NULL OR num_nonnulls(bim, gewoon_gmd, bim_gmd) = 0)),
    CONSTRAINT nomenclatuur_bedrag CHECK (gewoon >= 0 AND honorarium >= gewoon AND honorarium >= bim
        AND honorarium >= gewoon_gmd AND honorarium >= bim_gmd),
    CONSTRAINT nomenclatuur_voorkeur CHECK (bim >= gewoon AND gewoon_gmd >= gewoon AND bim_gmd >= bim),
    CONSTRAINT nomenclatuur_zonder_overlapping EXCLUDE USING gist (code WITH =, daterange(begin, einde, '[]') WITH &&)
);
COMMENT ON TABLE nomenclatuur IS 'Honorarium of an act and what the mutuality pays of it, over a period. What is left of the honorarium is the remgeld';
COMMENT ON COLUMN nomenclatuur.code IS 'The act';
COMMENT ON COLUMN nomenclatuur.begin IS 'First day of care';
COMMENT ON COLUMN nomenclatuur.einde IS 'Last day, empty until it changes';
COMMENT ON COLUMN nomenclatuur.honorarium IS 'Fee of a provider with the convention; empty: the line says it';
COMMENT ON COLUMN nomenclatuur.gewoon IS 'Intervention for ordinary insured people';
COMMENT ON COLUMN nomenclatuur.bim IS 'Intervention for preferential ones (BIM); empty where no figure of its own is published';
COMMENT ON COLUMN nomenclatuur.gewoon_gmd IS 'Ordinary, with a global medical file (GMD); empty where the file changes nothing';
COMMENT ON COLUMN nomenclatuur.bim_gmd IS 'Preferential, with a global medical file; empty where the file changes nothing';

INSERT INTO prestatie (code, rubriek, preventief, omschrijving) VALUES
    ('101010', 'HUISARTS', false, 'Raadpleging bij een huisarts'),
    ('101032', 'HUISARTS', false, 'Raadpleging bij een huisarts'),
    ('101076', 'HUISARTS', false, 'Raadpleging bij een huisarts'),
    ('101496', 'HUISARTS', false, 'Verstrekking van een huisarts zonder remgeld'),
    ('102012', 'SPECIALIST', false, 'Raadpleging bij een geneesheer-specialist'),
    ('102034', 'SPECIALIST', false, 'Raadpleging bij een geneesheer-specialist'),
    ('102071', 'SPECIALIST', false, 'Raadpleging bij een geneesheer-specialist'),
    ('102093', 'SPECIALIST', false, 'Raadpleging bij een geneesheer-specialist'),
    ('102130', 'SPECIALIST', false, 'Raadpleging bij een geneesheer-specialist'),
    ('102152', 'SPECIALIST', false, 'Raadpleging bij een geneesheer-specialist'),
    ('102174', 'SPECIALIST', false, 'Raadpleging bij een geneesheer-specialist'),
    ('102196', 'SPECIALIST', false, 'Raadpleging bij een geneesheer-specialist'),
    ('102734', 'SPECIALIST', false, 'Raadpleging bij een geneesheer-specialist'),
    ('102896', 'SPECIALIST', false, 'Raadpleging bij een geneesheer-specialist'),
    ('KINE_CABINET', 'KINE', false, 'Kinesitherapie in het kabinet'),
    ('KINE_HOSPITAAL', 'KINE', false, 'Kinesitherapie in het ziekenhuis'),
    ('KINE_THUIS', 'KINE', false, 'Kinesitherapie thuis'),
    ('IMPLANT', 'TANDPROTHESE', false, 'Tandimplantaat en kroon'),
    ('MONDONDERZOEK', 'TANDPREVENTIE', true, 'Jaarlijks mondonderzoek'),
    ('TANDREINIGING', 'TANDPREVENTIE', true, 'Preventieve tandreiniging'),
    ('VULLING', 'TANDZORG', false, 'Vulling van een tand'),
    ('BEUGEL', 'ORTHODONTIE', false, 'Orthodontische behandeling, per maand'),
    ('LIGDAG', 'HOSPITALISATIE', false, 'Verblijf in het ziekenhuis, per dag'),
    ('EENPERSOONSKAMER', 'HOSPITALISATIE', false, 'Supplement voor een eenpersoonskamer, per dag'),
    ('INGREEP', 'HOSPITALISATIE', false, 'Honoraria van een ingreep in het ziekenhuis'),
    ('BEVALLING', 'BEVALLING', false, 'Honoraria van een bevalling in het ziekenhuis');

-- General practitioners. honorarium | BIM | ordinary | BIM + GMD | ordinary + GMD, from 2024-01-01; 101076 also from 2021-04-01.
INSERT INTO nomenclatuur (code, begin, einde, honorarium, bim, gewoon, bim_gmd, gewoon_gmd) VALUES
    ('101010', '2024-01-01', NULL, 18.85, 17.35, 12.85, 17.85, 14.85),
    ('101032', '2024-01-01', NULL, 25.68, 24.18, 19.68, 24.68, 21.68),
    ('101076', '2021-04-01', '2023-12-31', 23.32, 21.82, 17.32, 22.32, 19.32),
    ('101076', '2024-01-01', NULL, 31.81, 30.31, 25.81, 30.81, 27.81),
    ('101496', '2024-01-01', NULL, 36.61, 36.61, 36.61, 36.61, 36.61);

-- Specialists. honorarium | ordinary | BIM, from 2017-01-01.
INSERT INTO nomenclatuur (code, begin, honorarium, gewoon, bim) VALUES
    ('102012', '2017-01-01', 20.75, 8.75, 17.75),
    ('102034', '2017-01-01', 37.15, 25.15, 34.15),
    ('102071', '2017-01-01', 34.09, 22.09, 31.09),
    ('102093', '2017-01-01', 31.69, 19.69, 28.69),
    ('102130', '2017-01-01', 33.27, 21.27, 30.27),
    ('102152', '2017-01-01', 51.49, 39.49, 48.49),
    ('102174', '2017-01-01', 52.81, 40.81, 49.81),
    ('102196', '2017-01-01', 43.46, 31.46, 40.46),
    ('102734', '2017-01-01', 28.90, 16.90, 25.90),
    ('102896', '2017-01-01', 35.79, 23.79, 32.79);

-- Physiotherapy, ordinary. honorarium | ordinary; published without a first day, so they begin with the specialists.
INSERT INTO nomenclatuur (code, begin, honorarium, gewoon) VALUES
    ('KINE_CABINET', '2017-01-01', 28.60, 16.66),
    ('KINE_HOSPITAAL', '2017-01-01', 28.60, 16.77),
    ('KINE_THUIS', '2017-01-01', 29.97, 17.79);

-- No dated tariff: honorarium and intervention come with the line. All but IMPLANT are readable codes of our own, for the
-- parts of a hospital invoice and of dental care whose nomenclature is not published here.
INSERT INTO nomenclatuur (code, begin)
SELECT code, '2000-01-01' FROM prestatie
WHERE code IN ('IMPLANT', 'MONDONDERZOEK', 'TANDREINIGING', 'VULLING', 'BEUGEL', 'LIGDAG', 'EENPERSOONSKAMER', 'INGREEP', 'BEVALLING');

CREATE FUNCTION tegemoetkoming(code_ text, dag date, bim_ boolean, gmd_ boolean) RETURNS numeric
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT CASE WHEN bim_ AND gmd_ THEN coalesce(n.bim_gmd, n.bim, n.gewoon_gmd, n.gewoon)
                WHEN bim_ THEN coalesce(n.bim, n.gewoon)
                WHEN gmd_ THEN coalesce(n.gewoon_gmd, n.gewoon)
                ELSE n.gewoon END
    FROM be.nomenclatuur n
    WHERE n.code = code_ AND dag >= n.begin AND (n.einde IS NULL OR dag <= n.einde)
$$;
COMMENT ON FUNCTION tegemoetkoming(text, date, boolean, boolean) IS
    'What the mutuality pays for an act on a day; null for acts without tariff. A status without a figure of its own gets that of the next lower one';

GRANT SELECT ON prestatie, nomenclatuur TO care_agent, operations, operations_lead, auditor;
REVOKE ALL ON FUNCTION tegemoetkoming(text, date, boolean, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tegemoetkoming(text, date, boolean, boolean) TO care_agent, operations, operations_lead, auditor;

CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON prestatie FOR EACH ROW EXECUTE FUNCTION audit.track('tariff', 'code');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON nomenclatuur FOR EACH ROW EXECUTE FUNCTION audit.track('tariff', 'code');
