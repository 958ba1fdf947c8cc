-- Policies and the people on them, completed: what a policy says on any day, families, the premium's receipts.
-- Runs with search_path = es, public.

CREATE FUNCTION ccc_valido(ccc text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN right(ccc, 2)::integer = left(ccc, 9)::bigint % 97;
COMMENT ON FUNCTION ccc_valido(text) IS 'Control of a contribution account: the nine digits of province and number, modulo 97';

-- Policyholders ---------------------------------------------------------------------------------------------------

ALTER TABLE tomador
    ADD COLUMN provincia text REFERENCES provincia,
    ADD COLUMN domicilio text,
    ADD COLUMN actividad text,
    ADD CONSTRAINT tomador_domicilio CHECK (length(domicilio) BETWEEN 1 AND 160),
    ADD CONSTRAINT tomador_actividad CHECK (actividad IS NULL OR actividad ~ '^[0-9]{4}$' AND tipo = 'EMPRESA'),
    -- accounts that were taken over are checked when they are next written
    ADD CONSTRAINT tomador_ccc_control CHECK (ccc_valido(ccc)) NOT VALID;
UPDATE tomador SET provincia = left(codigo_postal, 2) WHERE codigo_postal IS NOT NULL;
ALTER TABLE tomador ADD CONSTRAINT tomador_provincia CHECK (provincia = left(codigo_postal, 2));
COMMENT ON COLUMN tomador.provincia IS 'Province of the postcode: the tariff of people without an address';
COMMENT ON COLUMN tomador.domicilio IS 'Street and number';
COMMENT ON COLUMN tomador.actividad IS 'What the company does, CNAE of four digits';

-- Policies --------------------------------------------------------------------------------------------------------

ALTER TABLE poliza
    ADD COLUMN fin date,
    ADD COLUMN motivo_fin text,
    ADD COLUMN aportacion numeric(5,2) NOT NULL DEFAULT 0,
    ADD CONSTRAINT poliza_fin CHECK (fin >= efecto),
    ADD CONSTRAINT poliza_fin_vencimiento CHECK (fin <= vencimiento),
    ADD CONSTRAINT poliza_motivo_fin CHECK ((fin IS NULL) = (motivo_fin IS NULL)
        AND motivo_fin IN ('OPOSICION', 'IMPAGO', 'FALLECIMIENTO', 'OTRO')),
    ADD CONSTRAINT poliza_aportacion CHECK (aportacion BETWEEN 0 AND 100);
COMMENT ON COLUMN poliza.fin IS 'Last day covered, empty while nobody ended it: it is renewed each 31 December';
COMMENT ON COLUMN poliza.motivo_fin IS 'Why it ended: opposition to its renewal, unpaid premium, death, other';
COMMENT ON COLUMN poliza.aportacion IS 'Per cent of the premium that the company bears; 0 on a person''s own policy';
COMMENT ON COLUMN poliza.vencimiento IS '31 December on which it ends or is renewed next';

CREATE TABLE poliza_modalidad (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    poliza           uuid NOT NULL REFERENCES poliza DEFERRABLE,
    modalidad        uuid NOT NULL REFERENCES modalidad,
    desde            date NOT NULL,
    hasta            date,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT poliza_modalidad_periodo CHECK (hasta >= desde),
    CONSTRAINT poliza_modalidad_sin_solape EXCLUDE USING gist (poliza WITH =, daterange(desde, hasta, '[]') WITH &&),
    CONSTRAINT poliza_modalidad_version CHECK (version > 0)
);
CREATE INDEX poliza_modalidad_poliza ON poliza_modalidad (poliza, desde);
COMMENT ON TABLE poliza_modalidad IS 'What a policy is, from when to when';
COMMENT ON COLUMN poliza_modalidad.id IS 'Key';
COMMENT ON COLUMN poliza_modalidad.poliza IS 'The policy';
COMMENT ON COLUMN poliza_modalidad.modalidad IS 'The modality, which names the product';
COMMENT ON COLUMN poliza_modalidad.desde IS 'First day';
COMMENT ON COLUMN poliza_modalidad.hasta IS 'Last day, empty while it holds';
COMMENT ON COLUMN poliza_modalidad.version IS 'Raised by each change';

-- Policies from before there were products keep their modality as a product of its own.
INSERT INTO producto (codigo, nombre, segmento, muestra, desde)
SELECT 'ANTERIOR-' || replace(modalidad, '_', '-'), 'Salud ' || lower(replace(modalidad, '_', ' ')), 'FAMILIA', false, min(efecto)
FROM poliza GROUP BY modalidad;
INSERT INTO modalidad (producto, codigo, nombre, tipo)
SELECT id, codigo, nombre, replace(substr(codigo, 10), '-', '_') FROM producto WHERE codigo LIKE 'ANTERIOR-%';
INSERT INTO poliza_modalidad (poliza, modalidad, desde)
SELECT p.id, m.id, p.efecto FROM poliza p JOIN modalidad m ON m.codigo = 'ANTERIOR-' || replace(p.modalidad, '_', '-');
ALTER TABLE poliza DROP COLUMN modalidad;

CREATE TABLE poliza_suspension (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    poliza           uuid NOT NULL REFERENCES poliza DEFERRABLE,
    motivo           text NOT NULL,
    desde            date NOT NULL,
    hasta            date,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT poliza_suspension_motivo CHECK (motivo IN ('IMPAGO', 'PETICION')),
    CONSTRAINT poliza_suspension_periodo CHECK (hasta >= desde),
    CONSTRAINT poliza_suspension_sin_solape EXCLUDE USING gist (poliza WITH =, daterange(desde, hasta, '[]') WITH &&),
    CONSTRAINT poliza_suspension_version CHECK (version > 0)
);
CREATE INDEX poliza_suspension_poliza ON poliza_suspension (poliza, desde);
COMMENT ON TABLE poliza_suspension IS
    'When a policy runs and pays nothing: one month after a premium fell due unpaid (Ley 50/1980, article 15), or as agreed';
COMMENT ON COLUMN poliza_suspension.id IS 'Key';
COMMENT ON COLUMN poliza_suspension.poliza IS 'The policy';
COMMENT ON COLUMN poliza_suspension.motivo IS 'Unpaid premium, or at the policyholder''s wish';
COMMENT ON COLUMN poliza_suspension.desde IS 'First day without cover';
COMMENT ON COLUMN poliza_suspension.hasta IS 'Last day without cover, empty while it lasts';
COMMENT ON COLUMN poliza_suspension.version IS 'Raised by each change';

-- People ----------------------------------------------------------------------------------------------------------
-- A row is one person on one policy from one day to another, and is a file of its own. Who left and came back, or is on
-- two policies, has several, which bear the same persona.

ALTER TABLE asegurado
    ADD COLUMN persona uuid,
    ADD COLUMN titular uuid REFERENCES asegurado DEFERRABLE,
    ADD COLUMN motivo_baja text;
UPDATE asegurado a SET
    persona = coalesce((SELECT min(o.id::text)::uuid FROM asegurado o WHERE o.numero_documento = a.numero_documento), a.id),
    titular = CASE WHEN a.parentesco = 'TITULAR' THEN a.id ELSE coalesce(
        (SELECT t.id FROM asegurado t JOIN cuenta_bancaria suya ON suya.asegurado = t.id
         JOIN cuenta_bancaria b ON b.iban = suya.iban AND b.asegurado = a.id
         WHERE t.poliza = a.poliza AND t.parentesco = 'TITULAR' ORDER BY t.fecha_alta, t.id LIMIT 1),
        (SELECT t.id FROM asegurado t WHERE t.poliza = a.poliza AND t.parentesco = 'TITULAR' ORDER BY t.fecha_alta, t.id LIMIT 1),
        a.id) END;
SET CONSTRAINTS ALL IMMEDIATE;
UPDATE asegurado SET parentesco = 'TITULAR' WHERE titular = id AND parentesco <> 'TITULAR';
ALTER TABLE asegurado
    ALTER COLUMN persona SET NOT NULL,
    ALTER COLUMN titular SET NOT NULL,
    ADD CONSTRAINT asegurado_titular CHECK ((parentesco = 'TITULAR') = (titular = id)),
    ADD CONSTRAINT asegurado_motivo_baja CHECK ((motivo_baja IS NULL OR fecha_baja IS NOT NULL)
        AND motivo_baja IN ('CESE', 'SEPARACION', 'EDAD', 'FALLECIMIENTO', 'TRASLADO', 'VOLUNTARIA')),
    DROP CONSTRAINT asegurado_sin_solape,
    -- two clerks who enrol one person at once have two personas and one document; a child has a persona and no document
    ADD CONSTRAINT asegurado_sin_solape EXCLUDE USING gist
        (poliza WITH =, (coalesce(numero_documento, persona::text)) WITH =, daterange(fecha_alta, fecha_baja, '[]') WITH &&);
CREATE INDEX asegurado_persona ON asegurado (persona);
CREATE INDEX asegurado_por_titular ON asegurado (titular);
COMMENT ON TABLE asegurado IS 'A person insured on a policy, from one day to another';
COMMENT ON COLUMN asegurado.persona IS 'The same in all rows of one person: their other policies, and the times before they left and came back';
COMMENT ON COLUMN asegurado.titular IS 'First insured of the family, on the same policy; the row itself when it is the first';
COMMENT ON COLUMN asegurado.motivo_baja IS 'Why the person left: end of employment, separation, age, death, moved away, own wish';

-- Receipts --------------------------------------------------------------------------------------------------------

CREATE TABLE recibo (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    numero           text NOT NULL,
    poliza           uuid NOT NULL REFERENCES poliza DEFERRABLE,
    mes              date NOT NULL,
    meses            integer NOT NULL,
    neta             numeric(12,2) NOT NULL,
    ips              numeric(12,2) NOT NULL DEFAULT 0,
    primero          boolean NOT NULL DEFAULT false,
    neta_anual       numeric(12,2) NOT NULL,
    tipo_ccs         numeric(8,6) NOT NULL,
    ccs              numeric(12,2) NOT NULL,
    copagos          numeric(12,2) NOT NULL,
    total            numeric(12,2) NOT NULL,
    estado           text NOT NULL,
    cobrado          date,
    version          bigint NOT NULL DEFAULT 1,
    CONSTRAINT recibo_numero CHECK (numero ~ '^P[0-9]{12}$'),
    CONSTRAINT recibo_mes CHECK (extract(day FROM mes) = 1),
    CONSTRAINT recibo_meses CHECK (meses IN (1, 3, 6, 12)),
    CONSTRAINT recibo_neta CHECK (neta >= 0),
    CONSTRAINT recibo_exento CHECK (ips = 0),
    CONSTRAINT recibo_neta_anual CHECK (neta_anual >= neta),
    CONSTRAINT recibo_tipo_ccs CHECK (tipo_ccs BETWEEN 0 AND 1),
    CONSTRAINT recibo_ccs CHECK (ccs = CASE WHEN primero THEN round(neta_anual * tipo_ccs, 2) ELSE 0 END),
    CONSTRAINT recibo_copagos CHECK (copagos >= 0),
    CONSTRAINT recibo_total CHECK (total = neta + ips + ccs + copagos),
    CONSTRAINT recibo_estado CHECK (estado IN ('EMITIDO', 'COBRADO', 'DEVUELTO')),
    CONSTRAINT recibo_cobrado CHECK ((estado = 'COBRADO') = (cobrado IS NOT NULL)),
    CONSTRAINT recibo_version CHECK (version > 0)
);
CREATE UNIQUE INDEX recibo_por_numero ON recibo (numero);
CREATE UNIQUE INDEX recibo_por_mes ON recibo (poliza, mes);
CREATE UNIQUE INDEX recibo_primero ON recibo (poliza, extract(year FROM mes)) WHERE primero;
COMMENT ON TABLE recibo IS 'A receipt: what the policyholder is asked for';
COMMENT ON COLUMN recibo.id IS 'Key';
COMMENT ON COLUMN recibo.numero IS 'P, year (4) and serial number (8)';
COMMENT ON COLUMN recibo.poliza IS 'The policy';
COMMENT ON COLUMN recibo.mes IS 'First day of the first month it is for';
COMMENT ON COLUMN recibo.meses IS 'How many months it is for';
COMMENT ON COLUMN recibo.neta IS 'Net premium, euros';
COMMENT ON COLUMN recibo.ips IS 'Insurance tax: health insurance is exempt (Ley 13/1996, article 12.cinco.1)';
COMMENT ON COLUMN recibo.primero IS 'The first of its year, which bears the surcharge of the Consorcio';
COMMENT ON COLUMN recibo.neta_anual IS 'Net premium of the year, euros: what the surcharge is a share of';
COMMENT ON COLUMN recibo.tipo_ccs IS 'Rate of the surcharge, 0.0015 for 0.15 %';
COMMENT ON COLUMN recibo.ccs IS 'Surcharge of the Consorcio de Compensación de Seguros, euros';
COMMENT ON COLUMN recibo.copagos IS 'Copays of the months before, euros';
COMMENT ON COLUMN recibo.total IS 'Sum, euros';
COMMENT ON COLUMN recibo.estado IS 'Issued, collected, returned by the bank';
COMMENT ON COLUMN recibo.cobrado IS 'Day it was collected';
COMMENT ON COLUMN recibo.version IS 'Raised by each change';

-- Rights and the trail --------------------------------------------------------------------------------------------

GRANT SELECT ON poliza_modalidad, poliza_suspension TO care_agent, operations, operations_lead, auditor, sales;
GRANT SELECT ON recibo TO care_agent, operations, operations_lead, auditor;
GRANT INSERT ON asegurado, poliza_modalidad, poliza_suspension TO care_agent, operations, operations_lead;
GRANT UPDATE (persona, titular, motivo_baja) ON asegurado TO care_agent, operations, operations_lead;
GRANT UPDATE (vencimiento, forma_pago, fin, motivo_fin, aportacion, version) ON poliza TO care_agent, operations, operations_lead;
GRANT UPDATE (modalidad, desde, hasta, version) ON poliza_modalidad TO care_agent, operations, operations_lead;
GRANT UPDATE (motivo, desde, hasta, version) ON poliza_suspension TO care_agent, operations, operations_lead;
GRANT EXECUTE ON FUNCTION ccc_valido(text) TO care_agent, operations, operations_lead, auditor;

CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON poliza_modalidad FOR EACH ROW EXECUTE FUNCTION audit.track('contract', 'poliza');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON poliza_suspension FOR EACH ROW EXECUTE FUNCTION audit.track('contract', 'poliza');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON recibo FOR EACH ROW EXECUTE FUNCTION audit.track('contract', 'poliza');
CREATE TRIGGER raise_version BEFORE UPDATE ON poliza FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON poliza_modalidad FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON poliza_suspension FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON recibo FOR EACH ROW EXECUTE FUNCTION audit.raise_version();

-- A contract changes by an amendment. The data of a person may also be corrected in the member file, their period not.
CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON poliza FOR EACH ROW EXECUTE FUNCTION contract.journal('only');
CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON poliza_modalidad FOR EACH ROW EXECUTE FUNCTION contract.journal('only');
CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON poliza_suspension FOR EACH ROW EXECUTE FUNCTION contract.journal('only');
CREATE TRIGGER journal AFTER INSERT OR DELETE ON asegurado FOR EACH ROW EXECUTE FUNCTION contract.journal('only', 'id');
CREATE TRIGGER journal_periodo AFTER UPDATE ON asegurado FOR EACH ROW
    WHEN ((old.poliza, old.persona, old.titular, old.parentesco, old.fecha_alta, old.fecha_baja, old.motivo_baja) IS DISTINCT FROM
          (new.poliza, new.persona, new.titular, new.parentesco, new.fecha_alta, new.fecha_baja, new.motivo_baja))
    EXECUTE FUNCTION contract.journal('only', 'id');
CREATE TRIGGER journal_datos AFTER UPDATE ON asegurado FOR EACH ROW
    WHEN ((old.poliza, old.persona, old.titular, old.parentesco, old.fecha_alta, old.fecha_baja, old.motivo_baja) IS NOT DISTINCT FROM
          (new.poliza, new.persona, new.titular, new.parentesco, new.fecha_alta, new.fecha_baja, new.motivo_baja))
    EXECUTE FUNCTION contract.journal('free', 'id');
CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON domicilio FOR EACH ROW EXECUTE FUNCTION contract.journal('free', 'asegurado');
CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON contacto FOR EACH ROW EXECUTE FUNCTION contract.journal('free', 'asegurado');
CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON cuenta_bancaria FOR EACH ROW EXECUTE FUNCTION contract.journal('free', 'asegurado');

SELECT contract.define_kind('ES', 'enrol', ARRAY['boletin']);
SELECT contract.define_kind('ES', 'terminate', ARRAY[]::text[]);
SELECT contract.define_kind('ES', 'option', ARRAY['solicitud']);
SELECT contract.define_kind('ES', 'payment', ARRAY[]::text[]);
SELECT contract.define_kind('ES', 'dates', ARRAY['solicitud']);
SELECT contract.define_kind('ES', 'suspend', ARRAY[]::text[]);
SELECT contract.define_kind('ES', 'memberDates', ARRAY[]::text[]);
SELECT contract.define_kind('ES', 'kinship', ARRAY[]::text[]);
SELECT contract.define_kind('ES', 'address', ARRAY[]::text[]);
SELECT contract.define_kind('ES', 'bank', ARRAY['certificadoBancario']);
