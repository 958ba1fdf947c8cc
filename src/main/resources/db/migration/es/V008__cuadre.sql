-- The lines of an invoice may be written beside their request, by anybody and one after the other.
-- Runs with search_path = es, public.

CREATE OR REPLACE FUNCTION solicitud_reembolso_cuadrar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = es, public, pg_temp
AS $$
DECLARE
    cual uuid;
BEGIN
    -- as JSON: a row of the other table has no such column
    FOR cual IN SELECT DISTINCT (fila ->> TG_ARGV[0])::uuid FROM unnest(ARRAY[to_jsonb(OLD), to_jsonb(NEW)]) AS fila WHERE fila IS NOT NULL
    LOOP
        IF EXISTS (SELECT FROM solicitud_reembolso s
                   WHERE s.id = cual AND (s.importe, s.importe_euros, s.reembolso) IS DISTINCT FROM
                       (SELECT (coalesce(sum(l.importe), 0), coalesce(sum(l.importe_euros), 0), coalesce(sum(l.reembolso), 0))
                        FROM factura_linea l WHERE l.solicitud = cual)) THEN
            RAISE EXCEPTION 'the lines of an invoice add up to what its request says'
                USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION solicitud_reembolso_cuadrar() IS
    'Refuses a request whose lines do not add up to its sums; its argument is the column that holds the request';
DROP TRIGGER solicitud_reembolso_cuadra ON solicitud_reembolso;
DROP TRIGGER factura_linea_cuadra ON factura_linea;
CREATE CONSTRAINT TRIGGER solicitud_reembolso_cuadra AFTER INSERT OR UPDATE ON solicitud_reembolso DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NOT carga_masiva()) EXECUTE FUNCTION solicitud_reembolso_cuadrar('id');
CREATE CONSTRAINT TRIGGER factura_linea_cuadra AFTER INSERT OR UPDATE OR DELETE ON factura_linea DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NOT carga_masiva()) EXECUTE FUNCTION solicitud_reembolso_cuadrar('solicitud');

-- There are at least as many sessions as services, and no fewer services than none: this said nothing more.
ALTER TABLE consumo DROP CONSTRAINT consumo_sesiones;
