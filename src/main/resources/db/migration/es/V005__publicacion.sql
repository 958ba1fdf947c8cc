-- What the shared lists show of Spain. Runs with search_path = es, public.

-- Search: a request publishes its own entry and nothing else. Its number finds it, and it names its person; a member with
-- thousands of requests is not written again with each new one.

CREATE OR REPLACE FUNCTION publicar_asegurados(ids uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    SELECT directory.publish(array_agg(ROW('ES', 'member', a.id::text,
            nombre_completo(a.nombre, a.primer_apellido, a.segundo_apellido),
            concat_ws(' ', d.codigo_postal, d.municipio),
            concat_ws(' ', a.primer_apellido, a.segundo_apellido, a.nombre), a.fecha_nacimiento,
            ARRAY[ROW('national_id', a.numero_documento), ROW('national_id', a.naf), ROW('email', c.correo), ROW('phone', c.movil),
                  ROW('phone', c.telefono), ROW('iban', b.iban), ROW('contract', p.numero),
                  ROW('company', CASE t.tipo WHEN 'EMPRESA' THEN t.nif END)]::directory.published_key[])::directory.published_entry))
    FROM asegurado a
    LEFT JOIN domicilio d ON d.asegurado = a.id
    LEFT JOIN contacto c ON c.asegurado = a.id
    LEFT JOIN cuenta_bancaria b ON b.asegurado = a.id
    JOIN poliza p ON p.id = a.poliza
    JOIN tomador t ON t.id = p.tomador
    WHERE a.id = ANY (ids)
    HAVING count(*) > 0
$$;

CREATE OR REPLACE FUNCTION solicitud_reembolso_publicar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM directory.withdraw('ES', 'claim', (SELECT coalesce(array_agg(id::text), '{}') FROM anteriores));
    ELSIF TG_OP = 'UPDATE' THEN
        -- progress of a request changes nothing that is searched
        PERFORM publicar_solicitudes((SELECT array_agg(n.id) FROM nuevas n
            WHERE NOT EXISTS (SELECT FROM anteriores o WHERE (o.id, o.numero, o.asegurado) = (n.id, n.numero, n.asegurado))));
    ELSE
        PERFORM publicar_solicitudes((SELECT array_agg(id) FROM nuevas));
    END IF;
    RETURN NULL;
END
$$;

-- The entries written before carry the requests still.
SELECT publicar_asegurados((SELECT array_agg(DISTINCT asegurado) FROM solicitud_reembolso));

-- The list of contracts ------------------------------------------------------------------------------------------

CREATE FUNCTION publicar_contratos(ids uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    SELECT contract.publish(array_agg(ROW('ES', p.id::text, p.numero, CASE t.tipo WHEN 'EMPRESA' THEN t.id::text END, t.nombre,
            coalesce(q.codigo, ''), coalesce(q.nombre, ''), p.efecto, p.fin, s.desde, 1,
            CASE t.tipo WHEN 'EMPRESA' THEN t.plantilla END)::contract.published_contract))
    FROM poliza p
    JOIN tomador t ON t.id = p.tomador
    LEFT JOIN LATERAL (SELECT o.codigo, o.nombre
                       FROM poliza_modalidad pm JOIN modalidad m ON m.id = pm.modalidad JOIN producto o ON o.id = m.producto
                       WHERE pm.poliza = p.id ORDER BY pm.desde DESC LIMIT 1) q ON true
    LEFT JOIN LATERAL (SELECT ps.desde FROM poliza_suspension ps
                       WHERE ps.poliza = p.id AND ps.hasta IS NULL ORDER BY ps.desde DESC LIMIT 1) s ON true
    WHERE p.id = ANY (ids)
    HAVING count(*) > 0
$$;
COMMENT ON FUNCTION publicar_contratos(uuid[]) IS 'Hands these policies to the list of contracts; all are renewed in January';

CREATE FUNCTION contratos_publicar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'poliza' THEN
        PERFORM contract.withdraw('ES', (SELECT coalesce(array_agg(to_jsonb(a) ->> 'id'), '{}') FROM anteriores a));
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM publicar_contratos((SELECT array_agg(DISTINCT (to_jsonb(a) ->> TG_ARGV[0])::uuid) FROM anteriores a));
    ELSE
        PERFORM publicar_contratos((SELECT array_agg(DISTINCT (to_jsonb(n) ->> TG_ARGV[0])::uuid) FROM nuevas n));
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION contratos_publicar() IS 'Publishes the policies that a statement touched; its argument is the column that holds the policy';
CREATE TRIGGER contrato_alta AFTER INSERT ON poliza REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION contratos_publicar('id');
CREATE TRIGGER contrato_cambio AFTER UPDATE ON poliza REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION contratos_publicar('id');
CREATE TRIGGER contrato_baja AFTER DELETE ON poliza REFERENCING OLD TABLE AS anteriores FOR EACH STATEMENT EXECUTE FUNCTION contratos_publicar('id');
CREATE TRIGGER contrato_alta AFTER INSERT ON poliza_modalidad REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION contratos_publicar('poliza');
CREATE TRIGGER contrato_cambio AFTER UPDATE ON poliza_modalidad REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION contratos_publicar('poliza');
CREATE TRIGGER contrato_baja AFTER DELETE ON poliza_modalidad REFERENCING OLD TABLE AS anteriores FOR EACH STATEMENT EXECUTE FUNCTION contratos_publicar('poliza');
CREATE TRIGGER contrato_alta AFTER INSERT ON poliza_suspension REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION contratos_publicar('poliza');
CREATE TRIGGER contrato_cambio AFTER UPDATE ON poliza_suspension REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION contratos_publicar('poliza');
CREATE TRIGGER contrato_baja AFTER DELETE ON poliza_suspension REFERENCING OLD TABLE AS anteriores FOR EACH STATEMENT EXECUTE FUNCTION contratos_publicar('poliza');

CREATE FUNCTION tomador_publicar_contratos() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
BEGIN
    PERFORM publicar_contratos((SELECT array_agg(p.id) FROM nuevas n JOIN poliza p ON p.tomador = n.id));
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION tomador_publicar_contratos() IS 'The list shows who took a policy out, and how many work there';
CREATE TRIGGER contrato_cambio AFTER UPDATE ON tomador REFERENCING NEW TABLE AS nuevas FOR EACH STATEMENT EXECUTE FUNCTION tomador_publicar_contratos();

SELECT publicar_contratos((SELECT array_agg(id) FROM poliza));

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA es FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ccc_valido(text), carga_masiva(), expediente_abierto(uuid)
    TO care_agent, operations, operations_lead, auditor;
GRANT EXECUTE ON FUNCTION solicitudes_afectadas(uuid[], date) TO care_agent, operations, operations_lead;
