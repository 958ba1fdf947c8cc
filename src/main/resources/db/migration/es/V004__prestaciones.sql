-- What people had: authorisations, acts in the network with their copays, reimbursement requests with the lines of their
-- invoices, and the counters that limits are held against. Health data. Runs with search_path = es, public.

CREATE TABLE autorizacion (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    numero           text NOT NULL,
    asegurado        uuid NOT NULL REFERENCES asegurado DEFERRABLE,
    acto             clase_acto NOT NULL,
    centro           text NOT NULL,
    concedida        date NOT NULL,
    valida_hasta     date NOT NULL,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT autorizacion_numero CHECK (numero ~ '^A[0-9]{12}$'),
    CONSTRAINT autorizacion_acto CHECK (acto <> 'URGENCIA'),
    CONSTRAINT autorizacion_centro CHECK (length(centro) BETWEEN 1 AND 120),
    CONSTRAINT autorizacion_periodo CHECK (valida_hasta >= concedida),
    CONSTRAINT autorizacion_version CHECK (version > 0),
    -- what an act refers to: its own person, its own kind
    CONSTRAINT autorizacion_de_su_acto UNIQUE (id, asegurado, acto)
);
CREATE UNIQUE INDEX autorizacion_por_numero ON autorizacion (numero);
CREATE INDEX autorizacion_asegurado ON autorizacion (asegurado, valida_hasta DESC);
COMMENT ON TABLE autorizacion IS 'Leave for an act that needs it. Health data: readable while its member is open';
COMMENT ON COLUMN autorizacion.id IS 'Key';
COMMENT ON COLUMN autorizacion.numero IS 'A, year (4) and serial number (8)';
COMMENT ON COLUMN autorizacion.asegurado IS 'The person';
COMMENT ON COLUMN autorizacion.acto IS 'Kind of act';
COMMENT ON COLUMN autorizacion.centro IS 'Where it will be';
COMMENT ON COLUMN autorizacion.concedida IS 'Day it was granted';
COMMENT ON COLUMN autorizacion.valida_hasta IS 'Last day on which the act may be had';
COMMENT ON COLUMN autorizacion.version IS 'Raised by each change';

CREATE TABLE acto (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    asegurado        uuid NOT NULL REFERENCES asegurado DEFERRABLE,
    clase            clase_acto NOT NULL,
    fecha            date NOT NULL,
    centro           text NOT NULL,
    servicio         integer,
    copago           numeric(8,2) NOT NULL,
    autorizacion     uuid,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT acto_centro CHECK (length(centro) BETWEEN 1 AND 120),
    CONSTRAINT acto_servicio CHECK (servicio >= 1),
    CONSTRAINT acto_sesion CHECK (servicio IS NOT NULL OR clase = 'FISIOTERAPIA'),
    CONSTRAINT acto_copago CHECK (copago >= 0),
    CONSTRAINT acto_copago_de_servicio CHECK (servicio IS NOT NULL OR copago = 0),
    CONSTRAINT acto_autorizacion FOREIGN KEY (autorizacion, asegurado, clase) REFERENCES autorizacion (id, asegurado, acto) DEFERRABLE,
    CONSTRAINT acto_version CHECK (version > 0)
);
CREATE INDEX acto_asegurado ON acto (asegurado, fecha DESC, id DESC);
CREATE UNIQUE INDEX acto_contador ON acto (asegurado, extract(year FROM fecha), servicio) WHERE servicio IS NOT NULL;
COMMENT ON TABLE acto IS 'An act in the network, a session of physiotherapy each. Health data: readable while its member is open';
COMMENT ON COLUMN acto.id IS 'Key';
COMMENT ON COLUMN acto.asegurado IS 'The person';
COMMENT ON COLUMN acto.clase IS 'Kind of act';
COMMENT ON COLUMN acto.fecha IS 'Day of care';
COMMENT ON COLUMN acto.centro IS 'Where it was';
COMMENT ON COLUMN acto.servicio IS
    'Which service of the person''s year it was; empty for a session of physiotherapy that belongs to the service begun: ten are one';
COMMENT ON COLUMN acto.copago IS 'Euros the person pays, by the tier of that service';
COMMENT ON COLUMN acto.autorizacion IS 'The authorisation it was had under';
COMMENT ON COLUMN acto.version IS 'Raised by each change';

