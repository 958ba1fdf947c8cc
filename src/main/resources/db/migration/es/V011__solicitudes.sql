-- How a reimbursement request comes in and is decided. Runs with search_path = es, public.

ALTER TABLE solicitud_reembolso
    ADD COLUMN en_cuadro boolean NOT NULL DEFAULT false,
    ADD COLUMN cambio numeric(14,6),
    ADD COLUMN origen text,
    ADD CONSTRAINT solicitud_reembolso_cambio CHECK (cambio IS NULL OR cambio > 0 AND moneda <> 'EUR'),
    ADD CONSTRAINT solicitud_reembolso_origen CHECK (length(origen) BETWEEN 1 AND 200);
CREATE UNIQUE INDEX solicitud_reembolso_por_origen ON solicitud_reembolso (origen) WHERE origen IS NOT NULL;
COMMENT ON COLUMN solicitud_reembolso.en_cuadro IS 'The provider belongs to the medical network: nothing is given back';
COMMENT ON COLUMN solicitud_reembolso.cambio IS 'Euros for one unit of the currency, as whoever entered it found published; empty for euros';
COMMENT ON COLUMN solicitud_reembolso.origen IS 'What it came from, never twice: row of a file, or a number of its own for what a person entered';

CREATE FUNCTION solicitud_de_origen(origen_ text) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    SELECT s.id FROM solicitud_reembolso s
    WHERE s.origen = origen_ AND access.is_any('operations', 'operations_lead') AND 'ES' = ANY (access.my_countries())
$$;
COMMENT ON FUNCTION solicitud_de_origen(text) IS 'The request that came from there, of whomever it is: what came in twice is written once';

ALTER TABLE solicitud_reembolso
    DROP CONSTRAINT solicitud_reembolso_motivo,
    ADD CONSTRAINT solicitud_reembolso_motivo CHECK ((estado = 'DENEGADA') = (motivo_denegacion IS NOT NULL)
        AND motivo_denegacion IN ('CARENCIA', 'CUADRO_MEDICO', 'SIN_COBERTURA', 'FUERA_DE_VIGENCIA', 'CAPITAL_AGOTADO', 'SIN_AUTORIZACION',
            'DUPLICADA', 'OTRO'));

-- Serial numbers of samples begin at 1 each time; what people enter begins far behind them.
CREATE SEQUENCE solicitud_numero AS bigint START WITH 50000001 MAXVALUE 99999999;
COMMENT ON SEQUENCE solicitud_numero IS 'Serial numbers of requests that came in here';

-- A second request of one invoice may come in, and a clerk says which is right; only one is ever given back.
DROP INDEX solicitud_reembolso_factura;
CREATE UNIQUE INDEX solicitud_reembolso_factura ON solicitud_reembolso (asegurado, proveedor, numero_factura)
    WHERE numero_factura IS NOT NULL AND estado IN ('LIQUIDADA', 'PAGADA');
COMMENT ON COLUMN solicitud_reembolso.numero_factura IS 'Number of the invoice, as its provider writes it; not given back twice';
CREATE INDEX solicitud_reembolso_numeros ON solicitud_reembolso (asegurado, numero_factura) WHERE numero_factura IS NOT NULL;
COMMENT ON COLUMN solicitud_reembolso.proveedor IS 'Who made the invoice';

ALTER TABLE factura_linea
    ADD COLUMN pasos jsonb,
    ADD CONSTRAINT factura_linea_pasos CHECK (jsonb_typeof(pasos) = 'array'),
    DROP CONSTRAINT factura_linea_reembolso,
    ADD CONSTRAINT factura_linea_reembolso CHECK (reembolso BETWEEN 0 AND importe_euros);
COMMENT ON COLUMN factura_linea.pasos IS 'Why that much is given back, step by step, in no language; empty while undecided, and for what was decided before steps were kept';
COMMENT ON COLUMN factura_linea.reembolso IS
    'Given back, euros: less than the share when a limit is reached; otherwise when a person decided so, within what was charged';

-- Limits ----------------------------------------------------------------------------------------------------------

-- The rules know the terms of the day. This is the last line: whatever was decided, by whom and at the same moment by
-- whomever, a year gives no more back than the largest limits that the policy had in it.
CREATE FUNCTION consumo_limitar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
DECLARE
    anno daterange := daterange(make_date(NEW.anualidad, 1, 1), make_date(NEW.anualidad, 12, 31), '[]');
    alta date;
    suya uuid;
    capital_ numeric;
    del_acto numeric;
