-- A file of the public insurance holds thousands of statements: what is written of them one by one is written here for some hundred
-- at once, by functions that ask first, for all of them together, what row-level security asks for each. The result is the same in
-- every table, row for row.

-- What only these functions may say: that sums were checked for all statements together. Set by whoever else, it says nothing:
-- within them the rows are written by the owner.
CREATE FUNCTION sommes_verifiees() RETURNS boolean
    LANGUAGE sql STABLE
    RETURN current_setting('guichet.sommes_verifiees', true) = 'on' AND pg_has_role(current_user, 'guichet_owner', 'MEMBER');
COMMENT ON FUNCTION sommes_verifiees() IS 'Whether whoever writes makes the sums of statements out of their acts, for all of them at once';

DROP TRIGGER decompte_actes ON decompte;
DROP TRIGGER acte_decompte ON acte;
CREATE CONSTRAINT TRIGGER decompte_actes AFTER INSERT OR UPDATE ON decompte DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (charge_en_masse() IS NOT TRUE AND sommes_verifiees() IS NOT TRUE) EXECUTE FUNCTION decompte_egale_actes();
CREATE CONSTRAINT TRIGGER acte_decompte AFTER INSERT OR UPDATE OR DELETE ON acte DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (charge_en_masse() IS NOT TRUE AND sommes_verifiees() IS NOT TRUE) EXECUTE FUNCTION decompte_egale_actes();

-- The trail of care is written by statement; its rows are the same.
DROP TRIGGER track ON decompte;
DROP TRIGGER track ON acte;
DROP TRIGGER track ON compteur;
DROP TRIGGER track ON mouvement;
CREATE TRIGGER track_ajout AFTER INSERT ON decompte REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'numero', 'numero');
CREATE TRIGGER track_changement AFTER UPDATE ON decompte REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'numero', 'numero');
CREATE TRIGGER track_retrait AFTER DELETE ON decompte REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'numero', 'numero');
CREATE TRIGGER track_ajout AFTER INSERT ON acte REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'decompte', 'decompte,rang');
CREATE TRIGGER track_changement AFTER UPDATE ON acte REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'decompte', 'decompte,rang');
CREATE TRIGGER track_retrait AFTER DELETE ON acte REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'decompte', 'decompte,rang');
CREATE TRIGGER track_ajout AFTER INSERT ON compteur REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('member', 'personne', 'numero');
CREATE TRIGGER track_changement AFTER UPDATE ON compteur REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('member', 'personne', 'numero');
CREATE TRIGGER track_retrait AFTER DELETE ON compteur REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('member', 'personne', 'numero');
CREATE TRIGGER track_ajout AFTER INSERT ON mouvement REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'decompte', 'numero');
CREATE TRIGGER track_changement AFTER UPDATE ON mouvement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'decompte', 'numero');
CREATE TRIGGER track_retrait AFTER DELETE ON mouvement REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'decompte', 'numero');

CREATE FUNCTION exiger_ouverts(personnes bigint[]) RETURNS void
    LANGUAGE plpgsql SET search_path = fr, public, pg_temp
AS $$
BEGIN
    IF NOT reimbursement.may_decide('FR') OR NOT directory.are_open('FR', 'member', personnes::text[]) THEN
        RAISE EXCEPTION 'the files of these members are not open' USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;
COMMENT ON FUNCTION exiger_ouverts(bigint[]) IS
    'Refuses whoever decides no claims of France, or has not the files of all these people open: what row-level security asks row by row';

-- Reading -----------------------------------------------------------------------------------------------------------