ALTER TABLE solicitud_reembolso
    ADD COLUMN numero_factura text,
    ADD COLUMN proveedor text,
    ADD COLUMN primer_dia date,
    ADD COLUMN importe numeric(12,2) NOT NULL DEFAULT 0,
    ADD COLUMN importe_euros numeric(12,2) NOT NULL DEFAULT 0,
    ADD COLUMN reembolso numeric(12,2) NOT NULL DEFAULT 0,
    ADD COLUMN pagada date,
    ADD COLUMN cuenta_final text,
    ADD COLUMN motivo_denegacion text;
UPDATE solicitud_reembolso SET primer_dia = recibida,
    pagada = CASE estado WHEN 'PAGADA' THEN recibida END,
    motivo_denegacion = CASE estado WHEN 'DENEGADA' THEN 'OTRO' END;
ALTER TABLE solicitud_reembolso
    ALTER COLUMN primer_dia SET NOT NULL,
    ADD CONSTRAINT solicitud_reembolso_numero_factura CHECK (length(numero_factura) BETWEEN 1 AND 40),
    ADD CONSTRAINT solicitud_reembolso_proveedor CHECK (length(proveedor) BETWEEN 1 AND 120),
    ADD CONSTRAINT solicitud_reembolso_primer_dia CHECK (primer_dia <= recibida),
    ADD CONSTRAINT solicitud_reembolso_importe CHECK (importe >= 0),
    ADD CONSTRAINT solicitud_reembolso_importe_euros CHECK (importe_euros >= 0),
    ADD CONSTRAINT solicitud_reembolso_euros CHECK (moneda <> 'EUR' OR importe_euros = importe),
    ADD CONSTRAINT solicitud_reembolso_reembolso CHECK (reembolso BETWEEN 0 AND importe_euros),
    ADD CONSTRAINT solicitud_reembolso_sin_decidir CHECK (estado IN ('LIQUIDADA', 'PAGADA') OR reembolso = 0),
    ADD CONSTRAINT solicitud_reembolso_pagada CHECK ((estado = 'PAGADA') = (pagada IS NOT NULL)),
    ADD CONSTRAINT solicitud_reembolso_dia_de_pago CHECK (pagada >= recibida),
    ADD CONSTRAINT solicitud_reembolso_cuenta CHECK (cuenta_final IS NULL OR cuenta_final ~ '^[A-Z0-9]{4}$' AND pagada IS NOT NULL),
    ADD CONSTRAINT solicitud_reembolso_motivo CHECK ((estado = 'DENEGADA') = (motivo_denegacion IS NOT NULL)
        AND motivo_denegacion IN ('CARENCIA', 'CUADRO_MEDICO', 'SIN_COBERTURA', 'CAPITAL_AGOTADO', 'SIN_AUTORIZACION', 'OTRO'));
DROP INDEX solicitud_reembolso_asegurado;
CREATE INDEX solicitud_reembolso_historia ON solicitud_reembolso (asegurado, primer_dia DESC, id DESC);
CREATE INDEX solicitud_reembolso_pagos ON solicitud_reembolso (asegurado, pagada DESC, id DESC) WHERE pagada IS NOT NULL;
CREATE INDEX solicitud_reembolso_pendientes ON solicitud_reembolso (recibida, id) WHERE estado IN ('RECIBIDA', 'EN_TRAMITE');
CREATE UNIQUE INDEX solicitud_reembolso_factura ON solicitud_reembolso (asegurado, proveedor, numero_factura)
    WHERE numero_factura IS NOT NULL AND estado <> 'DENEGADA';
COMMENT ON TABLE solicitud_reembolso IS
    'A request for reimbursement of one invoice. Health data: readable while it or a file of its person is open';
COMMENT ON COLUMN solicitud_reembolso.numero_factura IS 'Number of the invoice, as its provider writes it; not twice unless refused';
COMMENT ON COLUMN solicitud_reembolso.proveedor IS 'Who made the invoice; not of the network';
COMMENT ON COLUMN solicitud_reembolso.primer_dia IS 'First day of care: decides which rates count';
COMMENT ON COLUMN solicitud_reembolso.importe IS 'Sum of the invoice in its currency';
COMMENT ON COLUMN solicitud_reembolso.importe_euros IS 'Sum of its lines in euros';
COMMENT ON COLUMN solicitud_reembolso.reembolso IS 'Sum given back, euros; 0 while undecided and when refused';
COMMENT ON COLUMN solicitud_reembolso.pagada IS 'Day it was paid';
COMMENT ON COLUMN solicitud_reembolso.cuenta_final IS 'Last four characters of the account it was paid to';
COMMENT ON COLUMN solicitud_reembolso.motivo_denegacion IS 'Why it was refused';