BEGIN
    -- one person, one lock: sums of rows that another transaction is writing are waited for
    SELECT a.fecha_alta, a.poliza INTO alta, suya FROM asegurado a WHERE a.id = NEW.asegurado FOR NO KEY UPDATE;
    SELECT max(l.capital) INTO capital_
    FROM poliza_modalidad pm
    JOIN limite_reembolso l ON l.modalidad = pm.modalidad AND l.acto IS NULL AND daterange(l.desde, l.hasta, '[]') && anno
    WHERE pm.poliza = suya AND daterange(pm.desde, pm.hasta, '[]') && anno;
    IF extract(year FROM alta) = NEW.anualidad THEN
        capital_ := round(capital_ * (upper(anno) - alta) / (upper(anno) - lower(anno)), 2);
    END IF;
    IF (SELECT sum(c.reembolso) FROM consumo c WHERE c.asegurado = NEW.asegurado AND c.anualidad = NEW.anualidad) > capital_ THEN
        RAISE EXCEPTION 'the insured capital of the year is used up'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'consumo_capital', TABLE = 'consumo';
    END IF;
    -- a modality without a limit for the act has none
    SELECT CASE WHEN bool_and(l.limite_anual IS NOT NULL) THEN max(l.limite_anual) END INTO del_acto
    FROM poliza_modalidad pm
    LEFT JOIN limite_reembolso l ON l.modalidad = pm.modalidad AND l.acto = NEW.acto AND daterange(l.desde, l.hasta, '[]') && anno
    WHERE pm.poliza = suya AND daterange(pm.desde, pm.hasta, '[]') && anno;
    IF NEW.reembolso > del_acto THEN
        RAISE EXCEPTION 'the yearly limit of this kind of act is used up'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'consumo_limite_anual', TABLE = 'consumo';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION consumo_limitar() IS 'Refuses what would overdraw the capital of a year, or the yearly limit of an act';
CREATE TRIGGER limitar_alta AFTER INSERT ON consumo FOR EACH ROW WHEN (NEW.reembolso > 0 AND NOT carga_masiva())
    EXECUTE FUNCTION consumo_limitar();
CREATE TRIGGER limitar_cambio AFTER UPDATE ON consumo FOR EACH ROW WHEN (NEW.reembolso > OLD.reembolso AND NOT carga_masiva())
    EXECUTE FUNCTION consumo_limitar();

-- Who decides a request writes its lines first and the request last, and takes it back the other way round.
CREATE FUNCTION factura_linea_proteger() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT FROM solicitud_reembolso s
               WHERE s.id = (CASE TG_OP WHEN 'DELETE' THEN OLD.solicitud ELSE NEW.solicitud END)
                   AND s.estado NOT IN ('RECIBIDA', 'EN_TRAMITE')) THEN
        RAISE EXCEPTION 'the lines of a decided request stay as they are' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION factura_linea_proteger() IS 'Keeps the lines of decided requests';
CREATE FUNCTION sesion_de_personal() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER');
COMMENT ON FUNCTION sesion_de_personal() IS 'Whether staff are signed in, and not the owner, who loads and repairs';
CREATE TRIGGER proteger BEFORE INSERT OR UPDATE OR DELETE ON factura_linea
    FOR EACH ROW WHEN (sesion_de_personal()) EXECUTE FUNCTION factura_linea_proteger();

-- The queue -------------------------------------------------------------------------------------------------------

