-- Requests that are decided again: which ones a changed rate touches, and what stood of one before. Runs with search_path = es, public.

CREATE FUNCTION solicitudes_tocadas(desde date, hasta date, actos text[], maximo integer) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1000 SET search_path = es, public, pg_temp
AS $$
    SELECT s.id::text
    FROM (SELECT DISTINCT l.solicitud FROM factura_linea l
          WHERE l.fecha BETWEEN desde AND hasta AND (actos = '{}' OR l.acto::text = ANY (actos))) t
    JOIN solicitud_reembolso s ON s.id = t.solicitud
    WHERE s.estado IN ('LIQUIDADA', 'PAGADA') AND 'ES' = ANY (access.my_countries()) AND access.is_any('operations', 'operations_lead')
    ORDER BY s.recibida, s.id LIMIT maximo
$$;
COMMENT ON FUNCTION solicitudes_tocadas(date, date, text[], integer) IS
    'Keys of the decided requests with a line of one of these kinds of act (none: any) on these days; keys only, no health data';

CREATE FUNCTION solicitud_guardar(clave text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
    SELECT reimbursement.keep('ES', clave, jsonb_build_object('solicitud', to_jsonb(s), 'lineas',
        (SELECT jsonb_agg(to_jsonb(l) ORDER BY l.orden) FROM factura_linea l WHERE l.solicitud = s.id)))
    FROM solicitud_reembolso s WHERE s.id = clave::uuid
$$;
COMMENT ON FUNCTION solicitud_guardar(text) IS 'Keeps what stands of a request that a run decides again';

CREATE FUNCTION solicitud_reponer(clave text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
DECLARE
    guardado jsonb := reimbursement.what_stood('ES', clave);
BEGIN
    -- the lines first, then the request; the counters follow the lines
    UPDATE factura_linea l SET porcentaje = g.porcentaje, reembolso = g.reembolso, pasos = g.pasos, version = l.version + 1
    FROM jsonb_populate_recordset(NULL::factura_linea, guardado -> 'lineas') g
    WHERE l.solicitud = clave::uuid AND l.orden = g.orden;
    UPDATE solicitud_reembolso s SET estado = g.estado, reembolso = g.reembolso, pagada = g.pagada, cuenta_final = g.cuenta_final,
        version = s.version + 1
    FROM jsonb_populate_record(NULL::solicitud_reembolso, guardado -> 'solicitud') g
    WHERE s.id = clave::uuid;
END
$$;
COMMENT ON FUNCTION solicitud_reponer(text) IS
    'Writes again what stood of a request before a run decided it again: lines, counters, the payment. A limit that others have used up '
    'meanwhile refuses it';

REVOKE ALL ON FUNCTION solicitudes_tocadas(date, date, text[], integer), solicitud_guardar(text), solicitud_reponer(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION solicitudes_tocadas(date, date, text[], integer), solicitud_guardar(text), solicitud_reponer(text)
    TO operations, operations_lead;