CREATE TABLE factura_linea (
    solicitud        uuid NOT NULL REFERENCES solicitud_reembolso DEFERRABLE,
    orden            integer NOT NULL,
    acto             clase_acto NOT NULL,
    concepto         text NOT NULL,
    fecha            date NOT NULL,
    importe          numeric(12,2) NOT NULL,
    importe_euros    numeric(12,2) NOT NULL,
    porcentaje       numeric(5,2),
    reembolso        numeric(12,2) NOT NULL DEFAULT 0,
    version          bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (solicitud, orden),
    CONSTRAINT factura_linea_orden CHECK (orden >= 1),
    CONSTRAINT factura_linea_concepto CHECK (length(concepto) BETWEEN 1 AND 120),
    CONSTRAINT factura_linea_importe CHECK (importe >= 0),
    CONSTRAINT factura_linea_importe_euros CHECK (importe_euros >= 0),
    CONSTRAINT factura_linea_porcentaje CHECK (porcentaje BETWEEN 0 AND 100),
    CONSTRAINT factura_linea_reembolso CHECK (reembolso BETWEEN 0 AND round(importe_euros * coalesce(porcentaje, 0) / 100, 2)),
    CONSTRAINT factura_linea_version CHECK (version > 0)
);
COMMENT ON TABLE factura_linea IS 'A line of an invoice. Health data: readable with its request';
COMMENT ON COLUMN factura_linea.solicitud IS 'The request';
COMMENT ON COLUMN factura_linea.orden IS 'Place on the invoice, from 1';
COMMENT ON COLUMN factura_linea.acto IS 'Kind of act';
COMMENT ON COLUMN factura_linea.concepto IS 'What the invoice says';
COMMENT ON COLUMN factura_linea.fecha IS 'Day of care';
COMMENT ON COLUMN factura_linea.importe IS 'Amount in the currency of the invoice';
COMMENT ON COLUMN factura_linea.importe_euros IS 'Amount in euros';
COMMENT ON COLUMN factura_linea.porcentaje IS 'Per cent that the policy gives back, empty while undecided';
COMMENT ON COLUMN factura_linea.reembolso IS 'Given back, euros: less than the share when a limit is reached';
COMMENT ON COLUMN factura_linea.version IS 'Raised by each change';

CREATE TABLE consumo (
    asegurado        uuid NOT NULL REFERENCES asegurado DEFERRABLE,
    anualidad        integer NOT NULL,
    acto             clase_acto NOT NULL,
    sesiones         integer NOT NULL,
    servicios        integer NOT NULL,
    copago           numeric(12,2) NOT NULL,
    reembolso        numeric(12,2) NOT NULL,
    PRIMARY KEY (asegurado, anualidad, acto),
    CONSTRAINT consumo_sesiones CHECK (sesiones >= 0),
    CONSTRAINT consumo_servicios CHECK (servicios BETWEEN 0 AND sesiones),
    CONSTRAINT consumo_copago CHECK (copago >= 0),
    CONSTRAINT consumo_reembolso CHECK (reembolso >= 0)
);
COMMENT ON TABLE consumo IS 'What was used of the limits of a year, kept by triggers on acto and factura_linea. Health data';
COMMENT ON COLUMN consumo.asegurado IS 'The person on their policy: another policy has limits of its own';
COMMENT ON COLUMN consumo.anualidad IS 'Calendar year of care: policies end on 31 December';
COMMENT ON COLUMN consumo.acto IS 'Kind of act';
COMMENT ON COLUMN consumo.sesiones IS 'Acts in the network';
COMMENT ON COLUMN consumo.servicios IS 'Services they count as';
COMMENT ON COLUMN consumo.copago IS 'Copays, euros';
COMMENT ON COLUMN consumo.reembolso IS 'Given back, euros';

