-- What is sold: products and their modalities, what they pay for, from when, how much of it, and at which price.
-- All of it dated: the day of care, or the month of the premium, decides which row counts. Runs with search_path = es, public.

CREATE DOMAIN clase_acto AS text CONSTRAINT clase_acto_conocida CHECK (VALUE IN
    ('CONSULTA', 'ESPECIALISTA', 'URGENCIA', 'FISIOTERAPIA', 'PRUEBA_COMPLEJA', 'HOSPITALIZACION', 'PARTO', 'CIRUGIA'));
COMMENT ON DOMAIN clase_acto IS 'Kind of medical act, as policies speak of them';

CREATE TABLE provincia (
    codigo           text PRIMARY KEY,
    nombre           text NOT NULL,
    CONSTRAINT provincia_codigo CHECK (codigo ~ '^(0[1-9]|[1-4][0-9]|5[0-2])$'),
    CONSTRAINT provincia_nombre CHECK (length(nombre) BETWEEN 1 AND 40)
);
COMMENT ON TABLE provincia IS 'The fifty provinces and the two autonomous cities';
COMMENT ON COLUMN provincia.codigo IS 'Code of the INE, which postcodes begin with';
COMMENT ON COLUMN provincia.nombre IS 'Name as the INE writes it';
INSERT INTO provincia (codigo, nombre) VALUES
    ('01', 'Araba/Álava'), ('02', 'Albacete'), ('03', 'Alicante/Alacant'), ('04', 'Almería'), ('05', 'Ávila'), ('06', 'Badajoz'),
    ('07', 'Illes Balears'), ('08', 'Barcelona'), ('09', 'Burgos'), ('10', 'Cáceres'), ('11', 'Cádiz'), ('12', 'Castellón/Castelló'),
    ('13', 'Ciudad Real'), ('14', 'Córdoba'), ('15', 'A Coruña'), ('16', 'Cuenca'), ('17', 'Girona'), ('18', 'Granada'),
    ('19', 'Guadalajara'), ('20', 'Gipuzkoa'), ('21', 'Huelva'), ('22', 'Huesca'), ('23', 'Jaén'), ('24', 'León'), ('25', 'Lleida'),
    ('26', 'La Rioja'), ('27', 'Lugo'), ('28', 'Madrid'), ('29', 'Málaga'), ('30', 'Murcia'), ('31', 'Navarra'), ('32', 'Ourense'),
    ('33', 'Asturias'), ('34', 'Palencia'), ('35', 'Las Palmas'), ('36', 'Pontevedra'), ('37', 'Salamanca'),
    ('38', 'Santa Cruz de Tenerife'), ('39', 'Cantabria'), ('40', 'Segovia'), ('41', 'Sevilla'), ('42', 'Soria'), ('43', 'Tarragona'),
    ('44', 'Teruel'), ('45', 'Toledo'), ('46', 'Valencia/València'), ('47', 'Valladolid'), ('48', 'Bizkaia'), ('49', 'Zamora'),
    ('50', 'Zaragoza'), ('51', 'Ceuta'), ('52', 'Melilla');

CREATE TABLE parametro (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    codigo           text NOT NULL,
    valor            numeric(8,6) NOT NULL,
    desde            date NOT NULL,
    hasta            date,
    CONSTRAINT parametro_codigo CHECK (codigo IN ('CCS', 'PAGO_ANUAL', 'GRUPO')),
    CONSTRAINT parametro_valor CHECK (valor BETWEEN 0 AND 1),
    CONSTRAINT parametro_periodo CHECK (hasta >= desde),
    CONSTRAINT parametro_sin_solape EXCLUDE USING gist (codigo WITH =, daterange(desde, hasta, '[]') WITH &&)
);
COMMENT ON TABLE parametro IS 'Rates of the premium that are the same for every product';
COMMENT ON COLUMN parametro.id IS 'Key';
COMMENT ON COLUMN parametro.codigo IS
    'CCS: surcharge of the Consorcio on the yearly net premium; PAGO_ANUAL: discount for yearly payment; GRUPO: discount from four insured persons';
COMMENT ON COLUMN parametro.valor IS 'Rate, 0.0015 for 0.15 %';
COMMENT ON COLUMN parametro.desde IS 'First day';
COMMENT ON COLUMN parametro.hasta IS 'Last day, empty while it holds';
INSERT INTO parametro (codigo, valor, desde) VALUES
    ('CCS', 0.0015, '2000-01-01'), ('PAGO_ANUAL', 0.04, '2000-01-01'), ('GRUPO', 0.10, '2000-01-01');

