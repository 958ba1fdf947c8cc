-- By what statements are recognised that are still open, those that were loaded in bulk too: what comes in is compared with them.

CREATE FUNCTION empreintes_ouvertes() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = fr, public, pg_temp
AS $$
BEGIN
    PERFORM reimbursement.publish_prints((
        SELECT array_agg(DISTINCT ROW('FR', d.numero::text, e.genre, e.valeur, e.partie)::reimbursement.published_print)
        FROM decompte d
        CROSS JOIN LATERAL (
            SELECT 'invoice' AS genre, a.executant || ' ' || d.facture AS valeur, NULL AS partie FROM acte a WHERE a.decompte = d.numero
            UNION ALL
            SELECT 'account', b.iban, f.assure::text
            FROM (SELECT a.assure FROM affiliation a WHERE a.personne = d.personne ORDER BY a.debut DESC LIMIT 1) f
            JOIN compte_bancaire b ON b.personne IN (d.personne, f.assure)
        ) e
        WHERE d.numero = ANY (part.numeros) AND e.valeur IS NOT NULL))
    FROM (SELECT array_agg(n.numero) AS numeros
          FROM (SELECT d.numero, row_number() OVER (ORDER BY d.numero) / 5000 AS part
                FROM decompte d WHERE d.etat IN ('RECU', 'EN_COURS', 'LIQUIDE')) n
          GROUP BY n.part) part;
END
$$;
COMMENT ON FUNCTION empreintes_ouvertes() IS 'Remembers by what statements are recognised that are not paid yet: for the end of a bulk load, whose rows tell nobody';
REVOKE ALL ON FUNCTION empreintes_ouvertes() FROM PUBLIC;

SELECT empreintes_ouvertes();