-- Counters --------------------------------------------------------------------------------------------------------
-- In the order of the key, so that two transactions wait for each other instead of deadlocking.

CREATE FUNCTION acto_contar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE consumo c SET sesiones = c.sesiones - v.sesiones, servicios = c.servicios - v.servicios, copago = c.copago - v.copago
        FROM (SELECT asegurado, extract(year FROM fecha)::integer AS anualidad, clase, count(*) AS sesiones,
                     count(servicio) AS servicios, sum(copago) AS copago
              FROM anteriores GROUP BY 1, 2, 3) v
        WHERE (c.asegurado, c.anualidad, c.acto) = (v.asegurado, v.anualidad, v.clase);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO consumo AS c (asegurado, anualidad, acto, sesiones, servicios, copago, reembolso)
        SELECT asegurado, extract(year FROM fecha)::integer, clase, count(*), count(servicio), sum(copago), 0
        FROM nuevos GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (asegurado, anualidad, acto) DO UPDATE SET sesiones = c.sesiones + excluded.sesiones,
            servicios = c.servicios + excluded.servicios, copago = c.copago + excluded.copago;
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION acto_contar() IS 'Keeps the counters of the network';
CREATE TRIGGER contar_alta AFTER INSERT ON acto REFERENCING NEW TABLE AS nuevos FOR EACH STATEMENT EXECUTE FUNCTION acto_contar();
CREATE TRIGGER contar_cambio AFTER UPDATE ON acto REFERENCING OLD TABLE AS anteriores NEW TABLE AS nuevos FOR EACH STATEMENT EXECUTE FUNCTION acto_contar();
CREATE TRIGGER contar_baja AFTER DELETE ON acto REFERENCING OLD TABLE AS anteriores FOR EACH STATEMENT EXECUTE FUNCTION acto_contar();

CREATE FUNCTION factura_linea_contar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE consumo c SET reembolso = c.reembolso - v.reembolso
        FROM (SELECT s.asegurado, extract(year FROM l.fecha)::integer AS anualidad, l.acto, sum(l.reembolso) AS reembolso
              FROM anteriores l JOIN solicitud_reembolso s ON s.id = l.solicitud WHERE l.reembolso > 0 GROUP BY 1, 2, 3) v
        WHERE (c.asegurado, c.anualidad, c.acto) = (v.asegurado, v.anualidad, v.acto);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO consumo AS c (asegurado, anualidad, acto, sesiones, servicios, copago, reembolso)
        SELECT s.asegurado, extract(year FROM l.fecha)::integer, l.acto, 0, 0, 0, sum(l.reembolso)
        FROM nuevas l JOIN solicitud_reembolso s ON s.id = l.solicitud WHERE l.reembolso > 0 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (asegurado, anualidad, acto) DO UPDATE SET reembolso = c.reembolso + excluded.reembolso;
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION factura_linea_contar() IS 'Keeps the counters of reimbursement';
CREATE TRIGGER contar_alta AFTER INSERT ON factura_linea REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION factura_linea_contar();
CREATE TRIGGER contar_cambio AFTER UPDATE ON factura_linea REFERENCING OLD TABLE AS anteriores NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION factura_linea_contar();
CREATE TRIGGER contar_baja AFTER DELETE ON factura_linea REFERENCING OLD TABLE AS anteriores FOR EACH STATEMENT EXECUTE FUNCTION factura_linea_contar();

-- A request says the sums of its lines. Checked when the transaction ends: header and lines are written one after the other.
CREATE FUNCTION solicitud_reembolso_cuadrar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
DECLARE
    cual uuid;