CREATE TABLE producto (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    codigo           text NOT NULL,
    nombre           text NOT NULL,
    segmento         text NOT NULL,
    muestra          boolean NOT NULL DEFAULT false,
    desde            date NOT NULL,
    hasta            date,
    CONSTRAINT producto_codigo CHECK (codigo ~ '^[A-Z][A-Z0-9-]{1,29}$'),
    CONSTRAINT producto_nombre CHECK (length(nombre) BETWEEN 1 AND 80),
    CONSTRAINT producto_segmento CHECK (segmento IN ('FAMILIA', 'AUTONOMO', 'PYME', 'GRAN_CUENTA')),
    CONSTRAINT producto_periodo CHECK (hasta >= desde)
);
CREATE UNIQUE INDEX producto_por_codigo ON producto (codigo);
COMMENT ON TABLE producto IS 'Something this insurer sells, or sold';
COMMENT ON COLUMN producto.id IS 'Key';
COMMENT ON COLUMN producto.codigo IS 'What the trade calls it by in files';
COMMENT ON COLUMN producto.nombre IS 'Commercial name';
COMMENT ON COLUMN producto.segmento IS 'For families, the self-employed, small and medium companies, or large accounts';
COMMENT ON COLUMN producto.muestra IS 'Invented for demonstrations';
COMMENT ON COLUMN producto.desde IS 'First day of sale';
COMMENT ON COLUMN producto.hasta IS 'Last day of sale, empty while it is sold';

CREATE TABLE modalidad (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    producto         uuid NOT NULL REFERENCES producto,
    codigo           text NOT NULL,
    nombre           text NOT NULL,
    tipo             text NOT NULL,
    CONSTRAINT modalidad_codigo CHECK (codigo ~ '^[A-Z][A-Z0-9-]{1,29}$'),
    CONSTRAINT modalidad_nombre CHECK (length(nombre) BETWEEN 1 AND 80),
    CONSTRAINT modalidad_tipo CHECK (tipo IN ('CUADRO_MEDICO', 'COPAGO', 'REEMBOLSO', 'MIXTA'))
);
CREATE UNIQUE INDEX modalidad_por_codigo ON modalidad (codigo);
CREATE INDEX modalidad_producto ON modalidad (producto);
COMMENT ON TABLE modalidad IS 'A form in which a product can be taken';
COMMENT ON COLUMN modalidad.id IS 'Key';
COMMENT ON COLUMN modalidad.producto IS 'The product';
COMMENT ON COLUMN modalidad.codigo IS 'What the trade calls it by in files';
COMMENT ON COLUMN modalidad.nombre IS 'Commercial name';
COMMENT ON COLUMN modalidad.tipo IS 'Network only, network with copay, reimbursement, or mixed';

CREATE TABLE prestacion (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    producto         uuid NOT NULL REFERENCES producto,
    acto             clase_acto NOT NULL,
    autorizacion     boolean NOT NULL,
    desde            date NOT NULL,
    hasta            date,
    CONSTRAINT prestacion_urgencia CHECK (acto <> 'URGENCIA' OR NOT autorizacion),
    CONSTRAINT prestacion_periodo CHECK (hasta >= desde),
    CONSTRAINT prestacion_sin_solape EXCLUDE USING gist
        (producto WITH =, (acto::text) WITH =, daterange(desde, hasta, '[]') WITH &&)
);
COMMENT ON TABLE prestacion IS 'A kind of act that a product pays for';
COMMENT ON COLUMN prestacion.id IS 'Key';
COMMENT ON COLUMN prestacion.producto IS 'The product';
COMMENT ON COLUMN prestacion.acto IS 'Kind of act';
COMMENT ON COLUMN prestacion.autorizacion IS 'Must be authorised first; never so for emergencies';
COMMENT ON COLUMN prestacion.desde IS 'First day of care';
COMMENT ON COLUMN prestacion.hasta IS 'Last day of care, empty while it holds';

CREATE TABLE carencia (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    producto         uuid NOT NULL REFERENCES producto,
    acto             clase_acto NOT NULL,
    meses            integer NOT NULL,
    dispensable      boolean NOT NULL,
    desde            date NOT NULL,
    hasta            date,
    CONSTRAINT carencia_meses CHECK (meses BETWEEN 1 AND 24),
    CONSTRAINT carencia_urgencia CHECK (acto <> 'URGENCIA'),
    CONSTRAINT carencia_parto CHECK (acto <> 'PARTO' OR NOT dispensable),
    CONSTRAINT carencia_periodo CHECK (hasta >= desde),
    CONSTRAINT carencia_sin_solape EXCLUDE USING gist
        (producto WITH =, (acto::text) WITH =, daterange(desde, hasta, '[]') WITH &&)
);
COMMENT ON TABLE carencia IS 'Waiting period: months since entry in which a kind of act is not paid. Emergencies have none';
COMMENT ON COLUMN carencia.id IS 'Key';
COMMENT ON COLUMN carencia.producto IS 'The product';
COMMENT ON COLUMN carencia.acto IS 'Kind of act';
COMMENT ON COLUMN carencia.meses IS 'Months since the first day covered';
COMMENT ON COLUMN carencia.dispensable IS 'Waived for people who come from another insurer; childbirth never is';
COMMENT ON COLUMN carencia.desde IS 'First day of care';
COMMENT ON COLUMN carencia.hasta IS 'Last day of care, empty while it holds';

