-- Who joins within a year pays for what is left of it. Runs with search_path = es, public.

ALTER TABLE recibo DROP CONSTRAINT recibo_meses, ADD CONSTRAINT recibo_meses CHECK (meses BETWEEN 1 AND 12);

-- What is refused is named after the table that was written.
CREATE OR REPLACE FUNCTION solicitud_reembolso_cuadrar() RETURNS trigger
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
                USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
