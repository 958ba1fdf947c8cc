-- Care: statements act by act, and what is used of limited guarantees. Health data throughout.

ALTER TABLE decompte
    ADD COLUMN debut_soins date,
    ADD COLUMN premier_acte text,
    ADD COLUMN nombre_actes smallint NOT NULL DEFAULT 0,
    ADD COLUMN depense bigint NOT NULL DEFAULT 0,
    ADD COLUMN amo bigint NOT NULL DEFAULT 0,
    ADD COLUMN amc bigint NOT NULL DEFAULT 0,
    ADD COLUMN reste bigint NOT NULL DEFAULT 0,
    ADD COLUMN paye_le date,
    ADD COLUMN compte_fin text;
UPDATE decompte SET debut_soins = recu, paye_le = CASE WHEN etat = 'PAYE' THEN recu + 8 END;
ALTER TABLE decompte
    ALTER COLUMN debut_soins SET NOT NULL,
    ADD CONSTRAINT decompte_debut_soins CHECK (debut_soins <= recu),
    ADD CONSTRAINT decompte_premier_acte CHECK (premier_acte IS NULL OR premier_acte ~ '^[A-Z][A-Z0-9_]{0,39}$' AND nombre_actes > 0),
    ADD CONSTRAINT decompte_nombre_actes CHECK (nombre_actes >= 0 AND (nombre_actes = 0 OR premier_acte IS NOT NULL)),
    ADD CONSTRAINT decompte_montants CHECK (depense >= 0 AND amo >= 0 AND amc >= 0 AND reste >= 0),
    ADD CONSTRAINT decompte_somme CHECK (depense = amo + amc + reste),
    ADD CONSTRAINT decompte_paye_le CHECK ((etat = 'PAYE') = (paye_le IS NOT NULL) AND (paye_le IS NULL OR paye_le >= recu)),
    ADD CONSTRAINT decompte_compte_fin CHECK (compte_fin IS NULL OR compte_fin ~ '^[A-Z0-9]{4}$' AND paye_le IS NOT NULL);
DROP INDEX decompte_personne;
-- the two histories of a member: one range each, newest first
CREATE INDEX decompte_historique ON decompte (personne, debut_soins DESC, numero DESC);
CREATE INDEX decompte_paiements ON decompte (personne, paye_le DESC, numero DESC) WHERE paye_le IS NOT NULL;
COMMENT ON TABLE decompte IS 'A reimbursement statement. Health data: readable while it or its member is open';
COMMENT ON COLUMN decompte.debut_soins IS 'First day of care';
COMMENT ON COLUMN decompte.premier_acte IS 'Code of the first act: what lists show';
COMMENT ON COLUMN decompte.nombre_actes IS 'How many acts it has';
COMMENT ON COLUMN decompte.depense IS 'What was charged, cents';
COMMENT ON COLUMN decompte.amo IS 'What the public insurance paid, cents';
COMMENT ON COLUMN decompte.amc IS 'What we pay, cents; 0 while undecided';
COMMENT ON COLUMN decompte.reste IS 'What the member pays, cents';
COMMENT ON COLUMN decompte.paye_le IS 'Day it was paid, empty while it is not';
COMMENT ON COLUMN decompte.compte_fin IS 'Last four characters of the account it was paid to';