CREATE TABLE copago_tramo (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    modalidad        uuid NOT NULL REFERENCES modalidad,
    acto             clase_acto,
    servicio_desde   integer NOT NULL DEFAULT 1,
    servicio_hasta   integer,
    importe          numeric(8,2) NOT NULL,
    desde            date NOT NULL,
    hasta            date,
    CONSTRAINT copago_tramo_servicio CHECK (servicio_desde >= 1),
    CONSTRAINT copago_tramo_servicios CHECK (servicio_hasta >= servicio_desde),
    CONSTRAINT copago_tramo_importe CHECK (importe >= 0),
    CONSTRAINT copago_tramo_periodo CHECK (hasta >= desde),
    CONSTRAINT copago_tramo_sin_solape EXCLUDE USING gist
        (modalidad WITH =, (coalesce(acto::text, '')) WITH =, int4range(servicio_desde, servicio_hasta, '[]') WITH &&,
         daterange(desde, hasta, '[]') WITH &&)
);
COMMENT ON TABLE copago_tramo IS 'What an insured person pays for a service: an amount per act, or tiers by the number of services in the year';
COMMENT ON COLUMN copago_tramo.id IS 'Key';
COMMENT ON COLUMN copago_tramo.modalidad IS 'The modality';
COMMENT ON COLUMN copago_tramo.acto IS 'Kind of act; empty: all that have no row of their own';
COMMENT ON COLUMN copago_tramo.servicio_desde IS 'From this service of the year on';
COMMENT ON COLUMN copago_tramo.servicio_hasta IS 'Up to this service of the year, empty for all further ones';
COMMENT ON COLUMN copago_tramo.importe IS 'Euros a service';
COMMENT ON COLUMN copago_tramo.desde IS 'First day of care';
COMMENT ON COLUMN copago_tramo.hasta IS 'Last day of care, empty while it holds';

CREATE TABLE copago_tope (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    modalidad        uuid NOT NULL REFERENCES modalidad,
    importe          numeric(8,2) NOT NULL,
    desde            date NOT NULL,
    hasta            date,
    CONSTRAINT copago_tope_importe CHECK (importe > 0),
    CONSTRAINT copago_tope_periodo CHECK (hasta >= desde),
    CONSTRAINT copago_tope_sin_solape EXCLUDE USING gist (modalidad WITH =, daterange(desde, hasta, '[]') WITH &&)
);
COMMENT ON TABLE copago_tope IS 'The most an insured person pays as copay in a year';
COMMENT ON COLUMN copago_tope.id IS 'Key';
COMMENT ON COLUMN copago_tope.modalidad IS 'The modality';
COMMENT ON COLUMN copago_tope.importe IS 'Euros a calendar year';
COMMENT ON COLUMN copago_tope.desde IS 'First day of care';
COMMENT ON COLUMN copago_tope.hasta IS 'Last day of care, empty while it holds';

CREATE TABLE limite_reembolso (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    modalidad        uuid NOT NULL REFERENCES modalidad,
    acto             clase_acto,
    porcentaje_espana numeric(5,2) NOT NULL,
    porcentaje_extranjero numeric(5,2) NOT NULL,
    limite_acto      numeric(10,2),
    limite_anual     numeric(10,2),
    capital          numeric(10,2),
    desde            date NOT NULL,
    hasta            date,
    CONSTRAINT limite_reembolso_porcentaje_espana CHECK (porcentaje_espana BETWEEN 0 AND 100),
    CONSTRAINT limite_reembolso_porcentaje_extranjero CHECK (porcentaje_extranjero BETWEEN 0 AND 100),
    CONSTRAINT limite_reembolso_limite_acto CHECK (limite_acto > 0),
    CONSTRAINT limite_reembolso_limite_anual CHECK (limite_anual IS NULL OR limite_anual > 0 AND acto IS NOT NULL),
    CONSTRAINT limite_reembolso_capital CHECK ((capital IS NOT NULL) = (acto IS NULL) AND capital > 0),
    CONSTRAINT limite_reembolso_limites CHECK (limite_acto <= limite_anual),
    CONSTRAINT limite_reembolso_periodo CHECK (hasta >= desde),
    CONSTRAINT limite_reembolso_sin_solape EXCLUDE USING gist
        (modalidad WITH =, (coalesce(acto::text, '')) WITH =, daterange(desde, hasta, '[]') WITH &&)
);
COMMENT ON TABLE limite_reembolso IS 'How much of an invoice of a provider outside the network is given back';
COMMENT ON COLUMN limite_reembolso.id IS 'Key';
COMMENT ON COLUMN limite_reembolso.modalidad IS 'The modality';
COMMENT ON COLUMN limite_reembolso.acto IS 'Kind of act with rates of its own; empty: the row of the insured capital and of all other acts';
COMMENT ON COLUMN limite_reembolso.porcentaje_espana IS 'Per cent given back of care in Spain';
COMMENT ON COLUMN limite_reembolso.porcentaje_extranjero IS 'Per cent given back of care abroad';
COMMENT ON COLUMN limite_reembolso.limite_acto IS 'At most so many euros an act';
COMMENT ON COLUMN limite_reembolso.limite_anual IS 'At most so many euros a year for this kind of act';
COMMENT ON COLUMN limite_reembolso.capital IS 'At most so many euros a year for a person; the first year by the days left of it';
COMMENT ON COLUMN limite_reembolso.desde IS 'First day of care';
COMMENT ON COLUMN limite_reembolso.hasta IS 'Last day of care, empty while it holds';

