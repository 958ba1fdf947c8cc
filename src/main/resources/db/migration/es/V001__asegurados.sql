-- Spain: policyholders, policies, the people insured on them and their claims, in the words of a Spanish insurer.
-- Runs as guichet_owner with search_path = es, public.

-- Identifiers -----------------------------------------------------------------------------------------------------

CREATE FUNCTION letra_dni(cifras text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN substr('TRWAGMYFPDXBNJZSQVHLCKE', (cifras::bigint % 23)::integer + 1, 1);
COMMENT ON FUNCTION letra_dni(text) IS 'Control letter of the eight digits of a DNI';

CREATE FUNCTION documento_valido(tipo text, numero text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE tipo
        WHEN 'DNI' THEN numero ~ '^[0-9]{8}[A-Z]$' AND right(numero, 1) = letra_dni(left(numero, 8))
        WHEN 'NIE' THEN numero ~ '^[XYZ][0-9]{7}[A-Z]$' AND right(numero, 1) = letra_dni(translate(left(numero, 8), 'XYZ', '012'))
        WHEN 'PASAPORTE' THEN numero ~ '^[A-Z0-9]{5,15}$'
        ELSE false
    END;
COMMENT ON FUNCTION documento_valido(text, text) IS 'Whether a document number fits its type: DNI and NIE with control letter, passport by shape';

CREATE FUNCTION naf_valido(naf text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN right(naf, 2)::integer = (CASE WHEN substr(naf, 3, 8)::bigint < 10000000
        THEN substr(naf, 3, 8)::bigint + left(naf, 2)::bigint * 10000000
        ELSE left(naf, 10)::bigint END) % 97;
COMMENT ON FUNCTION naf_valido(text) IS 'Control of a Social Security affiliation number (NAF)';

-- Policyholders and policies --------------------------------------------------------------------------------------

CREATE TABLE tomador (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tipo             text NOT NULL,
    nif              text NOT NULL,
    nombre           text NOT NULL,
    ccc              text,
    plantilla        integer,
    codigo_postal    text,
    municipio        text,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT tomador_tipo CHECK (tipo IN ('EMPRESA', 'PARTICULAR')),
    CONSTRAINT tomador_nif CHECK (CASE tipo
        WHEN 'EMPRESA' THEN nif ~ '^[ABCDEFGHJNPQRSUVW][0-9]{7}[0-9A-J]$'
        ELSE documento_valido('DNI', nif) OR documento_valido('NIE', nif) END),
    CONSTRAINT tomador_nombre CHECK (length(nombre) BETWEEN 1 AND 160),
    CONSTRAINT tomador_ccc CHECK (ccc IS NULL OR ccc ~ '^[0-9]{11}$' AND tipo = 'EMPRESA'),
    CONSTRAINT tomador_plantilla CHECK (plantilla >= 0),
    CONSTRAINT tomador_codigo_postal CHECK (codigo_postal ~ '^(0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}$'),
    CONSTRAINT tomador_version CHECK (version > 0)
);
CREATE UNIQUE INDEX tomador_por_nif ON tomador (nif);
COMMENT ON TABLE tomador IS 'Who takes out and pays a policy: a company, or a person for the family';
COMMENT ON COLUMN tomador.id IS 'Key';
COMMENT ON COLUMN tomador.tipo IS 'Company or private person';
COMMENT ON COLUMN tomador.nif IS 'Tax number: of an organisation (former CIF), or the person''s DNI or NIE';
COMMENT ON COLUMN tomador.nombre IS 'Registered name, or name and surnames';
COMMENT ON COLUMN tomador.ccc IS 'Contribution account with the Social Security (código de cuenta de cotización); companies only';
COMMENT ON COLUMN tomador.plantilla IS 'Number of employees; companies only';
COMMENT ON COLUMN tomador.codigo_postal IS 'Postcode; the first two digits are the province';
COMMENT ON COLUMN tomador.municipio IS 'Municipality';
COMMENT ON COLUMN tomador.version IS 'Raised by each save';

CREATE TABLE poliza (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    numero           text NOT NULL,
    tomador          uuid NOT NULL REFERENCES tomador DEFERRABLE,
    modalidad        text NOT NULL,
    efecto           date NOT NULL,
    vencimiento      date NOT NULL,
    forma_pago       text NOT NULL,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT poliza_numero CHECK (numero ~ '^S[0-9]{9}$'),
    CONSTRAINT poliza_modalidad CHECK (modalidad IN ('CUADRO_MEDICO', 'COPAGO', 'REEMBOLSO', 'MIXTA')),
    CONSTRAINT poliza_vencimiento CHECK (vencimiento > efecto AND extract(month FROM vencimiento) = 12 AND extract(day FROM vencimiento) = 31),
    CONSTRAINT poliza_forma_pago CHECK (forma_pago IN ('MENSUAL', 'TRIMESTRAL', 'SEMESTRAL', 'ANUAL')),
    CONSTRAINT poliza_version CHECK (version > 0)
);
CREATE UNIQUE INDEX poliza_por_numero ON poliza (numero);
CREATE INDEX poliza_tomador ON poliza (tomador);
COMMENT ON TABLE poliza IS 'A health policy; ends on 31 December and is renewed by the year';
COMMENT ON COLUMN poliza.id IS 'Key';
COMMENT ON COLUMN poliza.numero IS 'Policy number, S and nine digits';
COMMENT ON COLUMN poliza.tomador IS 'The policyholder';
COMMENT ON COLUMN poliza.modalidad IS 'Network only, network with copay, reimbursement, or mixed';
COMMENT ON COLUMN poliza.efecto IS 'First day covered';
COMMENT ON COLUMN poliza.vencimiento IS 'Next 31 December on which it ends or is renewed';
COMMENT ON COLUMN poliza.forma_pago IS 'How the premium is split over the year';
COMMENT ON COLUMN poliza.version IS 'Raised by each save';

-- People ----------------------------------------------------------------------------------------------------------

CREATE TABLE asegurado (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tipo_documento   text,
    numero_documento text,
    nombre           text NOT NULL,
    primer_apellido  text NOT NULL,
    segundo_apellido text,
    fecha_nacimiento date NOT NULL,
    sexo             text NOT NULL,
    naf              text,
    poliza           uuid NOT NULL REFERENCES poliza DEFERRABLE,
    parentesco       text NOT NULL,
    fecha_alta       date NOT NULL,
    fecha_baja       date,
    antiguedad_reconocida date,
    idioma           text NOT NULL DEFAULT 'es',
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT asegurado_documento CHECK ((tipo_documento IS NULL) = (numero_documento IS NULL)
        AND documento_valido(tipo_documento, numero_documento)),
    CONSTRAINT asegurado_nombre CHECK (nombre = btrim(nombre) AND length(nombre) BETWEEN 1 AND 80),
    CONSTRAINT asegurado_primer_apellido CHECK (primer_apellido = btrim(primer_apellido) AND length(primer_apellido) BETWEEN 1 AND 80),
    CONSTRAINT asegurado_segundo_apellido CHECK (segundo_apellido = btrim(segundo_apellido) AND length(segundo_apellido) BETWEEN 1 AND 80),
    -- current_date only moves forward: a row that was valid stays valid
    CONSTRAINT asegurado_fecha_nacimiento CHECK (fecha_nacimiento BETWEEN '1880-01-01' AND current_date),
    CONSTRAINT asegurado_sexo CHECK (sexo IN ('H', 'M')),
    CONSTRAINT asegurado_naf CHECK (naf ~ '^[0-9]{12}$' AND naf_valido(naf)),
    CONSTRAINT asegurado_parentesco CHECK (parentesco IN ('TITULAR', 'CONYUGE', 'HIJO', 'OTRO')),
    CONSTRAINT asegurado_periodo CHECK (fecha_baja >= fecha_alta),
    CONSTRAINT asegurado_antiguedad CHECK (antiguedad_reconocida <= fecha_alta),
    -- one person is on one policy once at a time; who left may come back as a new row
    CONSTRAINT asegurado_sin_solape EXCLUDE USING gist
        (poliza WITH =, numero_documento WITH =, daterange(fecha_alta, fecha_baja, '[]') WITH &&)
        WHERE (numero_documento IS NOT NULL),
    CONSTRAINT asegurado_idioma CHECK (idioma IN ('es', 'ca', 'gl', 'eu', 'en', 'fr', 'nl', 'de')),
    CONSTRAINT asegurado_version CHECK (version > 0)
);
CREATE INDEX asegurado_por_documento ON asegurado (numero_documento);
CREATE INDEX asegurado_poliza ON asegurado (poliza);
CREATE INDEX asegurado_nacimiento ON asegurado (fecha_nacimiento, primer_apellido);
COMMENT ON TABLE asegurado IS 'A person insured on a policy';
COMMENT ON COLUMN asegurado.id IS 'Key; names the member file everywhere';
COMMENT ON COLUMN asegurado.tipo_documento IS 'DNI, NIE or passport; empty for children who have none yet';
COMMENT ON COLUMN asegurado.numero_documento IS 'Number of the document, without separators';
COMMENT ON COLUMN asegurado.nombre IS 'First names';
COMMENT ON COLUMN asegurado.primer_apellido IS 'First surname';
COMMENT ON COLUMN asegurado.segundo_apellido IS 'Second surname; foreigners often have none';
COMMENT ON COLUMN asegurado.fecha_nacimiento IS 'Birth date';
COMMENT ON COLUMN asegurado.sexo IS 'H (hombre) or M (mujer)';
COMMENT ON COLUMN asegurado.naf IS 'Social Security affiliation number, twelve digits';
COMMENT ON COLUMN asegurado.poliza IS 'The policy';
COMMENT ON COLUMN asegurado.parentesco IS 'Kinship with the first insured of the family';
COMMENT ON COLUMN asegurado.fecha_alta IS 'First day covered';
COMMENT ON COLUMN asegurado.fecha_baja IS 'Last day covered, empty while covered';
COMMENT ON COLUMN asegurado.antiguedad_reconocida IS 'Recognised seniority: insured since, with us or elsewhere; shortens waiting periods';
COMMENT ON COLUMN asegurado.idioma IS 'Language of all letters, ISO 639-1; the co-official ones too';
COMMENT ON COLUMN asegurado.version IS 'Raised by each save of any part of the member file';

CREATE TABLE domicilio (
    asegurado        uuid PRIMARY KEY REFERENCES asegurado DEFERRABLE,
    tipo_via         text,
    nombre_via       text,
    numero           text,
    piso_puerta      text,
    codigo_postal    text,
    municipio        text,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT domicilio_tipo_via CHECK (tipo_via IN ('CALLE', 'AVENIDA', 'PLAZA', 'PASEO', 'CAMINO', 'RONDA', 'CARRETERA', 'TRAVESIA')),
    CONSTRAINT domicilio_nombre_via CHECK (length(nombre_via) BETWEEN 1 AND 100),
    CONSTRAINT domicilio_numero CHECK (length(numero) BETWEEN 1 AND 10),
    CONSTRAINT domicilio_piso_puerta CHECK (length(piso_puerta) BETWEEN 1 AND 20),
    CONSTRAINT domicilio_codigo_postal CHECK (codigo_postal ~ '^(0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}$'),
    CONSTRAINT domicilio_municipio CHECK (length(municipio) BETWEEN 1 AND 80),
    CONSTRAINT domicilio_version CHECK (version > 0)
);
COMMENT ON TABLE domicilio IS 'Where a person lives';
COMMENT ON COLUMN domicilio.asegurado IS 'The person';
COMMENT ON COLUMN domicilio.tipo_via IS 'Kind of street';
COMMENT ON COLUMN domicilio.nombre_via IS 'Name of the street';
COMMENT ON COLUMN domicilio.numero IS 'House number, or s/n';
COMMENT ON COLUMN domicilio.piso_puerta IS 'Floor and door';
COMMENT ON COLUMN domicilio.codigo_postal IS 'Postcode; the first two digits are the province';
COMMENT ON COLUMN domicilio.municipio IS 'Municipality';
COMMENT ON COLUMN domicilio.version IS 'Version of the member file that wrote this row last';

CREATE TABLE contacto (
    asegurado        uuid PRIMARY KEY REFERENCES asegurado DEFERRABLE,
    movil            text,
    telefono         text,
    correo           text,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT contacto_movil CHECK (movil ~ '^\+[1-9][0-9]{5,14}$'),
    CONSTRAINT contacto_telefono CHECK (telefono ~ '^\+[1-9][0-9]{5,14}$'),
    CONSTRAINT contacto_correo CHECK (correo = lower(correo) AND correo ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' AND length(correo) <= 254),
    CONSTRAINT contacto_version CHECK (version > 0)
);
COMMENT ON TABLE contacto IS 'How a person is reached';
COMMENT ON COLUMN contacto.asegurado IS 'The person';
COMMENT ON COLUMN contacto.movil IS 'Mobile phone, E.164';
COMMENT ON COLUMN contacto.telefono IS 'Landline, E.164';
COMMENT ON COLUMN contacto.correo IS 'E-mail address, lower case';
COMMENT ON COLUMN contacto.version IS 'Version of the member file that wrote this row last';

CREATE TABLE cuenta_bancaria (
    asegurado        uuid PRIMARY KEY REFERENCES asegurado DEFERRABLE,
    iban             text,
    titular          text,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT cuenta_bancaria_iban CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    CONSTRAINT cuenta_bancaria_titular CHECK (length(titular) BETWEEN 1 AND 80),
    CONSTRAINT cuenta_bancaria_version CHECK (version > 0)
);
CREATE INDEX cuenta_bancaria_por_iban ON cuenta_bancaria (iban);
COMMENT ON TABLE cuenta_bancaria IS 'The account that reimbursements are paid to';
COMMENT ON COLUMN cuenta_bancaria.asegurado IS 'The person reimbursed';
COMMENT ON COLUMN cuenta_bancaria.iban IS 'IBAN without blanks';
COMMENT ON COLUMN cuenta_bancaria.titular IS 'Holder of the account when it is not the person';
COMMENT ON COLUMN cuenta_bancaria.version IS 'Version of the member file that wrote this row last';

CREATE TABLE asistencia_publica (
    asegurado        uuid PRIMARY KEY REFERENCES asegurado DEFERRABLE,
    comunidad_autonoma text,
    tarjeta_sanitaria text,
    mutualidad       text,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT asistencia_publica_comunidad CHECK (comunidad_autonoma IN ('AN', 'AR', 'AS', 'CB', 'CE', 'CL', 'CM', 'CN', 'CT', 'EX',
        'GA', 'IB', 'MC', 'MD', 'ML', 'NC', 'PV', 'RI', 'VC')),
    CONSTRAINT asistencia_publica_tarjeta CHECK (tarjeta_sanitaria ~ '^[A-Z0-9]{8,16}$'),
    CONSTRAINT asistencia_publica_mutualidad CHECK (mutualidad IN ('MUFACE', 'ISFAS', 'MUGEJU')),
    CONSTRAINT asistencia_publica_version CHECK (version > 0)
);
COMMENT ON TABLE asistencia_publica IS 'Cover by the public health service beside the policy';
COMMENT ON COLUMN asistencia_publica.asegurado IS 'The person';
COMMENT ON COLUMN asistencia_publica.comunidad_autonoma IS 'Region whose health service is responsible, ISO 3166-2:ES letters';
COMMENT ON COLUMN asistencia_publica.tarjeta_sanitaria IS 'Number on the regional health card; each region has its own form';
COMMENT ON COLUMN asistencia_publica.mutualidad IS 'Mutual fund of civil servants, soldiers or judges, for those who have chosen one';
COMMENT ON COLUMN asistencia_publica.version IS 'Version of the member file that wrote this row last';

CREATE TABLE cuestionario_salud (
    asegurado        uuid PRIMARY KEY REFERENCES asegurado DEFERRABLE,
    cumplimentado    date,
    fumador          boolean NOT NULL DEFAULT false,
    preexistencias   text,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT cuestionario_salud_preexistencias CHECK (length(preexistencias) BETWEEN 1 AND 500),
    CONSTRAINT cuestionario_salud_cumplimentado CHECK (cumplimentado <= current_date),
    CONSTRAINT cuestionario_salud_version CHECK (version > 0)
);
COMMENT ON TABLE cuestionario_salud IS 'Health questionnaire answered on joining. Health data: readable while the file is open';
COMMENT ON COLUMN cuestionario_salud.asegurado IS 'The person';
COMMENT ON COLUMN cuestionario_salud.cumplimentado IS 'Day it was answered';
COMMENT ON COLUMN cuestionario_salud.fumador IS 'Smokes';
COMMENT ON COLUMN cuestionario_salud.preexistencias IS 'Conditions declared, which the policy may exclude';
COMMENT ON COLUMN cuestionario_salud.version IS 'Version of the member file that wrote this row last';

-- Claims ----------------------------------------------------------------------------------------------------------

CREATE TABLE solicitud_reembolso (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    numero           text NOT NULL,
    asegurado        uuid NOT NULL REFERENCES asegurado DEFERRABLE,
    recibida         date NOT NULL,
    territorio       text NOT NULL DEFAULT 'ES',
    moneda           text NOT NULL DEFAULT 'EUR',
    estado           text NOT NULL,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT solicitud_reembolso_numero CHECK (numero ~ '^R[0-9]{12}$'),
    CONSTRAINT solicitud_reembolso_territorio CHECK (territorio IN ('ES', 'EXTRANJERO')),
    CONSTRAINT solicitud_reembolso_moneda CHECK (moneda ~ '^[A-Z]{3}$'),
    CONSTRAINT solicitud_reembolso_estado CHECK (estado IN ('RECIBIDA', 'EN_TRAMITE', 'LIQUIDADA', 'PAGADA', 'DENEGADA')),
    CONSTRAINT solicitud_reembolso_version CHECK (version > 0)
);
CREATE UNIQUE INDEX solicitud_reembolso_por_numero ON solicitud_reembolso (numero);
CREATE INDEX solicitud_reembolso_asegurado ON solicitud_reembolso (asegurado, recibida DESC);
COMMENT ON TABLE solicitud_reembolso IS 'A request for reimbursement (header). Health data: readable while it or its member is open';
COMMENT ON COLUMN solicitud_reembolso.id IS 'Key';
COMMENT ON COLUMN solicitud_reembolso.numero IS 'R, year (4) and serial number (8)';
COMMENT ON COLUMN solicitud_reembolso.asegurado IS 'The person who had the care';
COMMENT ON COLUMN solicitud_reembolso.recibida IS 'Day the request came in';
COMMENT ON COLUMN solicitud_reembolso.territorio IS 'Care in Spain or abroad: the rates differ';
COMMENT ON COLUMN solicitud_reembolso.moneda IS 'Currency of the invoice, ISO 4217';
COMMENT ON COLUMN solicitud_reembolso.estado IS 'Received, in progress, settled, paid, refused';
COMMENT ON COLUMN solicitud_reembolso.version IS 'Raised by each save';

-- Rights ----------------------------------------------------------------------------------------------------------

GRANT USAGE ON SCHEMA es TO country_es;
GRANT SELECT ON asegurado, domicilio, contacto, cuenta_bancaria, asistencia_publica, cuestionario_salud, solicitud_reembolso, tomador, poliza
    TO care_agent, operations, operations_lead, auditor;
GRANT INSERT ON domicilio, contacto, cuenta_bancaria, asistencia_publica, cuestionario_salud TO care_agent, operations, operations_lead;
-- All but the keys: a row stays with its person, and a person on the policy
GRANT UPDATE (tipo_documento, numero_documento, nombre, primer_apellido, segundo_apellido, fecha_nacimiento, sexo, naf,
    parentesco, fecha_alta, fecha_baja, antiguedad_reconocida, idioma, version)
    ON asegurado TO care_agent, operations, operations_lead;
GRANT UPDATE (tipo_via, nombre_via, numero, piso_puerta, codigo_postal, municipio, version)
    ON domicilio TO care_agent, operations, operations_lead;
GRANT UPDATE (movil, telefono, correo, version) ON contacto TO care_agent, operations, operations_lead;
GRANT UPDATE (iban, titular, version) ON cuenta_bancaria TO care_agent, operations, operations_lead;
GRANT UPDATE (comunidad_autonoma, tarjeta_sanitaria, mutualidad, version)
    ON asistencia_publica TO care_agent, operations, operations_lead;
GRANT UPDATE (cumplimentado, fumador, preexistencias, version)
    ON cuestionario_salud TO care_agent, operations, operations_lead;
GRANT SELECT ON tomador, poliza TO sales;
-- a private policyholder is a person like a member: sales see companies only
ALTER TABLE tomador ENABLE ROW LEVEL SECURITY;
CREATE POLICY ventas_solo_empresas ON tomador USING (tipo = 'EMPRESA' OR access.is_any('care_agent', 'operations', 'operations_lead', 'auditor'));

ALTER TABLE cuestionario_salud ENABLE ROW LEVEL SECURITY;
CREATE POLICY expediente_abierto ON cuestionario_salud
    USING (directory.has_open('ES', 'member', asegurado::text))
    WITH CHECK (directory.has_open('ES', 'member', asegurado::text));
ALTER TABLE solicitud_reembolso ENABLE ROW LEVEL SECURITY;
CREATE POLICY expediente_abierto ON solicitud_reembolso
    USING (directory.has_open('ES', 'claim', id::text) OR directory.has_open('ES', 'member', asegurado::text));

-- The trail -------------------------------------------------------------------------------------------------------

CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON asegurado FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'id');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON domicilio FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'asegurado');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON contacto FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'asegurado');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON cuenta_bancaria FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'asegurado');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON asistencia_publica FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'asegurado');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON cuestionario_salud FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'asegurado');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON tomador FOR EACH ROW EXECUTE FUNCTION audit.track('company', 'id');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON poliza FOR EACH ROW EXECUTE FUNCTION audit.track('contract', 'id');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON solicitud_reembolso FOR EACH ROW EXECUTE FUNCTION audit.track('claim', 'id');
CREATE TRIGGER raise_version BEFORE UPDATE ON asegurado FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON domicilio FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON contacto FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON cuenta_bancaria FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON asistencia_publica FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON cuestionario_salud FOR EACH ROW EXECUTE FUNCTION audit.raise_version();

