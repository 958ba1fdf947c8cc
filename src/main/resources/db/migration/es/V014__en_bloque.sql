-- A broker's file holds thousands of requests: what is written of them one by one is written here for some hundred at once, by functions
-- that ask first, for all of them together, what row-level security asks for each. The result is the same in every table, row for row.
-- Runs with search_path = es, public.

-- What only these functions may say: that sums were made for all requests together. Set by whoever else, it says nothing: within them the
-- rows are written by the owner.
CREATE FUNCTION sumas_hechas() RETURNS boolean
    LANGUAGE sql STABLE
    RETURN current_setting('guichet.sumas_hechas', true) = 'on' AND pg_has_role(current_user, 'guichet_owner', 'MEMBER');
COMMENT ON FUNCTION sumas_hechas() IS 'Whether whoever writes makes the sums of requests out of their lines, for all of them at once';

DROP TRIGGER solicitud_reembolso_cuadra ON solicitud_reembolso;
DROP TRIGGER factura_linea_cuadra ON factura_linea;
CREATE CONSTRAINT TRIGGER solicitud_reembolso_cuadra AFTER INSERT OR UPDATE ON solicitud_reembolso DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NOT carga_masiva() AND sumas_hechas() IS NOT TRUE) EXECUTE FUNCTION solicitud_reembolso_cuadrar('id');
CREATE CONSTRAINT TRIGGER factura_linea_cuadra AFTER INSERT OR UPDATE OR DELETE ON factura_linea DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NOT carga_masiva() AND sumas_hechas() IS NOT TRUE) EXECUTE FUNCTION solicitud_reembolso_cuadrar('solicitud');

-- The trail of care is written by statement; its rows are the same.
DROP TRIGGER track ON solicitud_reembolso;
DROP TRIGGER track ON factura_linea;
CREATE TRIGGER track_alta AFTER INSERT ON solicitud_reembolso REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'id', 'id');
CREATE TRIGGER track_cambio AFTER UPDATE ON solicitud_reembolso REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'id', 'id');
CREATE TRIGGER track_baja AFTER DELETE ON solicitud_reembolso REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'id', 'id');
CREATE TRIGGER track_alta AFTER INSERT ON factura_linea REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'solicitud', 'solicitud,orden');
CREATE TRIGGER track_cambio AFTER UPDATE ON factura_linea REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'solicitud', 'solicitud,orden');
CREATE TRIGGER track_baja AFTER DELETE ON factura_linea REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'solicitud', 'solicitud,orden');

CREATE FUNCTION exigir_abiertos(personas uuid[]) RETURNS void
    LANGUAGE plpgsql SET search_path = es, public, pg_temp
AS $$
BEGIN
    IF sesion_de_personal() AND (NOT reimbursement.may_decide('ES') OR NOT directory.are_open('ES', 'member', personas::text[])) THEN
        RAISE EXCEPTION 'the files of these members are not open' USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;
COMMENT ON FUNCTION exigir_abiertos(uuid[]) IS
    'Refuses whoever decides no claims of Spain, or has not the files of all these people open: what row-level security asks row by row';

-- Reading ---------------------------------------------------------------------------------------------------------