CREATE TABLE zona_tarifa (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    provincia        text NOT NULL REFERENCES provincia,
    zona             text NOT NULL,
    desde            date NOT NULL,
    hasta            date,
    CONSTRAINT zona_tarifa_zona CHECK (zona IN ('A', 'B', 'C')),
    CONSTRAINT zona_tarifa_periodo CHECK (hasta >= desde),
    CONSTRAINT zona_tarifa_sin_solape EXCLUDE USING gist (provincia WITH =, daterange(desde, hasta, '[]') WITH &&)
);
COMMENT ON TABLE zona_tarifa IS 'Groups of provinces that share a tariff';
COMMENT ON COLUMN zona_tarifa.id IS 'Key';
COMMENT ON COLUMN zona_tarifa.provincia IS 'The province';
COMMENT ON COLUMN zona_tarifa.zona IS 'A is the dearest';
COMMENT ON COLUMN zona_tarifa.desde IS 'First day';
COMMENT ON COLUMN zona_tarifa.hasta IS 'Last day, empty while it holds';

CREATE TABLE tarifa (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    modalidad        uuid NOT NULL REFERENCES modalidad,
    zona             text NOT NULL,
    edad_desde       integer NOT NULL,
    edad_hasta       integer NOT NULL,
    mensual          numeric(8,2) NOT NULL,
    desde            date NOT NULL,
    hasta            date,
    CONSTRAINT tarifa_zona CHECK (zona IN ('A', 'B', 'C')),
    CONSTRAINT tarifa_edad CHECK (edad_desde >= 0),
    CONSTRAINT tarifa_edades CHECK (edad_hasta >= edad_desde),
    CONSTRAINT tarifa_mensual CHECK (mensual > 0),
    CONSTRAINT tarifa_periodo CHECK (hasta >= desde),
    CONSTRAINT tarifa_sin_solape EXCLUDE USING gist
        (modalidad WITH =, zona WITH =, int4range(edad_desde, edad_hasta, '[]') WITH &&, daterange(desde, hasta, '[]') WITH &&)
);
COMMENT ON TABLE tarifa IS 'Net premium a month of one person by age and zone. The same for both sexes: Directive 2004/113/EC, judgment C-236/09';
COMMENT ON COLUMN tarifa.id IS 'Key';
COMMENT ON COLUMN tarifa.modalidad IS 'The modality';
COMMENT ON COLUMN tarifa.zona IS 'Group of provinces';
COMMENT ON COLUMN tarifa.edad_desde IS 'From this age on, in full years on 1 January';
COMMENT ON COLUMN tarifa.edad_hasta IS 'Up to this age';
COMMENT ON COLUMN tarifa.mensual IS 'Euros a month';
COMMENT ON COLUMN tarifa.desde IS 'First day';
COMMENT ON COLUMN tarifa.hasta IS 'Last day, empty while it holds';

GRANT SELECT ON provincia, parametro, producto, modalidad, prestacion, carencia, copago_tramo, copago_tope, limite_reembolso,
    zona_tarifa, tarifa TO care_agent, operations, operations_lead, auditor, sales;

CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON provincia FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'codigo');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON parametro FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'codigo');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON producto FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'id');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON modalidad FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'producto');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON prestacion FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'producto');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON carencia FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'producto');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON copago_tramo FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'modalidad');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON copago_tope FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'modalidad');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON limite_reembolso FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'modalidad');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON zona_tarifa FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'provincia');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON tarifa FOR EACH ROW EXECUTE FUNCTION audit.track('product', 'modalidad');