-- The search index ------------------------------------------------------------------------------------------------
-- Statement-level triggers hand whole sets over, so that a bulk load publishes once a statement. The functions run as
-- the owner: who changes a phone number need not be allowed to read claims.

CREATE FUNCTION nombre_completo(nombre text, primer_apellido text, segundo_apellido text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN nombre || ' ' || primer_apellido || coalesce(' ' || segundo_apellido, '');
COMMENT ON FUNCTION nombre_completo(text, text, text) IS 'The name people call the member by';

CREATE FUNCTION publicar_asegurados(ids uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    SELECT directory.publish(array_agg(ROW('ES', 'member', a.id::text,
            nombre_completo(a.nombre, a.primer_apellido, a.segundo_apellido),
            concat_ws(' ', d.codigo_postal, d.municipio),
            concat_ws(' ', a.primer_apellido, a.segundo_apellido, a.nombre), a.fecha_nacimiento,
            claves.claves)::directory.published_entry))
    FROM asegurado a
    LEFT JOIN domicilio d ON d.asegurado = a.id
    LEFT JOIN contacto c ON c.asegurado = a.id
    LEFT JOIN cuenta_bancaria b ON b.asegurado = a.id
    JOIN poliza p ON p.id = a.poliza
    JOIN tomador t ON t.id = p.tomador
    CROSS JOIN LATERAL (
        SELECT array_agg(ROW(que, valor)::directory.published_key) AS claves
        FROM (
            VALUES ('national_id', a.numero_documento), ('national_id', a.naf), ('email', c.correo), ('phone', c.movil),
                   ('phone', c.telefono), ('iban', b.iban), ('contract', p.numero),
                   ('company', CASE t.tipo WHEN 'EMPRESA' THEN t.nif END)
            UNION
            SELECT 'claim', s.numero FROM solicitud_reembolso s WHERE s.asegurado = a.id
        ) AS todas (que, valor)
        WHERE valor IS NOT NULL
    ) AS claves
    WHERE a.id = ANY (ids)
    HAVING count(*) > 0
$$;
COMMENT ON FUNCTION publicar_asegurados(uuid[]) IS 'Hands these people to the search index as they now are';

CREATE FUNCTION publicar_solicitudes(ids uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    SELECT directory.publish(array_agg(ROW('ES', 'claim', s.id::text, s.numero,
            nombre_completo(a.nombre, a.primer_apellido, a.segundo_apellido), '', NULL,
            ARRAY[ROW('claim', s.numero)::directory.published_key])::directory.published_entry))
    FROM solicitud_reembolso s
    JOIN asegurado a ON a.id = s.asegurado
    WHERE s.id = ANY (ids)
    HAVING count(*) > 0
$$;
COMMENT ON FUNCTION publicar_solicitudes(uuid[]) IS 'Hands these requests to the search index; not before their person exists';

CREATE FUNCTION publicar_tomadores(ids uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    SELECT directory.publish(array_agg(ROW('ES', 'company', t.id::text, t.nombre,
            concat_ws(' ', t.codigo_postal, t.municipio), t.nombre, NULL,
            ARRAY[ROW('company', t.nif)::directory.published_key])::directory.published_entry))
    FROM tomador t
    WHERE t.id = ANY (ids) AND t.tipo = 'EMPRESA'
    HAVING count(*) > 0
$$;
COMMENT ON FUNCTION publicar_tomadores(uuid[]) IS 'Hands these policyholders to the search index; private ones are not companies';

CREATE FUNCTION publicar_polizas(ids uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    SELECT directory.publish(array_agg(ROW('ES', 'contract', p.id::text, p.numero,
            CASE t.tipo WHEN 'EMPRESA' THEN t.nombre ELSE '' END, '', NULL,
            ARRAY[ROW('contract', p.numero)::directory.published_key]
                || CASE t.tipo WHEN 'EMPRESA' THEN ARRAY[ROW('company', t.nif)::directory.published_key]
                   ELSE ARRAY[]::directory.published_key[] END)::directory.published_entry))
    FROM poliza p
    JOIN tomador t ON t.id = p.tomador
    WHERE p.id = ANY (ids)
    HAVING count(*) > 0
$$;
COMMENT ON FUNCTION publicar_polizas(uuid[]) IS 'Hands these policies to the search index; sales see them, so a private policyholder is not named';

CREATE FUNCTION asegurado_publicar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('ES', 'member', (SELECT coalesce(array_agg(id::text), '{}') FROM anteriores));
    ELSIF TG_OP = 'UPDATE' THEN
        PERFORM publicar_asegurados((SELECT array_agg(id) FROM nuevas));
        -- a request is listed under its person's name
        PERFORM publicar_solicitudes((SELECT array_agg(s.id)
            FROM nuevas n
            JOIN anteriores o ON o.id = n.id
            JOIN solicitud_reembolso s ON s.asegurado = n.id
            WHERE nombre_completo(n.nombre, n.primer_apellido, n.segundo_apellido)
                <> nombre_completo(o.nombre, o.primer_apellido, o.segundo_apellido)));
    ELSE
        PERFORM publicar_asegurados((SELECT array_agg(id) FROM nuevas));
        -- within one transaction requests may be written before their person (the references are deferrable)
        PERFORM publicar_solicitudes((SELECT array_agg(s.id) FROM nuevas n JOIN solicitud_reembolso s ON s.asegurado = n.id));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER publicar_alta AFTER INSERT ON asegurado REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION asegurado_publicar();
CREATE TRIGGER publicar_cambio AFTER UPDATE ON asegurado REFERENCING OLD TABLE AS anteriores NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION asegurado_publicar();
CREATE TRIGGER publicar_baja AFTER DELETE ON asegurado REFERENCING OLD TABLE AS anteriores FOR EACH STATEMENT EXECUTE FUNCTION asegurado_publicar();

CREATE FUNCTION entorno_publicar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM publicar_asegurados((SELECT array_agg(DISTINCT asegurado) FROM anteriores));
    ELSIF TG_OP = 'UPDATE' THEN
        PERFORM publicar_asegurados((SELECT array_agg(DISTINCT asegurado) FROM
            (SELECT asegurado FROM nuevas UNION SELECT asegurado FROM anteriores) AS tocados));
    ELSE
        PERFORM publicar_asegurados((SELECT array_agg(DISTINCT asegurado) FROM nuevas));
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION entorno_publicar() IS 'Publishes the people whose neighbouring rows a statement touched; for tables with a column asegurado';
CREATE TRIGGER publicar_alta AFTER INSERT ON domicilio REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION entorno_publicar();
CREATE TRIGGER publicar_cambio AFTER UPDATE ON domicilio REFERENCING OLD TABLE AS anteriores NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION entorno_publicar();
CREATE TRIGGER publicar_baja AFTER DELETE ON domicilio REFERENCING OLD TABLE AS anteriores FOR EACH STATEMENT EXECUTE FUNCTION entorno_publicar();
CREATE TRIGGER publicar_alta AFTER INSERT ON contacto REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION entorno_publicar();
CREATE TRIGGER publicar_cambio AFTER UPDATE ON contacto REFERENCING OLD TABLE AS anteriores NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION entorno_publicar();
CREATE TRIGGER publicar_baja AFTER DELETE ON contacto REFERENCING OLD TABLE AS anteriores FOR EACH STATEMENT EXECUTE FUNCTION entorno_publicar();
CREATE TRIGGER publicar_alta AFTER INSERT ON cuenta_bancaria REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION entorno_publicar();
CREATE TRIGGER publicar_cambio AFTER UPDATE ON cuenta_bancaria REFERENCING OLD TABLE AS anteriores NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION entorno_publicar();
CREATE TRIGGER publicar_baja AFTER DELETE ON cuenta_bancaria REFERENCING OLD TABLE AS anteriores FOR EACH STATEMENT EXECUTE FUNCTION entorno_publicar();

CREATE FUNCTION solicitud_reembolso_publicar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('ES', 'claim', (SELECT coalesce(array_agg(id::text), '{}') FROM anteriores));
        PERFORM publicar_asegurados((SELECT array_agg(DISTINCT asegurado) FROM anteriores));
    ELSIF TG_OP = 'UPDATE' THEN
        -- progress of a request changes nothing that is searched
        PERFORM publicar_solicitudes((SELECT array_agg(n.id) FROM nuevas n
            WHERE NOT EXISTS (SELECT FROM anteriores o WHERE (o.id, o.numero, o.asegurado) = (n.id, n.numero, n.asegurado))));
        PERFORM publicar_asegurados((SELECT array_agg(DISTINCT asegurado) FROM (
            (SELECT numero, asegurado FROM nuevas EXCEPT SELECT numero, asegurado FROM anteriores)
            UNION ALL
            (SELECT numero, asegurado FROM anteriores EXCEPT SELECT numero, asegurado FROM nuevas)) AS tocados));
    ELSE
        PERFORM publicar_solicitudes((SELECT array_agg(id) FROM nuevas));
        PERFORM publicar_asegurados((SELECT array_agg(DISTINCT asegurado) FROM nuevas));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER publicar_alta AFTER INSERT ON solicitud_reembolso REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION solicitud_reembolso_publicar();
CREATE TRIGGER publicar_cambio AFTER UPDATE ON solicitud_reembolso REFERENCING OLD TABLE AS anteriores NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION solicitud_reembolso_publicar();
CREATE TRIGGER publicar_baja AFTER DELETE ON solicitud_reembolso REFERENCING OLD TABLE AS anteriores FOR EACH STATEMENT EXECUTE FUNCTION solicitud_reembolso_publicar();

CREATE FUNCTION tomador_publicar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('ES', 'company', (SELECT coalesce(array_agg(id::text), '{}') FROM anteriores));
    ELSE
        PERFORM publicar_tomadores((SELECT array_agg(id) FROM nuevas));
        IF TG_OP = 'UPDATE' THEN
            PERFORM directory.withdraw('ES', 'company', (SELECT coalesce(array_agg(id::text), '{}') FROM nuevas WHERE tipo <> 'EMPRESA'));
            PERFORM publicar_polizas((SELECT array_agg(p.id) FROM nuevas n JOIN poliza p ON p.tomador = n.id));
            -- another tax number: the people insured are found by it too
            PERFORM publicar_asegurados((SELECT array_agg(a.id)
                FROM nuevas n
                JOIN anteriores o ON o.id = n.id AND (o.nif, o.tipo) <> (n.nif, n.tipo)
                JOIN poliza p ON p.tomador = n.id
                JOIN asegurado a ON a.poliza = p.id));
        END IF;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER publicar_alta AFTER INSERT ON tomador REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION tomador_publicar();
CREATE TRIGGER publicar_cambio AFTER UPDATE ON tomador REFERENCING OLD TABLE AS anteriores NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION tomador_publicar();
CREATE TRIGGER publicar_baja AFTER DELETE ON tomador REFERENCING OLD TABLE AS anteriores FOR EACH STATEMENT EXECUTE FUNCTION tomador_publicar();

CREATE FUNCTION poliza_publicar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('ES', 'contract', (SELECT coalesce(array_agg(id::text), '{}') FROM anteriores));
    ELSE
        PERFORM publicar_polizas((SELECT array_agg(id) FROM nuevas));
        IF TG_OP = 'UPDATE' THEN
            -- another number or policyholder: the people insured are found by it too
            PERFORM publicar_asegurados((SELECT array_agg(a.id)
                FROM nuevas n
                JOIN anteriores o ON o.id = n.id AND (o.numero, o.tomador) <> (n.numero, n.tomador)
                JOIN asegurado a ON a.poliza = n.id));
        END IF;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER publicar_alta AFTER INSERT ON poliza REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION poliza_publicar();
CREATE TRIGGER publicar_cambio AFTER UPDATE ON poliza REFERENCING OLD TABLE AS anteriores NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION poliza_publicar();
CREATE TRIGGER publicar_baja AFTER DELETE ON poliza REFERENCING OLD TABLE AS anteriores FOR EACH STATEMENT EXECUTE FUNCTION poliza_publicar();

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA es FROM PUBLIC;
-- CHECK constraints run with the rights of who writes
GRANT EXECUTE ON FUNCTION letra_dni(text), documento_valido(text, text), naf_valido(text), nombre_completo(text, text, text)
    TO care_agent, operations, operations_lead, auditor;
