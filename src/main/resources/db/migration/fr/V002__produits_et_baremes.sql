-- What is sold and what the law fixes: products with their guarantees and tariffs, act tariffs and parameters. All dated,
-- and no two periods of one thing overlap: the day of care, or of the premium, finds at most one row.

CREATE TABLE parametre (
    code             text NOT NULL,
    debut            date NOT NULL,
    fin              date,
    unite            text NOT NULL,
    valeur           bigint NOT NULL,
    source           text NOT NULL,
    CONSTRAINT parametre_cle PRIMARY KEY (code, debut),
    CONSTRAINT parametre_code CHECK (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    CONSTRAINT parametre_periode CHECK (fin >= debut),
    CONSTRAINT parametre_unite CHECK (unite IN ('CENTIME', 'POUR_DIX_MILLE')),
    CONSTRAINT parametre_valeur CHECK (valeur >= 0),
    CONSTRAINT parametre_sans_chevauchement EXCLUDE USING gist (code WITH =, daterange(debut, fin, '[]') WITH &&)
);
COMMENT ON TABLE parametre IS 'Figures fixed by law or agreement, each over a period: rates, flat contributions, ceilings';
COMMENT ON COLUMN parametre.code IS 'What the figure is';
COMMENT ON COLUMN parametre.debut IS 'First day it holds';
COMMENT ON COLUMN parametre.fin IS 'Last day it holds, empty while nobody changed it';
COMMENT ON COLUMN parametre.unite IS 'CENTIME: euro cents; POUR_DIX_MILLE: hundredths of a percent';
COMMENT ON COLUMN parametre.valeur IS 'The figure, in its unit';
COMMENT ON COLUMN parametre.source IS 'Where it was published';

INSERT INTO parametre (code, debut, fin, unite, valeur, source) VALUES
    -- rates of the public insurance
    ('TAUX_MEDECIN', '2005-01-01', NULL, 'POUR_DIX_MILLE', 7000, 'Code de la sécurité sociale, art. R160-5'),
    ('TAUX_HORS_PARCOURS', '2005-01-01', NULL, 'POUR_DIX_MILLE', 3000, 'Code de la sécurité sociale, art. L162-5-3'),
    ('TAUX_DENTAIRE', '2005-01-01', '2023-10-14', 'POUR_DIX_MILLE', 7000, 'Code de la sécurité sociale, art. R160-5'),
    ('TAUX_DENTAIRE', '2023-10-15', NULL, 'POUR_DIX_MILLE', 6000, 'Assurance maladie (ameli.fr): soins et prothèses dentaires'),
    ('TAUX_OPTIQUE', '2020-01-01', NULL, 'POUR_DIX_MILLE', 6000, 'Liste des produits et prestations, 100 % Santé'),
    ('TAUX_AUDIO', '2021-01-01', NULL, 'POUR_DIX_MILLE', 6000, 'Liste des produits et prestations, 100 % Santé'),
    -- what the patient always keeps, doctors' acts only
    ('PF', '2005-01-01', '2024-05-14', 'CENTIME', 100, 'Code de la sécurité sociale, art. L160-13'),
    ('PF', '2024-05-15', NULL, 'CENTIME', 200, 'Assurance maladie (ameli.fr): participation forfaitaire'),
    ('PF_ANNEE', '2005-01-01', NULL, 'CENTIME', 5000, 'Code de la sécurité sociale, art. D160-6'),
    -- hospital
    ('FJH', '2018-01-01', '2026-02-28', 'CENTIME', 2000, 'Assurance maladie (ameli.fr): forfait hospitalier'),
    ('FJH', '2026-03-01', NULL, 'CENTIME', 2300, 'Assurance maladie (ameli.fr): forfait hospitalier'),
    ('FJH_PSYCHIATRIE', '2018-01-01', '2026-02-28', 'CENTIME', 1500, 'Assurance maladie (ameli.fr): forfait hospitalier'),
    ('FJH_PSYCHIATRIE', '2026-03-01', NULL, 'CENTIME', 1700, 'Assurance maladie (ameli.fr): forfait hospitalier'),
    ('PHA', '2019-01-01', '2026-04-21', 'CENTIME', 2400, 'Code de la sécurité sociale, art. R160-16'),
    ('PHA', '2026-04-22', NULL, 'CENTIME', 3200, 'Code de la sécurité sociale, art. R160-16'),
    ('PHA_SEUIL', '2019-01-01', NULL, 'CENTIME', 12000, 'Code de la sécurité sociale, art. R160-16'),
    ('FPU', '2022-01-01', '2026-02-28', 'CENTIME', 1961, 'Assurance maladie (ameli.fr): forfait patient urgences'),
    ('FPU', '2026-03-01', NULL, 'CENTIME', 2300, 'Assurance maladie (ameli.fr): forfait patient urgences'),
    ('FPU_REDUIT', '2022-01-01', '2026-02-28', 'CENTIME', 849, 'Assurance maladie (ameli.fr): forfait patient urgences'),
    ('FPU_REDUIT', '2026-03-01', NULL, 'CENTIME', 996, 'Assurance maladie (ameli.fr): forfait patient urgences'),
    -- monthly ceiling of the social security
    ('PMSS', '2020-01-01', '2022-12-31', 'CENTIME', 342800, 'Urssaf: plafonds de la sécurité sociale'),
    ('PMSS', '2023-01-01', '2023-12-31', 'CENTIME', 366600, 'Urssaf: plafonds de la sécurité sociale'),
    ('PMSS', '2024-01-01', '2024-12-31', 'CENTIME', 386400, 'Urssaf: plafonds de la sécurité sociale'),
    ('PMSS', '2025-01-01', '2025-12-31', 'CENTIME', 392500, 'Urssaf: plafonds de la sécurité sociale'),
    ('PMSS', '2026-01-01', NULL, 'CENTIME', 400500, 'Urssaf: plafonds de la sécurité sociale'),
    -- the contrat responsable (décret n° 2014-1374; Code de la sécurité sociale, art. R871-2)
    ('NON_OPTAM_PLAFOND', '2017-01-01', NULL, 'POUR_DIX_MILLE', 10000, 'Code de la sécurité sociale, art. R871-2: excess of non-OPTAM doctors, of BRSS'),
    ('NON_OPTAM_ECART', '2017-01-01', NULL, 'POUR_DIX_MILLE', 2000, 'Code de la sécurité sociale, art. R871-2: below the OPTAM level, of BRSS'),
    ('OPTIQUE_B_SIMPLE', '2020-01-01', NULL, 'CENTIME', 42000, 'Code de la sécurité sociale, art. R871-2'),
    ('OPTIQUE_B_COMPLEXE', '2020-01-01', NULL, 'CENTIME', 70000, 'Code de la sécurité sociale, art. R871-2'),
    ('OPTIQUE_B_TRES_COMPLEXE', '2020-01-01', NULL, 'CENTIME', 80000, 'Code de la sécurité sociale, art. R871-2'),
    ('OPTIQUE_B_MONTURE', '2020-01-01', NULL, 'CENTIME', 10000, 'Code de la sécurité sociale, art. R871-2'),
    -- the minimum of a company's contract (panier ANI, art. D911-1)
    ('ANI_OPTIQUE_SIMPLE', '2016-01-01', NULL, 'CENTIME', 10000, 'Code de la sécurité sociale, art. D911-1'),
    ('ANI_OPTIQUE_MIXTE', '2016-01-01', NULL, 'CENTIME', 15000, 'Code de la sécurité sociale, art. D911-1'),
    ('ANI_OPTIQUE_COMPLEXE', '2016-01-01', NULL, 'CENTIME', 20000, 'Code de la sécurité sociale, art. D911-1'),
    ('ANI_DENTAIRE', '2016-01-01', NULL, 'POUR_DIX_MILLE', 12500, 'Code de la sécurité sociale, art. D911-1'),
    ('PART_EMPLOYEUR_MINIMUM', '2016-01-01', NULL, 'POUR_DIX_MILLE', 5000, 'Code de la sécurité sociale, art. L911-7'),
    -- premiums
    ('TSA_RESPONSABLE', '2016-01-01', NULL, 'POUR_DIX_MILLE', 1327, 'Code de la sécurité sociale, art. L862-4'),
    ('TSA_NON_RESPONSABLE', '2016-01-01', NULL, 'POUR_DIX_MILLE', 2027, 'Code de la sécurité sociale, art. L862-4'),
    ('HCR_TAUX_PMSS', '2020-01-01', NULL, 'POUR_DIX_MILLE', 90, 'IDCC 1979, régime de frais de santé HCR');

CREATE TABLE bareme (
    numero           bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    code             text NOT NULL,
    code_officiel    text,
    famille          text NOT NULL,
    secteur          text NOT NULL DEFAULT 'TOUS',
    tarif            bigint NOT NULL,
    tarif_maximum    bigint,
    plv              bigint,
    plv_maximum      bigint,
    debut            date NOT NULL,
    fin              date,
    CONSTRAINT bareme_code CHECK (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    CONSTRAINT bareme_code_officiel CHECK (code_officiel ~ '^[A-Z0-9+]{1,13}$'),
    CONSTRAINT bareme_famille CHECK (famille IN ('CONSULTATION', 'HOSPITALISATION', 'DENTAIRE', 'OPTIQUE', 'AUDIO', 'PREVENTION', 'AUTRE')),
    CONSTRAINT bareme_secteur CHECK (secteur IN ('TOUS', 'OPTAM', 'NON_OPTAM')),
    CONSTRAINT bareme_tarif CHECK (tarif >= 0 AND tarif_maximum >= tarif),
    CONSTRAINT bareme_plv CHECK (plv >= tarif AND plv_maximum >= plv AND (plv_maximum IS NULL) = (plv IS NULL OR tarif_maximum IS NULL)),
    CONSTRAINT bareme_periode CHECK (fin >= debut),
    CONSTRAINT bareme_sans_chevauchement EXCLUDE USING gist (code WITH =, secteur WITH =, daterange(debut, fin, '[]') WITH &&)
);
COMMENT ON TABLE bareme IS 'What the public insurance refers to for each act (BRSS), and its price limit where there is one';
COMMENT ON COLUMN bareme.numero IS 'Key';
COMMENT ON COLUMN bareme.code IS 'Our readable code of the act';
COMMENT ON COLUMN bareme.code_officiel IS 'Code of the CCAM or NGAP, where the act has one of its own';
COMMENT ON COLUMN bareme.famille IS 'Kind of care';
COMMENT ON COLUMN bareme.secteur IS 'OPTAM: sector 1 and OPTAM doctors; NON_OPTAM: others; TOUS: no difference';
COMMENT ON COLUMN bareme.tarif IS 'BRSS, cents';
COMMENT ON COLUMN bareme.tarif_maximum IS 'BRSS of the strongest correction, cents, where it depends on the correction; tarif is the weakest then';
COMMENT ON COLUMN bareme.plv IS 'Price limit (prix limite de vente) of the 100 % Santé, cents';
COMMENT ON COLUMN bareme.plv_maximum IS 'Price limit at tarif_maximum, cents';
COMMENT ON COLUMN bareme.debut IS 'First day of care it holds for';
COMMENT ON COLUMN bareme.fin IS 'Last day of care it holds for, empty while nobody changed it';

-- Sources: convention médicale 2024 and its predecessors, CCAM, liste des produits et prestations (100 % Santé).
INSERT INTO bareme (code, code_officiel, famille, secteur, tarif, tarif_maximum, plv, plv_maximum, debut, fin) VALUES
    ('G', 'G', 'CONSULTATION', 'OPTAM', 2500, NULL, NULL, NULL, '2017-05-01', '2023-10-31'),
    ('G', 'G', 'CONSULTATION', 'OPTAM', 2650, NULL, NULL, NULL, '2023-11-01', '2024-12-21'),
    ('G', 'G', 'CONSULTATION', 'OPTAM', 3000, NULL, NULL, NULL, '2024-12-22', NULL),
    ('G', 'G', 'CONSULTATION', 'NON_OPTAM', 2300, NULL, NULL, NULL, '2017-05-01', NULL),
    ('CS', 'CS', 'CONSULTATION', 'OPTAM', 2500, NULL, NULL, NULL, '2017-05-01', '2023-10-31'),
    ('CS', 'CS', 'CONSULTATION', 'OPTAM', 2650, NULL, NULL, NULL, '2023-11-01', NULL),
    ('CS', 'CS', 'CONSULTATION', 'NON_OPTAM', 2300, NULL, NULL, NULL, '2017-05-01', NULL),
    ('MCS', 'MCS', 'CONSULTATION', 'OPTAM', 3000, NULL, NULL, NULL, '2017-05-01', '2023-10-31'),
    ('MCS', 'MCS', 'CONSULTATION', 'OPTAM', 3150, NULL, NULL, NULL, '2023-11-01', NULL),
    ('CCX', 'CCX', 'CONSULTATION', 'OPTAM', 4750, NULL, NULL, NULL, '2024-12-22', NULL),
    ('CCV', 'CCV', 'CONSULTATION', 'OPTAM', 6000, NULL, NULL, NULL, '2024-12-22', NULL),
    ('CD', 'CD', 'DENTAIRE', 'TOUS', 2300, NULL, NULL, NULL, '2017-05-01', NULL),
    ('DEVIT', 'HBFD001', 'DENTAIRE', 'TOUS', 3374, NULL, NULL, NULL, '2017-05-01', NULL),
    ('EXTR', 'HBGD036', 'DENTAIRE', 'TOUS', 3344, NULL, NULL, NULL, '2017-05-01', NULL),
    ('EXTR_LAIT', 'HBGD035', 'DENTAIRE', 'TOUS', 2500, NULL, NULL, NULL, '2017-05-01', NULL),
    ('COUR', 'HBLD038', 'DENTAIRE', 'TOUS', 10750, NULL, NULL, NULL, '2017-05-01', '2019-03-31'),
    ('COUR', 'HBLD038', 'DENTAIRE', 'TOUS', 12000, NULL, NULL, NULL, '2019-04-01', NULL),
    ('OPT_FRAME_A', NULL, 'OPTIQUE', 'TOUS', 900, NULL, 3000, NULL, '2020-01-01', NULL),
    ('OPT_FRAME_B', NULL, 'OPTIQUE', 'TOUS', 5, NULL, NULL, NULL, '2020-01-01', NULL),
    ('OPT_LENS_A', NULL, 'OPTIQUE', 'TOUS', 975, 5000, 3250, 17000, '2020-01-01', NULL),
    ('OPT_LENS_B', NULL, 'OPTIQUE', 'TOUS', 5, NULL, NULL, NULL, '2020-01-01', NULL),
    ('HEARING_I_ADULT', NULL, 'AUDIO', 'TOUS', 40000, NULL, 95000, NULL, '2021-01-01', NULL),
    ('HEARING_I_CHILD', NULL, 'AUDIO', 'TOUS', 140000, NULL, 140000, NULL, '2021-01-01', NULL);

-- Products --------------------------------------------------------------------------------------------------------

CREATE TABLE produit (
    code             text PRIMARY KEY,
    libelle          text NOT NULL,
    segment          text NOT NULL,
    responsable      boolean NOT NULL DEFAULT true,
    par_age          boolean NOT NULL DEFAULT false,
    exemple          boolean NOT NULL DEFAULT false,
    debut            date NOT NULL,
    fin              date,
    CONSTRAINT produit_code CHECK (code ~ '^[A-Z][A-Z0-9_]{1,19}$'),
    CONSTRAINT produit_libelle CHECK (length(libelle) BETWEEN 1 AND 80),
    CONSTRAINT produit_segment CHECK (segment IN ('ENTREPRISE', 'HCR', 'EXPERT_COMPTABLE', 'TNS')),
    CONSTRAINT produit_periode CHECK (fin >= debut)
);
COMMENT ON TABLE produit IS 'A product of complementary health insurance';
COMMENT ON COLUMN produit.code IS 'Key';
COMMENT ON COLUMN produit.libelle IS 'Commercial name';
COMMENT ON COLUMN produit.segment IS 'For whom it is made: companies, hotels and restaurants (IDCC 1979), accountants, the self-employed';
COMMENT ON COLUMN produit.responsable IS 'Follows the rules of the contrat responsable: decides the insurance tax and what is never paid';
COMMENT ON COLUMN produit.par_age IS 'The premium depends on the age of each person (facteur_age)';
COMMENT ON COLUMN produit.exemple IS 'Invented for demonstrations';
COMMENT ON COLUMN produit.debut IS 'First day it is sold';
COMMENT ON COLUMN produit.fin IS 'Last day it is sold, empty while it is; contracts may run longer';

CREATE TABLE option (
    produit          text NOT NULL REFERENCES produit DEFERRABLE,
    code             text NOT NULL,
    libelle          text NOT NULL,
    rang             smallint NOT NULL,
    CONSTRAINT option_cle PRIMARY KEY (produit, code),
    CONSTRAINT option_rang_unique UNIQUE (produit, rang),
    CONSTRAINT option_code CHECK (code IN ('BASE', 'OPTION1', 'OPTION2', 'OPTION3')),
    CONSTRAINT option_libelle CHECK (length(libelle) BETWEEN 1 AND 80),
    CONSTRAINT option_rang CHECK (rang BETWEEN 0 AND 9 AND (rang = 0) = (code = 'BASE'))
);
COMMENT ON TABLE option IS 'A level of a product: the base and what may be chosen above it';
COMMENT ON COLUMN option.produit IS 'The product';
COMMENT ON COLUMN option.code IS 'The level';
COMMENT ON COLUMN option.libelle IS 'Commercial name';
COMMENT ON COLUMN option.rang IS 'Order: 0 is the base, each further one pays more';

CREATE TABLE garantie (
    numero           bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    produit          text NOT NULL,
    option           text NOT NULL,
    code             text NOT NULL,
    famille          text NOT NULL,
    rang             smallint NOT NULL,
    mode             text NOT NULL,
    taux             integer,
    taux_non_optam   integer,
    montant          bigint,
    forfait          bigint,
    plafond_annuel   bigint,
    plafond_nombre   smallint,
    debut            date NOT NULL,
    fin              date,
    CONSTRAINT garantie_option FOREIGN KEY (produit, option) REFERENCES option DEFERRABLE,
    CONSTRAINT garantie_code CHECK (code ~ '^[A-Z][A-Z0-9_]{1,29}$'),
    CONSTRAINT garantie_famille CHECK (famille IN ('CONSULTATION', 'HOSPITALISATION', 'DENTAIRE', 'OPTIQUE', 'AUDIO', 'PREVENTION', 'AUTRE')),
    CONSTRAINT garantie_rang CHECK (rang >= 0),
    CONSTRAINT garantie_mode CHECK (mode IN ('BRSS_AMO_COMPRISE', 'BRSS_EN_PLUS', 'EUROS_ACTE', 'EUROS_JOUR', 'EUROS_AN', 'FRAIS_REELS', 'PMSS')),
    CONSTRAINT garantie_niveau CHECK (CASE WHEN mode IN ('BRSS_AMO_COMPRISE', 'BRSS_EN_PLUS', 'PMSS') THEN coalesce(taux > 0, false) AND montant IS NULL
                                           WHEN mode = 'FRAIS_REELS' THEN taux IS NULL AND montant IS NULL
                                           ELSE coalesce(montant > 0, false) AND taux IS NULL END),
    CONSTRAINT garantie_non_optam CHECK (taux_non_optam IS NULL
        OR taux_non_optam BETWEEN 0 AND taux AND mode IN ('BRSS_AMO_COMPRISE', 'BRSS_EN_PLUS')),
    CONSTRAINT garantie_montants CHECK (forfait > 0 AND plafond_annuel > 0),
    CONSTRAINT garantie_nombre CHECK (plafond_nombre > 0),
    CONSTRAINT garantie_periode CHECK (fin >= debut),
    CONSTRAINT garantie_sans_chevauchement EXCLUDE USING gist
        (produit WITH =, option WITH =, code WITH =, daterange(debut, fin, '[]') WITH &&)
);
COMMENT ON TABLE garantie IS 'What a level of a product pays for one kind of care over a period';
COMMENT ON COLUMN garantie.numero IS 'Key';
COMMENT ON COLUMN garantie.produit IS 'The product';
COMMENT ON COLUMN garantie.option IS 'Its level';
COMMENT ON COLUMN garantie.code IS 'What is paid for';
COMMENT ON COLUMN garantie.famille IS 'The heading it stands under';
COMMENT ON COLUMN garantie.rang IS 'Order in the table of guarantees';
COMMENT ON COLUMN garantie.mode IS 'How the level is meant: % BRSS including AMO, % BRSS in addition, € an act, a day, a year, actual cost, % PMSS';
COMMENT ON COLUMN garantie.taux IS 'Percent, for the modes in percent; for doctors who signed OPTAM';
COMMENT ON COLUMN garantie.taux_non_optam IS 'Percent for other doctors, empty where there is no difference';
COMMENT ON COLUMN garantie.montant IS 'Cents, for the modes in euros';
COMMENT ON COLUMN garantie.forfait IS 'Flat amount on top of the level, cents';
COMMENT ON COLUMN garantie.plafond_annuel IS 'At most so much a year and person, cents';
COMMENT ON COLUMN garantie.plafond_nombre IS 'At most so many a year and person: sessions, days';
COMMENT ON COLUMN garantie.debut IS 'First day of care';
COMMENT ON COLUMN garantie.fin IS 'Last day of care, empty while nobody changed it';

CREATE TABLE tarif (
    numero           bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    produit          text NOT NULL,
    option           text NOT NULL,
    role             text NOT NULL,
    montant          bigint,
    part_pmss        integer,
    debut            date NOT NULL,
    fin              date,
    CONSTRAINT tarif_option FOREIGN KEY (produit, option) REFERENCES option DEFERRABLE,
    CONSTRAINT tarif_role CHECK (role IN ('ISOLE', 'DUO', 'FAMILLE', 'UNIFORME', 'ADULTE', 'ENFANT')),
    CONSTRAINT tarif_montant CHECK (num_nonnulls(montant, part_pmss) = 1 AND montant >= 0),
    CONSTRAINT tarif_part_pmss CHECK (part_pmss IS NULL OR part_pmss BETWEEN 1 AND 10000 AND role NOT IN ('ADULTE', 'ENFANT')),
    CONSTRAINT tarif_periode CHECK (fin >= debut),
    CONSTRAINT tarif_sans_chevauchement EXCLUDE USING gist
        (produit WITH =, option WITH =, role WITH =, daterange(debut, fin, '[]') WITH &&)
);
COMMENT ON TABLE tarif IS 'The monthly premium of a level of a product';
COMMENT ON COLUMN tarif.numero IS 'Key';
COMMENT ON COLUMN tarif.produit IS 'The product';
COMMENT ON COLUMN tarif.option IS 'Its level; a level above the base costs this much altogether, not in addition';
COMMENT ON COLUMN tarif.role IS 'An employee by structure, or an adult or child whom the structure does not include';
COMMENT ON COLUMN tarif.montant IS 'Cents a month without tax';
COMMENT ON COLUMN tarif.part_pmss IS 'Hundredths of a percent of the PMSS a month, tax included';
COMMENT ON COLUMN tarif.debut IS 'First day';
COMMENT ON COLUMN tarif.fin IS 'Last day, empty while nobody changed it';

CREATE TABLE facteur_age (
    numero           bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    produit          text NOT NULL REFERENCES produit DEFERRABLE,
    age_minimum      smallint NOT NULL,
    age_maximum      smallint NOT NULL,
    facteur          integer NOT NULL,
    debut            date NOT NULL,
    fin              date,
    CONSTRAINT facteur_age_ages CHECK (age_minimum >= 0 AND age_maximum >= age_minimum AND age_maximum <= 150),
    CONSTRAINT facteur_age_facteur CHECK (facteur BETWEEN 100 AND 10000),
    CONSTRAINT facteur_age_periode CHECK (fin >= debut),
    CONSTRAINT facteur_age_sans_chevauchement EXCLUDE USING gist
        (produit WITH =, int4range(age_minimum, age_maximum, '[]') WITH &&, daterange(debut, fin, '[]') WITH &&)
);
COMMENT ON TABLE facteur_age IS 'What a tariff is multiplied by at an age, for products priced by age';
COMMENT ON COLUMN facteur_age.numero IS 'Key';
COMMENT ON COLUMN facteur_age.produit IS 'The product';
COMMENT ON COLUMN facteur_age.age_minimum IS 'From this age, in years reached in the calendar year';
COMMENT ON COLUMN facteur_age.age_maximum IS 'To this age';
COMMENT ON COLUMN facteur_age.facteur IS 'Thousandths: 1000 leaves the tariff as it is';
COMMENT ON COLUMN facteur_age.debut IS 'First day';
COMMENT ON COLUMN facteur_age.fin IS 'Last day, empty while nobody changed it';

GRANT SELECT ON parametre, bareme, produit, option, garantie, tarif, facteur_age
    TO care_agent, operations, operations_lead, auditor, sales;

CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON parametre FOR EACH ROW EXECUTE FUNCTION audit.track('parameter', 'code');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON bareme FOR EACH ROW EXECUTE FUNCTION audit.track('tariff', 'code');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON produit FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'code');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON option FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'produit');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON garantie FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'produit');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON tarif FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'produit');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON facteur_age FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'produit');
