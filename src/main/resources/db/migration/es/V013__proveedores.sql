-- Who made an invoice, by tax number; and what requests are recognised by that were loaded in bulk. Runs with search_path = es, public.

ALTER TABLE solicitud_reembolso
    ADD COLUMN proveedor_nif text,
    ADD CONSTRAINT solicitud_reembolso_proveedor_nif CHECK (proveedor_nif ~ '^[ABCDEFGHJNPQRSUVW][0-9]{7}[0-9A-J]$|^[KLM0-9XYZ][0-9]{7}[A-Z]$');
COMMENT ON COLUMN solicitud_reembolso.proveedor_nif IS 'Tax number of who made the invoice; empty when it says none, abroad, and for requests from before this was kept';
GRANT INSERT (proveedor_nif), UPDATE (proveedor_nif) ON solicitud_reembolso TO operations, operations_lead;

CREATE FUNCTION anadir_huellas(ids uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    SELECT reimbursement.publish_prints(array_agg(ROW('ES', h.id::text, h.clase, h.valor, h.quien)::reimbursement.published_print))
    FROM (SELECT s.id, 'care' AS clase, concat_ws('|', a.persona, l.fecha, l.acto, l.importe_euros) AS valor, NULL::text AS quien
          FROM solicitud_reembolso s JOIN asegurado a ON a.id = s.asegurado JOIN factura_linea l ON l.solicitud = s.id
          WHERE s.id = ANY (ids) AND s.estado <> 'DENEGADA'
          UNION ALL
          SELECT s.id, 'invoice', concat_ws('|', upper(s.proveedor), upper(s.numero_factura)), NULL
          FROM solicitud_reembolso s
          WHERE s.id = ANY (ids) AND s.estado <> 'DENEGADA' AND s.proveedor IS NOT NULL AND s.numero_factura IS NOT NULL
          UNION ALL
          SELECT s.id, 'account', coalesce(suya.iban, del_titular.iban), t.persona::text
          FROM solicitud_reembolso s JOIN asegurado a ON a.id = s.asegurado JOIN asegurado t ON t.id = a.titular
          LEFT JOIN cuenta_bancaria suya ON suya.asegurado = a.id
          LEFT JOIN cuenta_bancaria del_titular ON del_titular.asegurado = t.id
          WHERE s.id = ANY (ids) AND s.estado <> 'DENEGADA' AND coalesce(suya.iban, del_titular.iban) IS NOT NULL) h
    HAVING count(*) > 0
$$;
COMMENT ON FUNCTION anadir_huellas(uuid[]) IS 'Remembers by what these requests are recognised; refused ones by nothing';

CREATE OR REPLACE FUNCTION publicar_huellas(ids uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    SELECT reimbursement.withdraw_prints('ES', ids::text[]);
    SELECT anadir_huellas(ids)
$$;

CREATE FUNCTION publicar_huellas_abiertas() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    PERFORM anadir_huellas(parte.ids)
    FROM (SELECT array_agg(n.id) AS ids
          FROM (SELECT s.id, row_number() OVER (ORDER BY s.id) / 5000 AS parte
                FROM solicitud_reembolso s WHERE s.estado IN ('RECIBIDA', 'EN_TRAMITE', 'LIQUIDADA')) n
          GROUP BY n.parte) parte;
END
$$;
COMMENT ON FUNCTION publicar_huellas_abiertas() IS 'Remembers by what requests are recognised that are not paid yet: for the end of a bulk load, whose rows tell nobody';
REVOKE ALL ON FUNCTION anadir_huellas(uuid[]), publicar_huellas_abiertas() FROM PUBLIC;

SELECT publicar_huellas_abiertas();