CREATE TABLE acte (
    decompte         bigint NOT NULL REFERENCES decompte DEFERRABLE,
    rang             smallint NOT NULL,
    code             text NOT NULL,
    jour             date NOT NULL,
    quantite         smallint NOT NULL DEFAULT 1,
    executant        text,
    depense          bigint NOT NULL,
    brss             bigint NOT NULL,
    taux             smallint NOT NULL,
    amo              bigint NOT NULL,
    amc              bigint NOT NULL,
    reste            bigint NOT NULL,
    optam            text,
    parcours         boolean,
    panier           text,
    classe_optique   text,
    motif            text,
    CONSTRAINT acte_cle PRIMARY KEY (decompte, rang),
    CONSTRAINT acte_rang CHECK (rang > 0),
    CONSTRAINT acte_code CHECK (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    CONSTRAINT acte_quantite CHECK (quantite > 0),
    CONSTRAINT acte_executant CHECK (executant ~ '^[0-9]{11}$' AND luhn(executant) OR executant ~ '^[0-9][0-9AB][0-9]{7}$'),
    CONSTRAINT acte_taux CHECK (taux BETWEEN 0 AND 100),
    CONSTRAINT acte_montants CHECK (depense >= 0 AND brss >= 0 AND amo >= 0 AND amc >= 0 AND reste >= 0),
    CONSTRAINT acte_somme CHECK (depense = amo + amc + reste),
    CONSTRAINT acte_optam CHECK (optam IN ('SECTEUR1', 'OPTAM', 'NON_OPTAM')),
    CONSTRAINT acte_panier CHECK (panier IN ('SANS_RESTE', 'MODERE', 'LIBRE')),
    CONSTRAINT acte_classe_optique CHECK (classe_optique IN ('A', 'B')),
    CONSTRAINT acte_motif CHECK (length(motif) BETWEEN 1 AND 40)
);
COMMENT ON TABLE acte IS 'One act of a statement. Health data: readable while the statement or its member is open';
COMMENT ON COLUMN acte.decompte IS 'The statement';
COMMENT ON COLUMN acte.rang IS 'Order in the statement, from 1';
COMMENT ON COLUMN acte.code IS 'What was done: as in bareme, or a kind of care without a tariff';
COMMENT ON COLUMN acte.jour IS 'Day of care: it decides tariff, rate and guarantee';
COMMENT ON COLUMN acte.quantite IS 'How many';
COMMENT ON COLUMN acte.executant IS 'RPPS of the professional, or FINESS of the establishment';
COMMENT ON COLUMN acte.depense IS 'Charged, cents';
COMMENT ON COLUMN acte.brss IS 'What the public insurance refers to, cents';
COMMENT ON COLUMN acte.taux IS 'Its rate, percent';
COMMENT ON COLUMN acte.amo IS 'What the public insurance paid, cents, the flat contribution taken off';
COMMENT ON COLUMN acte.amc IS 'What we pay, cents; 0 while undecided';
COMMENT ON COLUMN acte.reste IS 'What the member pays, cents';
COMMENT ON COLUMN acte.optam IS 'Sector of a doctor: 1, 2 with OPTAM, 2 without';
COMMENT ON COLUMN acte.parcours IS 'Within the care pathway; empty where there is none';
COMMENT ON COLUMN acte.panier IS 'Basket of dental care: nothing left to pay, limited, free';
COMMENT ON COLUMN acte.classe_optique IS 'A: 100 % Santé; B: free';
COMMENT ON COLUMN acte.motif IS 'Code of why nothing or less is paid';

CREATE TABLE compteur (
    numero           bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    personne         bigint NOT NULL REFERENCES personne DEFERRABLE,
    code             text NOT NULL,
    unite            text NOT NULL,
    plafond          bigint NOT NULL,
    utilise          bigint NOT NULL DEFAULT 0,
    debut            date NOT NULL,
    fin              date NOT NULL,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT compteur_code CHECK (code ~ '^[A-Z][A-Z0-9_]{1,29}$'),
    CONSTRAINT compteur_unite CHECK (unite IN ('CENTIME', 'SEANCE', 'JOUR', 'EQUIPEMENT')),
    CONSTRAINT compteur_plafond CHECK (plafond > 0),
    CONSTRAINT compteur_utilise CHECK (utilise BETWEEN 0 AND plafond),
    CONSTRAINT compteur_periode CHECK (fin >= debut),
    CONSTRAINT compteur_sans_chevauchement EXCLUDE USING gist
        (personne WITH =, code WITH =, daterange(debut, fin, '[]') WITH &&),
    CONSTRAINT compteur_version CHECK (version > 0)
);
COMMENT ON TABLE compteur IS 'What a person used of a limited guarantee in a period. Health data: readable while the member is open';
COMMENT ON COLUMN compteur.numero IS 'Key';
COMMENT ON COLUMN compteur.personne IS 'The person: counters are theirs, whatever the contract';
COMMENT ON COLUMN compteur.code IS 'Code of the guarantee; OPTIQUE is the renewal of glasses';
COMMENT ON COLUMN compteur.unite IS 'What is counted: cents, sessions, days, pairs of glasses';
COMMENT ON COLUMN compteur.plafond IS 'At most so much in the period';
COMMENT ON COLUMN compteur.utilise IS 'What accepted claims used';
COMMENT ON COLUMN compteur.debut IS 'First day of the period: of the year, or the day the glasses were had';
COMMENT ON COLUMN compteur.fin IS 'Last day of the period; glasses are renewed after it';
COMMENT ON COLUMN compteur.version IS 'Raised by each save';

-- The sums of a statement are those of its acts, when its transaction ends. Bulk loads of the owner are trusted and checked
-- by their test: a million deferred checks would be half of their time.
CREATE FUNCTION decompte_egale_actes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
DECLARE
    touche bigint := CASE WHEN TG_TABLE_NAME = 'acte' THEN (to_jsonb(coalesce(NEW, OLD)) ->> 'decompte')::bigint
                          ELSE (to_jsonb(NEW) ->> 'numero')::bigint END;
BEGIN
    IF EXISTS (SELECT FROM decompte d
               CROSS JOIN LATERAL (SELECT count(*) AS n, coalesce(sum(a.depense), 0) AS depense, coalesce(sum(a.amo), 0) AS amo,
                                          coalesce(sum(a.amc), 0) AS amc, coalesce(sum(a.reste), 0) AS reste
                                   FROM acte a WHERE a.decompte = d.numero) s
               WHERE d.numero = touche
                 AND (d.nombre_actes, d.depense, d.amo, d.amc, d.reste) <> (s.n, s.depense, s.amo, s.amc, s.reste)) THEN
        RAISE EXCEPTION 'statement % does not add up', touche USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME,
            TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION decompte_egale_actes() IS 'Deferred constraint trigger: refuses a statement whose sums are not those of its acts';
-- No SET clause: PostgreSQL puts it in line, and a load asks it for each row.
CREATE FUNCTION charge_en_masse() RETURNS boolean
    LANGUAGE sql STABLE
    RETURN current_setting('guichet.seeding', true) = 'on' AND pg_has_role(session_user, 'guichet_owner', 'MEMBER');
COMMENT ON FUNCTION charge_en_masse() IS 'Whether the owner is loading in bulk';
CREATE CONSTRAINT TRIGGER decompte_actes AFTER INSERT OR UPDATE ON decompte DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (charge_en_masse() IS NOT TRUE) EXECUTE FUNCTION decompte_egale_actes();
CREATE CONSTRAINT TRIGGER acte_decompte AFTER INSERT OR UPDATE OR DELETE ON acte DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (charge_en_masse() IS NOT TRUE) EXECUTE FUNCTION decompte_egale_actes();

-- Rights ------------------------------------------------------------------------------------------------------------

GRANT SELECT ON acte, compteur TO care_agent, operations, operations_lead, auditor;
DROP POLICY dossier_ouvert ON decompte;
-- the member first: a page of a history asks the same question for each row
CREATE POLICY dossier_ouvert ON decompte
    USING (directory.has_open('FR', 'member', personne::text) OR directory.has_open('FR', 'claim', numero::text));
ALTER TABLE acte ENABLE ROW LEVEL SECURITY;
-- the policy of decompte applies within
CREATE POLICY dossier_ouvert ON acte USING (EXISTS (SELECT FROM decompte d WHERE d.numero = acte.decompte));
ALTER TABLE compteur ENABLE ROW LEVEL SECURITY;
CREATE POLICY dossier_ouvert ON compteur USING (directory.has_open('FR', 'member', personne::text));

CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON acte FOR EACH ROW EXECUTE FUNCTION audit.track('claim', 'decompte');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON compteur FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'personne');

-- What an amendment touches: keys, days and states of statements, for who may amend, whether the file is open or not.
CREATE FUNCTION decomptes_touches(personnes bigint[], depuis date)
    RETURNS TABLE (numero bigint, personne bigint, debut_soins date, etat text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
    SELECT d.numero, d.personne, d.debut_soins, d.etat
    FROM decompte d
    WHERE d.personne = ANY (personnes) AND d.debut_soins >= depuis
      AND access.is_any('care_agent', 'operations', 'operations_lead') AND 'FR' = ANY (access.my_countries())
    ORDER BY d.debut_soins DESC, d.numero DESC
$$;
COMMENT ON FUNCTION decomptes_touches(bigint[], date) IS
    'Statements of these people for care from that day on: keys, days and states only, no health data';

REVOKE ALL ON FUNCTION decompte_egale_actes(), charge_en_masse(), decomptes_touches(bigint[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION decomptes_touches(bigint[], date) TO care_agent, operations, operations_lead;