BEGIN
    FOREACH cual IN ARRAY CASE WHEN TG_TABLE_NAME = 'solicitud_reembolso' THEN ARRAY[NEW.id]
                               WHEN TG_OP = 'UPDATE' THEN ARRAY[(to_jsonb(OLD) ->> 'solicitud')::uuid, (to_jsonb(NEW) ->> 'solicitud')::uuid]
                               ELSE ARRAY[(to_jsonb(coalesce(NEW, OLD)) ->> 'solicitud')::uuid] END
    LOOP
        IF EXISTS (SELECT FROM solicitud_reembolso s
                   WHERE s.id = cual AND (s.importe, s.importe_euros, s.reembolso) IS DISTINCT FROM
                       (SELECT (coalesce(sum(l.importe), 0), coalesce(sum(l.importe_euros), 0), coalesce(sum(l.reembolso), 0))
                        FROM factura_linea l WHERE l.solicitud = cual)) THEN
            RAISE EXCEPTION 'the lines of an invoice add up to what its request says'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'solicitud_reembolso_cuadra', TABLE = 'solicitud_reembolso';
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION solicitud_reembolso_cuadrar() IS 'Refuses a request whose lines do not add up to its sums';
-- Bulk loads of the owner are checked by their tests: a million pending checks would fill the memory.
CREATE FUNCTION carga_masiva() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(current_setting('guichet.seeding', true), '') = 'on' AND pg_has_role(session_user, 'guichet_owner', 'MEMBER');
COMMENT ON FUNCTION carga_masiva() IS 'Whether the owner is loading in bulk';
CREATE CONSTRAINT TRIGGER solicitud_reembolso_cuadra AFTER INSERT OR UPDATE ON solicitud_reembolso DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NOT carga_masiva()) EXECUTE FUNCTION solicitud_reembolso_cuadrar();
CREATE CONSTRAINT TRIGGER factura_linea_cuadra AFTER INSERT OR UPDATE OR DELETE ON factura_linea DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NOT carga_masiva()) EXECUTE FUNCTION solicitud_reembolso_cuadrar();

-- Rights ----------------------------------------------------------------------------------------------------------

-- Who has one file of a person open reads what that person had on every policy: one call, one story.
CREATE FUNCTION expediente_abierto(de uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = es, public, pg_temp
AS $$
    SELECT directory.has_open('ES', 'member', de::text)
        OR EXISTS (SELECT FROM asegurado este JOIN asegurado otro ON otro.persona = este.persona AND otro.id <> de
                   WHERE este.id = de AND directory.has_open('ES', 'member', otro.id::text))
$$;
COMMENT ON FUNCTION expediente_abierto(uuid) IS 'Whether the signed-in role has a file of this row''s person open';

GRANT SELECT ON autorizacion, acto, factura_linea, consumo TO care_agent, operations, operations_lead, auditor;
ALTER TABLE autorizacion ENABLE ROW LEVEL SECURITY;
CREATE POLICY expediente_abierto ON autorizacion USING (expediente_abierto(asegurado));
ALTER TABLE acto ENABLE ROW LEVEL SECURITY;
CREATE POLICY expediente_abierto ON acto USING (expediente_abierto(asegurado));
ALTER TABLE consumo ENABLE ROW LEVEL SECURITY;
CREATE POLICY expediente_abierto ON consumo USING (expediente_abierto(asegurado));
DROP POLICY expediente_abierto ON solicitud_reembolso;
CREATE POLICY expediente_abierto ON solicitud_reembolso
    USING (directory.has_open('ES', 'claim', id::text) OR expediente_abierto(asegurado));
ALTER TABLE factura_linea ENABLE ROW LEVEL SECURITY;
CREATE POLICY con_su_solicitud ON factura_linea USING (EXISTS (SELECT FROM solicitud_reembolso s WHERE s.id = solicitud));

CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON autorizacion FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'asegurado');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON acto FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'asegurado');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON factura_linea FOR EACH ROW EXECUTE FUNCTION audit.track('claim', 'solicitud');
CREATE TRIGGER raise_version BEFORE UPDATE ON autorizacion FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON acto FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON factura_linea FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON solicitud_reembolso FOR EACH ROW EXECUTE FUNCTION audit.raise_version();

-- Which claims a change of cover touches: keys, days and states, no care. Readable while no file is open, by who may amend.
CREATE FUNCTION solicitudes_afectadas(asegurados uuid[], desde_ date)
    RETURNS TABLE (id uuid, numero text, asegurado uuid, primer_dia date, estado text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    SELECT s.id, s.numero, s.asegurado, s.primer_dia, s.estado
    FROM solicitud_reembolso s
    WHERE s.asegurado = ANY (asegurados) AND s.primer_dia >= desde_
      AND access.is_any('care_agent', 'operations', 'operations_lead') AND 'ES' = ANY (access.my_countries())
    ORDER BY s.primer_dia, s.id
$$;
COMMENT ON FUNCTION solicitudes_afectadas(uuid[], date) IS 'Requests of these people for care had from that day on';