CREATE FUNCTION solicitudes_de_origenes(buscados text[]) RETURNS TABLE (origen text, id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    SELECT s.origen, s.id FROM solicitud_reembolso s WHERE s.origen = ANY (buscados) AND 'ES' = ANY (access.my_countries())
$$;
COMMENT ON FUNCTION solicitudes_de_origenes(text[]) IS 'The requests that came from there already; keys only, no health data';

CREATE FUNCTION iguales(ids uuid[]) RETURNS TABLE (id uuid, linea integer, numero text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    WITH mias AS MATERIALIZED (
        SELECT m.id, m.lugar, a.persona, s.numero_factura, upper(s.proveedor) AS proveedor
        FROM unnest(ids) WITH ORDINALITY AS m (id, lugar)
        JOIN solicitud_reembolso s ON s.id = m.id JOIN asegurado a ON a.id = s.asegurado
        WHERE reimbursement.may_decide('ES') OR NOT sesion_de_personal()
    ), otras AS (
        SELECT m.id, m.persona, m.numero_factura, m.proveedor, s.id AS otra, s.numero, s.primer_dia, s.recibida, s.numero_factura AS su_factura,
               upper(s.proveedor) AS su_proveedor
        FROM mias m
        JOIN asegurado a ON a.persona = m.persona
        JOIN solicitud_reembolso s ON s.asegurado = a.id AND s.id <> m.id AND s.estado <> 'DENEGADA'
        WHERE NOT EXISTS (SELECT FROM unnest(ids) WITH ORDINALITY AS despues (id, lugar) WHERE despues.id = s.id AND despues.lugar > m.lugar)
    )
    SELECT t.id, l.orden - 1, min(t.numero)
    FROM otras t
    JOIN factura_linea l ON l.solicitud = t.id AND l.fecha BETWEEN t.primer_dia AND t.recibida
    JOIN factura_linea o ON o.solicitud = t.otra AND o.acto = l.acto AND o.fecha = l.fecha AND o.importe_euros = l.importe_euros
    GROUP BY t.id, l.orden
    UNION ALL
    SELECT t.id, -1, min(t.numero) FROM otras t
    WHERE t.su_factura = t.numero_factura AND t.su_proveedor = t.proveedor
    GROUP BY t.id
    ORDER BY 1, 2
$$;
COMMENT ON FUNCTION iguales(uuid[]) IS
    'The first other request of the same person, on any policy, with the same care as a line (from 0) of these requests, or with the same invoice (-1); '
    'refused ones aside, and of these the later ones. Numbers, nothing of the care';

-- Writing ---------------------------------------------------------------------------------------------------------

CREATE FUNCTION recibir(ids uuid[], asegurados uuid[], recibidas date[], extranjero boolean[], monedas text[], facturas text[], proveedores text[],
        nifs text[], en_cuadro_ boolean[], cambios text[], origenes text[], lugares integer[], ordenes integer[], actos text[], conceptos text[],
        fechas date[], importes bigint[], euros bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
DECLARE
    numeros text[];
BEGIN
    PERFORM exigir_abiertos(ARRAY(SELECT DISTINCT a FROM unnest(asegurados) a));
    SELECT array_agg(n.numero ORDER BY n.lugar) INTO numeros
    FROM (SELECT 'R' || to_char(u.recibida, 'YYYY') || nextval('solicitud_numero') AS numero, u.lugar
          FROM unnest(recibidas) WITH ORDINALITY AS u (recibida, lugar)) n;
    PERFORM set_config('guichet.sumas_hechas', 'on', true);
    INSERT INTO solicitud_reembolso (id, numero, asegurado, recibida, territorio, moneda, estado, numero_factura, proveedor, primer_dia, importe,
                                     importe_euros, en_cuadro, cambio, proveedor_nif, origen)
    SELECT u.id, numeros[u.lugar], u.asegurado, u.recibida, CASE WHEN u.extranjero THEN 'EXTRANJERO' ELSE 'ES' END, u.moneda, 'RECIBIDA', u.factura,
           u.proveedor, s.primero, s.importe, s.euros, u.en_cuadro, u.cambio::numeric, u.nif, u.origen
    FROM unnest(ids, asegurados, recibidas, extranjero, monedas, facturas, proveedores, nifs, en_cuadro_, cambios, origenes) WITH ORDINALITY
         AS u (id, asegurado, recibida, extranjero, moneda, factura, proveedor, nif, en_cuadro, cambio, origen, lugar)
    JOIN (SELECT l.lugar, min(l.fecha) AS primero, sum(l.importe) / 100 AS importe, sum(l.euros) / 100 AS euros
          FROM unnest(lugares, fechas, importes, euros) AS l (lugar, fecha, importe, euros) GROUP BY l.lugar) s ON s.lugar = u.lugar
    ORDER BY u.lugar;
    INSERT INTO factura_linea (solicitud, orden, acto, concepto, fecha, importe, importe_euros)
    SELECT ids[l.lugar], l.orden, l.acto::clase_acto, coalesce(l.concepto, l.acto), l.fecha, l.importe / 100.0, l.euros / 100.0
    FROM unnest(lugares, ordenes, actos, conceptos, fechas, importes, euros) WITH ORDINALITY
         AS l (lugar, orden, acto, concepto, fecha, importe, euros, nr)
    ORDER BY l.nr;
    PERFORM set_config('guichet.sumas_hechas', '', true);
END
$$;
COMMENT ON FUNCTION recibir(uuid[], uuid[], date[], boolean[], text[], text[], text[], text[], boolean[], text[], text[], integer[], integer[],
        text[], text[], date[], bigint[], bigint[]) IS
    'Writes requests, undecided, with their lines (lugares: the request of a line, from 1; amounts in cents). The files of their people are open';

CREATE FUNCTION liquidar(en_tramite uuid[], ids uuid[], lugares integer[], ordenes integer[], porcentajes text[], reembolsos bigint[], pasos_ text[])
    RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
    -- arrays have no estimate that is worth reading a whole table for
    SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
DECLARE
    escritas bigint;
    esperan  bigint;
BEGIN
    PERFORM exigir_abiertos(ARRAY(SELECT DISTINCT s.asegurado FROM solicitud_reembolso s WHERE s.id = ANY (ids || en_tramite)));
    PERFORM set_config('guichet.sumas_hechas', 'on', true);
    UPDATE factura_linea l
    SET porcentaje = u.porcentaje::numeric, reembolso = u.reembolso / 100.0, pasos = u.pasos::jsonb, version = l.version + 1
    FROM unnest(lugares, ordenes, porcentajes, reembolsos, pasos_) AS u (lugar, orden, porcentaje, reembolso, pasos)
    WHERE l.solicitud = ids[u.lugar] AND l.orden = u.orden;
    GET DIAGNOSTICS escritas = ROW_COUNT;
    IF escritas <> cardinality(lugares) OR escritas <> (SELECT count(*) FROM factura_linea l WHERE l.solicitud = ANY (ids)) THEN
        RAISE EXCEPTION 'a decision has as many lines as its request' USING ERRCODE = 'check_violation';
    END IF;
    UPDATE solicitud_reembolso s SET estado = 'LIQUIDADA', reembolso = t.reembolso, version = s.version + 1
    FROM (SELECT ids[u.lugar] AS id, sum(u.reembolso) / 100 AS reembolso FROM unnest(lugares, reembolsos) AS u (lugar, reembolso) GROUP BY 1) t
    WHERE s.id = t.id AND s.estado IN ('RECIBIDA', 'EN_TRAMITE');
    GET DIAGNOSTICS escritas = ROW_COUNT;
    UPDATE solicitud_reembolso s SET estado = 'EN_TRAMITE', version = s.version + 1
    WHERE s.id = ANY (en_tramite) AND s.estado IN ('RECIBIDA', 'EN_TRAMITE');
    GET DIAGNOSTICS esperan = ROW_COUNT;
    IF escritas <> cardinality(ids) OR esperan <> cardinality(en_tramite) THEN
        RAISE EXCEPTION 'a request is decided already' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM set_config('guichet.sumas_hechas', '', true);
END
$$;
COMMENT ON FUNCTION liquidar(uuid[], uuid[], integer[], integer[], text[], bigint[], text[]) IS
    'Writes amounts and steps of all lines of requests (lugares: the request of a line, from 1; amounts in cents), that these are settled, and that '
    'others (en_tramite) wait. The files of their people are open';

REVOKE ALL ON FUNCTION sumas_hechas(), exigir_abiertos(uuid[]), solicitudes_de_origenes(text[]), iguales(uuid[]),
    recibir(uuid[], uuid[], date[], boolean[], text[], text[], text[], text[], boolean[], text[], text[], integer[], integer[], text[], text[], date[],
            bigint[], bigint[]),
    liquidar(uuid[], uuid[], integer[], integer[], text[], bigint[], text[]) FROM PUBLIC;
-- the first is asked by the triggers of the tables, as who writes
GRANT EXECUTE ON FUNCTION sumas_hechas(), solicitudes_de_origenes(text[]), iguales(uuid[]),
    recibir(uuid[], uuid[], date[], boolean[], text[], text[], text[], text[], boolean[], text[], text[], integer[], integer[], text[], text[], date[],
            bigint[], bigint[]),
    liquidar(uuid[], uuid[], integer[], integer[], text[], bigint[], text[])
    TO operations, operations_lead;
