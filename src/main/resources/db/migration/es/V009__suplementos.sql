-- What each kind of amendment writes.

SELECT contract.limit_kind('ES', kind, tbl, adds, columns, '{}')
FROM (VALUES
    ('enrol', 'asegurado', true, '{}'::text[]),
    ('enrol', 'domicilio', true, '{}'),
    ('enrol', 'contacto', true, '{}'),
    ('enrol', 'cuenta_bancaria', true, '{}'),
    ('terminate', 'asegurado', false, '{fecha_baja,motivo_baja}'),
    ('memberDates', 'asegurado', false, '{fecha_alta,fecha_baja,motivo_baja,antiguedad_reconocida}'),
    ('kinship', 'asegurado', false, '{parentesco}'),
    ('option', 'poliza_modalidad', true, '{modalidad,hasta}'),
    ('payment', 'poliza', false, '{forma_pago}'),
    ('dates', 'poliza', false, '{fin,motivo_fin,vencimiento}'),
    ('suspend', 'poliza_suspension', true, '{hasta}'),
    ('address', 'domicilio', true, NULL),
    ('bank', 'cuenta_bancaria', true, NULL)) AS reach (kind, tbl, adds, columns);
