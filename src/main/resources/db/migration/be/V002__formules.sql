-- What a Belgian insurer sells: formulas, their dated conditions, and what they cost at which age.
-- Runs as guichet_owner with search_path = be, public. Amounts are numeric(10,2), in euros.

CREATE TABLE formule (
    code             text PRIMARY KEY,
    tak              text NOT NULL,
    naam             text NOT NULL,
    begin            date NOT NULL,
    einde            date,
    voorbeeld        boolean NOT NULL DEFAULT false,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT formule_code CHECK (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$' AND length(code) <= 30),
    CONSTRAINT formule_tak CHECK (tak IN ('HOSPITALISATIE', 'AMBULANT', 'TANDZORG')),
    CONSTRAINT formule_naam CHECK (naam = btrim(naam) AND length(naam) BETWEEN 1 AND 80),
    CONSTRAINT formule_periode CHECK (einde >= begin),
    CONSTRAINT formule_version CHECK (version > 0),
    -- other tables hold the branch beside the code, so that a hospital policy cannot have dental conditions
    CONSTRAINT formule_code_tak UNIQUE (code, tak)
);
COMMENT ON TABLE formule IS 'A formula: a product as it is sold';
COMMENT ON COLUMN formule.code IS 'Capitals and digits in parts joined by hyphens: HOSPI-KAMER-150';
COMMENT ON COLUMN formule.tak IS 'Hospitalisation, ambulatory care or dental care';
COMMENT ON COLUMN formule.naam IS 'Commercial name';
COMMENT ON COLUMN formule.begin IS 'First day it was sold';
COMMENT ON COLUMN formule.einde IS 'Last day it was sold, empty while on sale; policies that have it keep it';
COMMENT ON COLUMN formule.voorbeeld IS 'Invented for demonstrations';
COMMENT ON COLUMN formule.version IS 'Raised by each save';

CREATE TABLE formule_voorwaarde (
    formule          text NOT NULL,
    begin            date NOT NULL,
    einde            date,
    tak              text NOT NULL,
    terugbetaling    numeric(5,2) NOT NULL,
    preventie        numeric(5,2),
    max_ereloonsupplement numeric(4,2),
    kamersupplement_dag numeric(10,2),
    dagen_voor       integer,
    dagen_na         integer,
    franchise_eenpersoons numeric(10,2),
    franchise_tweepersoons numeric(10,2),
    franchise_gemeenschappelijk numeric(10,2),
    version          bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (formule, begin),
    CONSTRAINT formule_voorwaarde_formule FOREIGN KEY (formule, tak) REFERENCES formule (code, tak) DEFERRABLE,
    CONSTRAINT formule_voorwaarde_periode CHECK (einde >= begin),
    CONSTRAINT formule_voorwaarde_terugbetaling CHECK (terugbetaling BETWEEN 0 AND 100),
    CONSTRAINT formule_voorwaarde_preventie CHECK (preventie BETWEEN terugbetaling AND 100),
    CONSTRAINT formule_voorwaarde_supplement CHECK (max_ereloonsupplement BETWEEN 0 AND 5),
    CONSTRAINT formule_voorwaarde_kamer CHECK (kamersupplement_dag >= 0),
    CONSTRAINT formule_voorwaarde_dagen CHECK (dagen_voor BETWEEN 0 AND 365 AND dagen_na BETWEEN 0 AND 365),
    CONSTRAINT formule_voorwaarde_franchise CHECK (franchise_eenpersoons >= 0 AND franchise_tweepersoons >= 0
        AND franchise_gemeenschappelijk >= 0),
    CONSTRAINT formule_voorwaarde_ziekenhuis CHECK (CASE WHEN tak = 'HOSPITALISATIE'
        THEN num_nulls(max_ereloonsupplement, dagen_voor, dagen_na, franchise_eenpersoons, franchise_tweepersoons,
                       franchise_gemeenschappelijk) = 0 AND preventie IS NULL
        ELSE num_nonnulls(max_ereloonsupplement, kamersupplement_dag, dagen_voor, dagen_na, franchise_eenpersoons,
                          franchise_tweepersoons, franchise_gemeenschappelijk) = 0 AND preventie IS NOT NULL END),
    CONSTRAINT formule_voorwaarde_zonder_overlapping EXCLUDE USING gist
        (formule WITH =, daterange(begin, einde, '[]') WITH &&),
    CONSTRAINT formule_voorwaarde_version CHECK (version > 0)
);
COMMENT ON TABLE formule_voorwaarde IS 'The conditions of a formula over a period';
COMMENT ON COLUMN formule_voorwaarde.formule IS 'The formula';
COMMENT ON COLUMN formule_voorwaarde.begin IS 'First day of care they decide about';
COMMENT ON COLUMN formule_voorwaarde.einde IS 'Last day, empty until they change';
COMMENT ON COLUMN formule_voorwaarde.tak IS 'Branch of the formula';
COMMENT ON COLUMN formule_voorwaarde.terugbetaling IS 'Percent that is paid of what is left after the mutuality';
COMMENT ON COLUMN formule_voorwaarde.preventie IS 'Percent for preventive acts; ambulatory and dental only';
COMMENT ON COLUMN formule_voorwaarde.max_ereloonsupplement IS
    'Fee supplements in a single room are covered up to this multiple of the honorarium, on top of it: 1.50 means 150 % on top, the provider gets 100 + 150. Hospitalisation only';
COMMENT ON COLUMN formule_voorwaarde.kamersupplement_dag IS 'Most that is paid a day for the supplement of a single room; empty: without limit. Hospitalisation only';
COMMENT ON COLUMN formule_voorwaarde.dagen_voor IS 'Days before the stay whose related care is covered. Hospitalisation only';
COMMENT ON COLUMN formule_voorwaarde.dagen_na IS 'Days after the stay whose related care is covered. Hospitalisation only';
COMMENT ON COLUMN formule_voorwaarde.franchise_eenpersoons IS 'Deductible for each admission to a single room; none in partner hospitals. Hospitalisation only';
COMMENT ON COLUMN formule_voorwaarde.franchise_tweepersoons IS 'Deductible for each admission to a double room. Hospitalisation only';
COMMENT ON COLUMN formule_voorwaarde.franchise_gemeenschappelijk IS 'Deductible for each admission to a common room. Hospitalisation only';
COMMENT ON COLUMN formule_voorwaarde.version IS 'Raised by each save';

CREATE TABLE formule_plafond (
    formule          text NOT NULL,
    begin            date NOT NULL,
    lidjaar          integer NOT NULL,
    bedrag           numeric(10,2) NOT NULL,
    PRIMARY KEY (formule, begin, lidjaar),
    CONSTRAINT formule_plafond_voorwaarde FOREIGN KEY (formule, begin) REFERENCES formule_voorwaarde DEFERRABLE,
    CONSTRAINT formule_plafond_lidjaar CHECK (lidjaar BETWEEN 1 AND 20),
    CONSTRAINT formule_plafond_bedrag CHECK (bedrag >= 0)
);
COMMENT ON TABLE formule_plafond IS 'What a formula pays at most in an insurance year, by year of membership; the last row holds for later years too';
COMMENT ON COLUMN formule_plafond.formule IS 'The formula';
COMMENT ON COLUMN formule_plafond.begin IS 'The conditions it belongs to';
COMMENT ON COLUMN formule_plafond.lidjaar IS 'Year of membership, from 1';
COMMENT ON COLUMN formule_plafond.bedrag IS 'Most that is paid in that year';

CREATE TABLE formule_wachttijd (
    formule          text NOT NULL,
    begin            date NOT NULL,
    rubriek          text NOT NULL,
    maanden          integer NOT NULL,
    PRIMARY KEY (formule, begin, rubriek),
    CONSTRAINT formule_wachttijd_voorwaarde FOREIGN KEY (formule, begin) REFERENCES formule_voorwaarde DEFERRABLE,
    CONSTRAINT formule_wachttijd_rubriek CHECK (rubriek IN ('ALGEMEEN', 'HUISARTS', 'SPECIALIST', 'KINE', 'TANDPREVENTIE',
        'TANDZORG', 'TANDPROTHESE', 'ORTHODONTIE', 'HOSPITALISATIE', 'BEVALLING')),
    CONSTRAINT formule_wachttijd_maanden CHECK (maanden BETWEEN 0 AND 24)
);
COMMENT ON TABLE formule_wachttijd IS 'Waiting months of a formula, by kind of act';
COMMENT ON COLUMN formule_wachttijd.formule IS 'The formula';
COMMENT ON COLUMN formule_wachttijd.begin IS 'The conditions it belongs to';
COMMENT ON COLUMN formule_wachttijd.rubriek IS 'Kind of act; ALGEMEEN for all that have no row of their own';
COMMENT ON COLUMN formule_wachttijd.maanden IS 'Full months of membership during which such acts are not covered';

CREATE TABLE premietarief (
    formule          text NOT NULL REFERENCES formule DEFERRABLE,
    begin            date NOT NULL,
    einde            date,
    leeftijd_van     integer NOT NULL,
    leeftijd_tot     integer NOT NULL,
    bedrag           numeric(10,2) NOT NULL,
    PRIMARY KEY (formule, begin, leeftijd_van),
    CONSTRAINT premietarief_periode CHECK (einde >= begin),
    CONSTRAINT premietarief_leeftijd CHECK (leeftijd_van >= 0 AND leeftijd_tot >= leeftijd_van AND leeftijd_tot <= 150),
    CONSTRAINT premietarief_bedrag CHECK (bedrag >= 0),
    CONSTRAINT premietarief_zonder_overlapping EXCLUDE USING gist
        (formule WITH =, int4range(leeftijd_van, leeftijd_tot, '[]') WITH &&, daterange(begin, einde, '[]') WITH &&)
);
COMMENT ON TABLE premietarief IS 'Net premium a month for one person, by age';
COMMENT ON COLUMN premietarief.formule IS 'The formula';
COMMENT ON COLUMN premietarief.begin IS 'First day it holds';
COMMENT ON COLUMN premietarief.einde IS 'Last day, empty until it changes';
COMMENT ON COLUMN premietarief.leeftijd_van IS 'Youngest age, in full years on the first of the month';
COMMENT ON COLUMN premietarief.leeftijd_tot IS 'Oldest age';
COMMENT ON COLUMN premietarief.bedrag IS 'Net premium a month';

CREATE TABLE premietaks (
    tak              text NOT NULL,
    begin            date NOT NULL,
    einde            date,
    taks             numeric(5,2) NOT NULL,
    riziv            numeric(5,2) NOT NULL,
    PRIMARY KEY (tak, begin),
    CONSTRAINT premietaks_tak CHECK (tak IN ('HOSPITALISATIE', 'AMBULANT', 'TANDZORG')),
    CONSTRAINT premietaks_periode CHECK (einde >= begin),
    CONSTRAINT premietaks_percent CHECK (taks BETWEEN 0 AND 100 AND riziv BETWEEN 0 AND 100),
    CONSTRAINT premietaks_zonder_overlapping EXCLUDE USING gist (tak WITH =, daterange(begin, einde, '[]') WITH &&)
);
COMMENT ON TABLE premietaks IS 'What the state takes on top of a net premium';
COMMENT ON COLUMN premietaks.tak IS 'Branch';
COMMENT ON COLUMN premietaks.begin IS 'First month it holds';
COMMENT ON COLUMN premietaks.einde IS 'Last day, empty until it changes';
COMMENT ON COLUMN premietaks.taks IS 'Yearly tax on insurance operations, percent of the net premium';
COMMENT ON COLUMN premietaks.riziv IS 'Contribution to RIZIV/INAMI, percent of the net premium';

-- Collective hospitalisation 9.25 % + 10 %, collective ambulatory and dental care 9.25 %. Individual continuation
-- policies are taxed alike. The figures are older than any policy here: they hold from the first day histories can have.
INSERT INTO premietaks (tak, begin, taks, riziv) VALUES
    ('HOSPITALISATIE', '2000-01-01', 9.25, 10),
    ('AMBULANT', '2000-01-01', 9.25, 0),
    ('TANDZORG', '2000-01-01', 9.25, 0);

-- Nothing here says anything about a person: everybody who quotes, insures or reimburses may read it.
GRANT SELECT ON formule, formule_voorwaarde, formule_plafond, formule_wachttijd, premietarief, premietaks
    TO care_agent, operations, operations_lead, sales, auditor;

CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON formule FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'code');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON formule_voorwaarde FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'formule');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON formule_plafond FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'formule');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON formule_wachttijd FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'formule');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON premietarief FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'formule');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON premietaks FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'tak');
CREATE TRIGGER raise_version BEFORE UPDATE ON formule FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON formule_voorwaarde FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