CREATE FUNCTION numeros_des_origines(cherchees text[]) RETURNS TABLE (origine text, numero bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
    SELECT d.origine, d.numero FROM decompte d WHERE d.origine = ANY (cherchees) AND 'FR' = ANY (access.my_countries())
$$;
COMMENT ON FUNCTION numeros_des_origines(text[]) IS 'The statements that came from there already; numbers only, no health data';

CREATE FUNCTION compteurs_ouverts(personnes bigint[])
    RETURNS TABLE (numero bigint, personne bigint, code text, utilise bigint, debut date, fin date)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
BEGIN
    PERFORM exiger_ouverts(personnes);
    RETURN QUERY SELECT c.numero, c.personne, c.code, c.utilise, c.debut, c.fin
                 FROM compteur c WHERE c.personne = ANY (personnes) ORDER BY c.numero;
END
$$;
COMMENT ON FUNCTION compteurs_ouverts(bigint[]) IS 'Counters of people whose files are open';

CREATE FUNCTION soins_connus(personnes bigint[], codes text[], jours date[], depenses bigint[]) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp SET enable_nestloop = on
AS $$
BEGIN
    PERFORM exiger_ouverts(ARRAY(SELECT DISTINCT p FROM unnest(personnes) p));
    RETURN QUERY
    SELECT DISTINCT s.place
    FROM unnest(personnes, codes, jours, depenses) WITH ORDINALITY AS s (personne, code, jour, depense, place)
    JOIN decompte d ON d.personne = s.personne AND d.debut_soins <= s.jour AND d.recu >= s.jour AND d.etat <> 'REJETE'
    JOIN acte a ON a.decompte = d.numero AND a.code = s.code AND a.jour = s.jour AND a.depense = s.depense;
END
$$;
COMMENT ON FUNCTION soins_connus(bigint[], text[], date[], bigint[]) IS
    'Which of these acts, by their place from 1, stand in statements already, refused ones aside. The files of the people are open';

-- Writing -----------------------------------------------------------------------------------------------------------

CREATE FUNCTION recevoir(personnes bigint[], recus date[], factures text[], origines text[], places integer[], rangs integer[],
        codes text[], jours date[], fins date[], quantites integer[], executants text[], depenses bigint[], brss_ bigint[],
        taux_ integer[], amo_ bigint[], optam_ text[], parcours_ boolean[], paniers text[], classes text[], brss_declarees bigint[],
        taux_declares integer[], amo_declares bigint[]) RETURNS bigint[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = fr, public, pg_temp
AS $$
DECLARE
    numeros bigint[];
    ecrits  bigint;
BEGIN
    IF NOT reimbursement.may_decide('FR') THEN
        RAISE EXCEPTION 'this role takes in no claims of France' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT array_agg(n.numero ORDER BY n.place) INTO numeros
    FROM (SELECT nouveau_numero(u.recu) AS numero, u.place FROM unnest(recus) WITH ORDINALITY AS u (recu, place)) n;
    -- The sums are those of the acts by construction.
    PERFORM set_config('guichet.sommes_verifiees', 'on', true);
    INSERT INTO decompte (numero, personne, recu, etat, debut_soins, premier_acte, nombre_actes, depense, amo, reste, facture, origine)
    SELECT numeros[u.place], u.personne, u.recu, 'RECU', a.debut, a.premier, a.nombre, a.depense, a.amo, a.depense - a.amo,
           u.facture, u.origine
    FROM unnest(personnes, recus, factures, origines) WITH ORDINALITY AS u (personne, recu, facture, origine, place)
    LEFT JOIN (SELECT s.place, min(s.jour) AS debut, (array_agg(s.code ORDER BY s.rang))[1] AS premier, count(*) AS nombre,
                      sum(s.depense) AS depense, sum(s.amo) AS amo
               FROM unnest(places, rangs, codes, jours, depenses, amo_) AS s (place, rang, code, jour, depense, amo)
               GROUP BY s.place) a ON a.place = u.place
    ORDER BY u.place
    ON CONFLICT (origine) DO NOTHING;
    GET DIAGNOSTICS ecrits = ROW_COUNT;
    IF ecrits <> cardinality(personnes) THEN
        RAISE EXCEPTION 'a statement of this origin came in meanwhile' USING ERRCODE = 'unique_violation',
            CONSTRAINT = 'decompte_une_origine', TABLE = 'decompte', SCHEMA = 'fr';
    END IF;
    INSERT INTO acte (decompte, rang, code, jour, fin, quantite, executant, depense, brss, taux, amo, amc, reste, optam, parcours,
                      panier, classe_optique, brss_declaree, taux_declare, amo_declare)
    SELECT numeros[a.place], a.rang, a.code, a.jour, a.fin, a.quantite, a.executant, a.depense, a.brss, a.taux, a.amo, 0,
           a.depense - a.amo, a.optam, a.parcours, a.panier, a.classe, a.brss_declaree, a.taux_declare, a.amo_declare
    FROM unnest(places, rangs, codes, jours, fins, quantites, executants, depenses, brss_, taux_, amo_, optam_, parcours_, paniers,
                classes, brss_declarees, taux_declares, amo_declares)
         AS a (place, rang, code, jour, fin, quantite, executant, depense, brss, taux, amo, optam, parcours, panier, classe,
               brss_declaree, taux_declare, amo_declare);
    PERFORM set_config('guichet.sommes_verifiees', '', true);
    RETURN numeros;
END
$$;
COMMENT ON FUNCTION recevoir(bigint[], date[], text[], text[], integer[], integer[], text[], date[], date[], integer[], text[], bigint[],
        bigint[], integer[], bigint[], text[], boolean[], text[], text[], bigint[], integer[], bigint[]) IS
    'Writes statements, undecided, with their acts (places: the statement of an act, from 1), and returns their numbers in order';

CREATE FUNCTION liquider(attente bigint[], decomptes bigint[], rangs integer[], brss_ bigint[], taux_ integer[], amo_ bigint[],
        amc_ bigint[], reste_ bigint[], motifs text[], etapes_ text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = fr, public, pg_temp
AS $$
DECLARE
    liquides bigint[] := ARRAY(SELECT DISTINCT d FROM unnest(decomptes) d);
    ecrits   bigint;
    attendus bigint;
BEGIN
    PERFORM exiger_ouverts(ARRAY(SELECT DISTINCT d.personne FROM decompte d WHERE d.numero = ANY (liquides || attente)));
    PERFORM set_config('guichet.sommes_verifiees', 'on', true);
    UPDATE acte a
    SET brss = u.brss, taux = u.taux, amo = u.amo, amc = u.amc, reste = u.reste, motif = u.motif, etapes = u.etapes::jsonb
    FROM unnest(decomptes, rangs, brss_, taux_, amo_, amc_, reste_, motifs, etapes_)
         AS u (decompte, rang, brss, taux, amo, amc, reste, motif, etapes)
    WHERE a.decompte = u.decompte AND a.rang = u.rang;
    GET DIAGNOSTICS ecrits = ROW_COUNT;
    SELECT sum(d.nombre_actes) INTO attendus FROM decompte d WHERE d.numero = ANY (liquides);
    IF ecrits <> coalesce(attendus, 0) OR ecrits <> cardinality(decomptes) THEN
        RAISE EXCEPTION 'a decision has as many lines as its statement' USING ERRCODE = 'check_violation';
    END IF;
    -- The sums are those of the acts by construction.
    UPDATE decompte d
    SET etat = 'LIQUIDE', amo = s.amo, amc = s.amc, reste = s.reste, version = d.version + 1
    FROM (SELECT u.decompte, sum(u.amo) AS amo, sum(u.amc) AS amc, sum(u.reste) AS reste
          FROM unnest(decomptes, amo_, amc_, reste_) AS u (decompte, amo, amc, reste) GROUP BY u.decompte) s
    WHERE d.numero = s.decompte AND d.etat IN ('RECU', 'EN_COURS');
    GET DIAGNOSTICS ecrits = ROW_COUNT;
    UPDATE decompte d SET etat = 'EN_COURS', version = d.version + 1
    WHERE d.numero = ANY (attente) AND d.etat IN ('RECU', 'EN_COURS');
    GET DIAGNOSTICS attendus = ROW_COUNT;
    IF ecrits <> cardinality(liquides) OR attendus <> cardinality(attente) THEN
        RAISE EXCEPTION 'a statement is decided already' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM set_config('guichet.sommes_verifiees', '', true);
END
$$;
COMMENT ON FUNCTION liquider(bigint[], bigint[], integer[], bigint[], integer[], bigint[], bigint[], bigint[], text[], text[]) IS
    'Writes amounts and steps of all acts of statements, that these are settled, and that others (attente) wait. The files are open';

CREATE FUNCTION mouvoir(compteurs bigint[], personnes bigint[], codes text[], unites text[], debuts date[], fins date[],
        decomptes bigint[], rangs integer[], places integer[], tours integer[], plafonds bigint[], quantites bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = fr, public, pg_temp
AS $$
DECLARE
    numeros bigint[];
    ecrits  bigint;
    attendus bigint;
BEGIN
    PERFORM exiger_ouverts(ARRAY(SELECT DISTINCT p FROM unnest(personnes) p));
    IF NOT decomptes <@ ARRAY(SELECT t::bigint FROM reimbursement.being_decided('FR') t) THEN
        RAISE EXCEPTION 'counters are used by statements that are being decided' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT array_agg(coalesce(n.numero, nextval('compteur_numero_seq')) ORDER BY n.place) INTO numeros
    FROM (SELECT u.numero, u.place FROM unnest(compteurs) WITH ORDINALITY AS u (numero, place)) n;
    -- One after the other, as if each act were decided alone: a counter that several acts use is changed as often, and never
    -- beyond its limit.
    FOR tour_ IN 1..coalesce((SELECT max(t) FROM unnest(tours) t), 0) LOOP
        INSERT INTO compteur (numero, personne, code, unite, plafond, utilise, debut, fin)
        SELECT numeros[m.place], personnes[m.place], codes[m.place], unites[m.place], m.plafond, m.quantite, debuts[m.place], fins[m.place]
        FROM unnest(places, tours, plafonds, quantites) AS m (place, tour, plafond, quantite)
        WHERE m.tour = tour_ AND tour_ = 1 AND compteurs[m.place] IS NULL;
        GET DIAGNOSTICS ecrits = ROW_COUNT;
        UPDATE compteur c
        SET utilise = c.utilise + m.quantite, plafond = greatest(c.plafond, m.plafond), version = c.version + 1
        FROM unnest(places, tours, plafonds, quantites) AS m (place, tour, plafond, quantite)
        WHERE m.tour = tour_ AND (tour_ > 1 OR compteurs[m.place] IS NOT NULL)
          AND c.numero = numeros[m.place] AND c.personne = personnes[m.place];
        GET DIAGNOSTICS attendus = ROW_COUNT;
        IF ecrits + attendus <> (SELECT count(*) FROM unnest(tours) t WHERE t = tour_) THEN
            RAISE EXCEPTION 'a counter is gone' USING ERRCODE = 'check_violation';
        END IF;
    END LOOP;
    IF EXISTS (SELECT FROM unnest(decomptes, places) AS m (decompte, place)
               JOIN decompte d ON d.numero = m.decompte WHERE d.personne <> personnes[m.place]) THEN
        RAISE EXCEPTION 'a statement uses no counter of somebody else' USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO mouvement (decompte, rang, compteur, quantite)
    SELECT m.decompte, m.rang, numeros[m.place], m.quantite
    FROM unnest(decomptes, rangs, places, quantites) AS m (decompte, rang, place, quantite);
END
$$;
COMMENT ON FUNCTION mouvoir(bigint[], bigint[], text[], text[], date[], date[], bigint[], integer[], integer[], integer[], bigint[], bigint[]) IS
    'Uses of counters (compteurs: their numbers, null for new ones, with their periods) what acts use, in the order given (places: the '
    'counter of a use, from 1; tours: its how-manieth use here, from 1; plafonds: how much there is by the terms of that day). The '
    'files are open';

REVOKE ALL ON FUNCTION sommes_verifiees(), exiger_ouverts(bigint[]), numeros_des_origines(text[]), compteurs_ouverts(bigint[]),
    soins_connus(bigint[], text[], date[], bigint[]),
    recevoir(bigint[], date[], text[], text[], integer[], integer[], text[], date[], date[], integer[], text[], bigint[], bigint[],
             integer[], bigint[], text[], boolean[], text[], text[], bigint[], integer[], bigint[]),
    liquider(bigint[], bigint[], integer[], bigint[], integer[], bigint[], bigint[], bigint[], text[], text[]),
    mouvoir(bigint[], bigint[], text[], text[], date[], date[], bigint[], integer[], integer[], integer[], bigint[], bigint[]) FROM PUBLIC;
-- the first is asked by the triggers of the tables, as who writes
GRANT EXECUTE ON FUNCTION sommes_verifiees(), numeros_des_origines(text[]), compteurs_ouverts(bigint[]),
    soins_connus(bigint[], text[], date[], bigint[]),
    recevoir(bigint[], date[], text[], text[], integer[], integer[], text[], date[], date[], integer[], text[], bigint[], bigint[],
             integer[], bigint[], text[], boolean[], text[], text[], bigint[], integer[], bigint[]),
    liquider(bigint[], bigint[], integer[], bigint[], integer[], bigint[], bigint[], bigint[], text[], text[]),
    mouvoir(bigint[], bigint[], text[], text[], date[], date[], bigint[], integer[], integer[], integer[], bigint[], bigint[])
    TO operations, operations_lead;
