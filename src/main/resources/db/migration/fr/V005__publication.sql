-- What the search index and the list of contracts are told, now that contracts are of two kinds. A claim publishes itself
-- alone: a member's entry carries no claims, however many there are.

CREATE OR REPLACE FUNCTION publier_personnes(numeros bigint[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
    SELECT directory.publish(array_agg(ROW('FR', 'member', p.numero::text,
            nom_affiche(p.prenoms, p.nom_naissance, p.nom_usage),
            concat_ws(' ', c.code_postal, c.commune),
            concat_ws(' ', p.nom_usage, p.nom_naissance, p.prenoms),
            p.date_naissance, cles.cles)::directory.published_entry))
    FROM personne p
    LEFT JOIN coordonnees c ON c.personne = p.numero
    LEFT JOIN compte_bancaire b ON b.personne = p.numero
    CROSS JOIN LATERAL (
        SELECT array_agg(ROW(quoi, valeur)::directory.published_key) AS cles
        FROM (
            VALUES ('national_id', p.nir || lpad(p.cle_nir::text, 2, '0')), ('email', c.courriel),
                   ('phone', c.telephone), ('phone', c.mobile), ('iban', b.iban)
            UNION
            SELECT 'contract', a.contrat::text FROM affiliation a WHERE a.personne = p.numero
            UNION
            SELECT 'company', k.entreprise FROM affiliation a JOIN contrat_collectif k ON k.numero = a.contrat WHERE a.personne = p.numero
        ) AS toutes (quoi, valeur)
        WHERE valeur IS NOT NULL
    ) AS cles
    WHERE p.numero = ANY (numeros)
    HAVING count(*) > 0
$$;

CREATE OR REPLACE FUNCTION publier_contrats(numeros bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
BEGIN
    PERFORM directory.publish(array_agg(ROW('FR', 'contract', k.numero::text, k.numero::text,
            coalesce(e.raison_sociale, nom_affiche(p.prenoms, p.nom_naissance, p.nom_usage)), '', NULL,
            ARRAY[ROW('contract', k.numero::text)::directory.published_key,
                  ROW('company', e.siren)::directory.published_key])::directory.published_entry))
    FROM contrat k
    LEFT JOIN contrat_collectif c ON c.numero = k.numero
    LEFT JOIN entreprise e ON e.siren = c.entreprise
    LEFT JOIN contrat_individuel i ON i.numero = k.numero
    LEFT JOIN personne p ON p.numero = i.souscripteur
    WHERE k.numero = ANY (numeros) AND num_nonnulls(e.siren, p.numero) = 1
    HAVING count(*) > 0;

    PERFORM contract.publish(array_agg(ROW('FR', k.numero::text, k.numero::text, e.siren,
            coalesce(e.raison_sociale, nom_affiche(p.prenoms, p.nom_naissance, p.nom_usage)), f.produit,
            r.libelle || ', ' || o.libelle, k.effet, k.fin, k.suspendu_depuis, k.renouvellement, e.effectif)
            ::contract.published_contract))
    FROM contrat k
    LEFT JOIN contrat_collectif c ON c.numero = k.numero
    LEFT JOIN entreprise e ON e.siren = c.entreprise
    LEFT JOIN contrat_individuel i ON i.numero = k.numero
    LEFT JOIN personne p ON p.numero = i.souscripteur
    JOIN LATERAL (SELECT produit, option FROM formule WHERE contrat = k.numero ORDER BY debut DESC LIMIT 1) f ON true
    JOIN produit r ON r.code = f.produit
    JOIN option o ON o.produit = f.produit AND o.code = f.option
    WHERE k.numero = ANY (numeros) AND num_nonnulls(e.siren, p.numero) = 1
    HAVING count(*) > 0;
END
$$;
COMMENT ON FUNCTION publier_contrats(bigint[]) IS
    'Hands these contracts to the search index and the list; not before their company, or the person who took them out, exists';

CREATE OR REPLACE FUNCTION personne_publier() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('FR', 'member', (SELECT coalesce(array_agg(numero::text), '{}') FROM anciennes));
    ELSIF TG_OP = 'UPDATE' THEN
        PERFORM publier_personnes((SELECT array_agg(numero) FROM nouvelles));
        -- statements and contracts are listed under their person's name
        PERFORM publier_decomptes((SELECT array_agg(d.numero)
            FROM nouvelles n
            JOIN anciennes o ON o.numero = n.numero
            JOIN decompte d ON d.personne = n.numero
            WHERE nom_affiche(n.prenoms, n.nom_naissance, n.nom_usage) <> nom_affiche(o.prenoms, o.nom_naissance, o.nom_usage)));
        PERFORM publier_contrats((SELECT array_agg(i.numero)
            FROM nouvelles n
            JOIN anciennes o ON o.numero = n.numero
            JOIN contrat_individuel i ON i.souscripteur = n.numero
            WHERE nom_affiche(n.prenoms, n.nom_naissance, n.nom_usage) <> nom_affiche(o.prenoms, o.nom_naissance, o.nom_usage)));
    ELSE
        PERFORM publier_personnes((SELECT array_agg(numero) FROM nouvelles));
        -- within one transaction statements and contracts may be written before their person (the references are deferrable)
        PERFORM publier_decomptes((SELECT array_agg(d.numero) FROM nouvelles n JOIN decompte d ON d.personne = n.numero));
        PERFORM publier_contrats((SELECT array_agg(i.numero) FROM nouvelles n JOIN contrat_individuel i ON i.souscripteur = n.numero));
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION decompte_publier() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('FR', 'claim', (SELECT coalesce(array_agg(numero::text), '{}') FROM anciennes));
    ELSIF TG_OP = 'UPDATE' THEN
        -- progress of a statement changes nothing that is searched
        PERFORM publier_decomptes((SELECT array_agg(n.numero) FROM nouvelles n
            WHERE NOT EXISTS (SELECT FROM anciennes o WHERE o.numero = n.numero AND o.personne = n.personne)));
    ELSE
        PERFORM publier_decomptes((SELECT array_agg(numero) FROM nouvelles));
    END IF;
    RETURN NULL;
END
$$;

-- A contract is told about once it is whole: contrat is its last row in a bulk load, its own kind and formule come before.
CREATE FUNCTION contrat_publier() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('FR', 'contract', (SELECT coalesce(array_agg(numero::text), '{}') FROM anciennes));
        PERFORM contract.withdraw('FR', (SELECT coalesce(array_agg(numero::text), '{}') FROM anciennes));
    ELSE
        PERFORM publier_contrats((SELECT array_agg(numero) FROM nouvelles));
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION contrat_publier() IS 'Publishes the contracts that a statement touched';
CREATE TRIGGER publier_ajout AFTER INSERT ON contrat REFERENCING NEW TABLE AS nouvelles FOR EACH STATEMENT EXECUTE FUNCTION contrat_publier();
CREATE TRIGGER publier_changement AFTER UPDATE ON contrat REFERENCING OLD TABLE AS anciennes NEW TABLE AS nouvelles FOR EACH STATEMENT EXECUTE FUNCTION contrat_publier();
CREATE TRIGGER publier_retrait AFTER DELETE ON contrat REFERENCING OLD TABLE AS anciennes FOR EACH STATEMENT EXECUTE FUNCTION contrat_publier();

CREATE OR REPLACE FUNCTION contrat_collectif_publier() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('FR', 'contract', (SELECT coalesce(array_agg(numero::text), '{}') FROM anciennes));
        PERFORM contract.withdraw('FR', (SELECT coalesce(array_agg(numero::text), '{}') FROM anciennes));
    ELSE
        PERFORM publier_contrats((SELECT array_agg(numero) FROM nouvelles));
        IF TG_OP = 'UPDATE' THEN
            -- another subscriber: the people covered are found by another company number
            PERFORM publier_personnes((SELECT array_agg(DISTINCT a.personne)
                FROM nouvelles n
                JOIN anciennes o ON o.numero = n.numero AND o.entreprise <> n.entreprise
                JOIN affiliation a ON a.contrat = n.numero));
        END IF;
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION formule_publier() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM publier_contrats((SELECT array_agg(DISTINCT contrat) FROM anciennes));
    ELSE
        PERFORM publier_contrats((SELECT array_agg(DISTINCT contrat) FROM nouvelles));
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION formule_publier() IS 'Publishes the contracts whose product a statement touched';
CREATE TRIGGER publier_ajout AFTER INSERT ON formule REFERENCING NEW TABLE AS nouvelles FOR EACH STATEMENT EXECUTE FUNCTION formule_publier();
CREATE TRIGGER publier_changement AFTER UPDATE ON formule REFERENCING OLD TABLE AS anciennes NEW TABLE AS nouvelles FOR EACH STATEMENT EXECUTE FUNCTION formule_publier();
CREATE TRIGGER publier_retrait AFTER DELETE ON formule REFERENCING OLD TABLE AS anciennes FOR EACH STATEMENT EXECUTE FUNCTION formule_publier();

CREATE FUNCTION contrat_individuel_publier() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
BEGIN
    PERFORM publier_contrats((SELECT array_agg(numero) FROM nouvelles));
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION contrat_individuel_publier() IS 'Publishes the contracts whose owner a statement touched';
CREATE TRIGGER publier_ajout AFTER INSERT ON contrat_individuel REFERENCING NEW TABLE AS nouvelles FOR EACH STATEMENT EXECUTE FUNCTION contrat_individuel_publier();
CREATE TRIGGER publier_changement AFTER UPDATE ON contrat_individuel REFERENCING OLD TABLE AS anciennes NEW TABLE AS nouvelles FOR EACH STATEMENT EXECUTE FUNCTION contrat_individuel_publier();

REVOKE ALL ON FUNCTION contrat_publier(), formule_publier(), contrat_individuel_publier() FROM PUBLIC;

-- What was published before: contracts join the list, members lose the keys of their claims.
SELECT publier_contrats((SELECT array_agg(numero) FROM contrat));
SELECT publier_personnes((SELECT array_agg(numero) FROM personne));
