-- Statements that are decided again: which ones a changed tariff touches, and what stood of one before.

CREATE FUNCTION decomptes_touches(du date, au date, codes text[], plus integer) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1000 SET search_path = fr, public, pg_temp
AS $$
    SELECT d.numero::text
    FROM (SELECT DISTINCT a.decompte FROM acte a WHERE a.jour BETWEEN du AND au AND (codes = '{}' OR a.code = ANY (codes))) t
    JOIN decompte d ON d.numero = t.decompte
    WHERE d.etat IN ('LIQUIDE', 'PAYE') AND 'FR' = ANY (access.my_countries()) AND access.is_any('operations', 'operations_lead')
    ORDER BY d.numero LIMIT plus
$$;
COMMENT ON FUNCTION decomptes_touches(date, date, text[], integer) IS
    'Keys of the settled statements with an act of one of these codes (none: any) on these days; keys only, no health data';

CREATE FUNCTION decompte_garder(touche text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
    SELECT reimbursement.keep('FR', touche, jsonb_build_object(
        'decompte', to_jsonb(d),
        'actes', (SELECT jsonb_agg(to_jsonb(a) ORDER BY a.rang) FROM acte a WHERE a.decompte = d.numero),
        'mouvements', (SELECT coalesce(jsonb_agg(to_jsonb(c) || jsonb_build_object('rang', m.rang, 'quantite', m.quantite)
                                                 ORDER BY m.numero), '[]')
                       FROM mouvement m JOIN compteur c ON c.numero = m.compteur WHERE m.decompte = d.numero)))
    FROM decompte d WHERE d.numero = touche::bigint
$$;
COMMENT ON FUNCTION decompte_garder(text) IS 'Keeps what stands of a statement that a run decides again';

CREATE FUNCTION decompte_remettre(touche text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
DECLARE
    garde jsonb := reimbursement.what_stood('FR', touche);
    cle   bigint := touche::bigint;
    m     jsonb;
    c     compteur;
    pris  bigint;
BEGIN
    UPDATE acte a SET brss = g.brss, taux = g.taux, amo = g.amo, amc = g.amc, reste = g.reste, motif = g.motif, etapes = g.etapes
    FROM jsonb_populate_recordset(NULL::acte, garde -> 'actes') g
    WHERE a.decompte = cle AND a.rang = g.rang;
    FOR m IN SELECT e FROM jsonb_array_elements(garde -> 'mouvements') WITH ORDINALITY AS x (e, place) ORDER BY x.place LOOP
        c := jsonb_populate_record(NULL::compteur, m);
        UPDATE compteur k SET utilise = k.utilise + (m ->> 'quantite')::bigint, version = k.version + 1
        WHERE k.personne = c.personne AND k.code = c.code AND k.debut = c.debut AND k.fin = c.fin
        RETURNING k.numero INTO pris;
        IF pris IS NULL THEN
            INSERT INTO compteur (personne, code, unite, plafond, utilise, debut, fin)
            VALUES (c.personne, c.code, c.unite, c.plafond, (m ->> 'quantite')::bigint, c.debut, c.fin)
            RETURNING numero INTO pris;
        END IF;
        INSERT INTO mouvement (decompte, rang, compteur, quantite) VALUES (cle, (m ->> 'rang')::smallint, pris, (m ->> 'quantite')::bigint);
        pris := NULL;
    END LOOP;
    UPDATE decompte d SET etat = g.etat, amo = g.amo, amc = g.amc, reste = g.reste, paye_le = g.paye_le, compte_fin = g.compte_fin,
        version = d.version + 1
    FROM jsonb_populate_record(NULL::decompte, garde -> 'decompte') g
    WHERE d.numero = cle;
END
$$;
COMMENT ON FUNCTION decompte_remettre(text) IS
    'Writes again what stood of a statement before a run decided it again: acts, what they used of counters, the payment. A counter that '
    'others have used up meanwhile refuses it';

REVOKE ALL ON FUNCTION decomptes_touches(date, date, text[], integer), decompte_garder(text), decompte_remettre(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION decomptes_touches(date, date, text[], integer), decompte_garder(text), decompte_remettre(text)
    TO operations, operations_lead;