CREATE FUNCTION estado_publicado(estado text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE estado WHEN 'RECIBIDA' THEN 'RECEIVED' WHEN 'EN_TRAMITE' THEN 'PENDED' WHEN 'LIQUIDADA' THEN 'ACCEPTED'
                       WHEN 'DENEGADA' THEN 'REJECTED' WHEN 'PAGADA' THEN 'PAID' END;
COMMENT ON FUNCTION estado_publicado(text) IS 'The state of a request as every country calls it';

-- By what a request is recognised: care and invoice, and the account it is paid to, which a household may share.
CREATE FUNCTION publicar_huellas(ids uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    SELECT reimbursement.withdraw_prints('ES', ids::text[]);
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
COMMENT ON FUNCTION publicar_huellas(uuid[]) IS 'Remembers by what these requests are recognised, as they now are; refused ones by nothing';

CREATE FUNCTION solicitud_reembolso_encolar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
DECLARE
    bulk boolean := carga_masiva();
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM reimbursement.withdraw('ES', (SELECT coalesce(array_agg(id::text), '{}') FROM anteriores));
    ELSIF TG_OP = 'INSERT' THEN
        -- a history that is loaded is in no queue
        PERFORM reimbursement.publish((SELECT array_agg(ROW('ES', n.id::text, n.numero, n.asegurado::text, estado_publicado(n.estado),
                n.recibida, NULL, NULL, n.importe_euros, n.reembolso, NULL, NULL, NULL)::reimbursement.published_claim)
            FROM nuevas n WHERE NOT bulk OR n.estado IN ('RECIBIDA', 'EN_TRAMITE', 'LIQUIDADA')));
    ELSE
        PERFORM reimbursement.publish((SELECT array_agg(ROW('ES', n.id::text, n.numero, n.asegurado::text, estado_publicado(n.estado),
                n.recibida, NULL, NULL, n.importe_euros, n.reembolso, NULL, estado_publicado(o.estado),
                o.reembolso)::reimbursement.published_claim)
            FROM nuevas n JOIN anteriores o USING (id)));
        PERFORM publicar_huellas(cambiadas.ids)
        FROM (SELECT array_agg(n.id) AS ids FROM nuevas n JOIN anteriores o USING (id)
              WHERE (n.estado = 'DENEGADA') <> (o.estado = 'DENEGADA')) cambiadas
        WHERE cambiadas.ids IS NOT NULL;
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION solicitud_reembolso_encolar() IS 'Tells the queue of these requests';
CREATE TRIGGER encolar_alta AFTER INSERT ON solicitud_reembolso REFERENCING NEW TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION solicitud_reembolso_encolar();
CREATE TRIGGER encolar_cambio AFTER UPDATE ON solicitud_reembolso REFERENCING OLD TABLE AS anteriores NEW TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION solicitud_reembolso_encolar();
CREATE TRIGGER encolar_baja AFTER DELETE ON solicitud_reembolso REFERENCING OLD TABLE AS anteriores
    FOR EACH STATEMENT EXECUTE FUNCTION solicitud_reembolso_encolar();

-- Lines come last, and say what is recognised. What is loaded in bulk is looked up in the person's own history.
CREATE FUNCTION factura_linea_reconocer() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    IF NOT carga_masiva() THEN
        PERFORM publicar_huellas((SELECT coalesce(array_agg(DISTINCT n.solicitud), '{}') FROM nuevas n));
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION factura_linea_reconocer() IS 'Remembers by what the requests of these lines are recognised';
CREATE TRIGGER reconocer_alta AFTER INSERT ON factura_linea REFERENCING NEW TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION factura_linea_reconocer();

SELECT reimbursement.publish((SELECT array_agg(ROW('ES', s.id::text, s.numero, s.asegurado::text, estado_publicado(s.estado),
        s.recibida, NULL, NULL, s.importe_euros, s.reembolso, NULL, NULL, NULL)::reimbursement.published_claim)
    FROM solicitud_reembolso s WHERE s.estado IN ('RECIBIDA', 'EN_TRAMITE', 'LIQUIDADA')));

-- Rights ----------------------------------------------------------------------------------------------------------
-- Which requests one sees is said by row-level security; when their state may change, by the queue.

GRANT INSERT (id, numero, asegurado, recibida, territorio, moneda, estado, numero_factura, proveedor, primer_dia, importe,
        importe_euros, en_cuadro, cambio, origen)
    ON solicitud_reembolso TO operations, operations_lead;
GRANT UPDATE (recibida, territorio, moneda, estado, numero_factura, proveedor, primer_dia, importe, importe_euros, reembolso, pagada,
        cuenta_final, motivo_denegacion, en_cuadro, cambio, version)
    ON solicitud_reembolso TO operations, operations_lead;
GRANT INSERT (solicitud, orden, acto, concepto, fecha, importe, importe_euros) ON factura_linea TO operations, operations_lead;
GRANT UPDATE (porcentaje, reembolso, pasos, version) ON factura_linea TO operations, operations_lead;
GRANT DELETE ON factura_linea TO operations, operations_lead;
GRANT USAGE ON SEQUENCE solicitud_numero TO operations, operations_lead;
REVOKE ALL ON FUNCTION solicitud_de_origen(text), consumo_limitar(), factura_linea_proteger(), sesion_de_personal(), estado_publicado(text), publicar_huellas(uuid[]),
    solicitud_reembolso_encolar(), factura_linea_reconocer() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION solicitud_de_origen(text) TO operations, operations_lead;
GRANT EXECUTE ON FUNCTION sesion_de_personal() TO care_agent, operations, operations_lead;
