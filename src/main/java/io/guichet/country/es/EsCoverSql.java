package io.guichet.country.es;

/// What `EsMemberCover` asks. Each reads ranges of indexes: of a person's few rows, and of the newest of each row's history.
final class EsCoverSql {

    /// Days of: the modality (1), the suspension (2, 3), the waiting periods (4); then the member.
    static final String COVERS = """
            SELECT p.id AS poliza, p.numero, coalesce(o.nombre || ' · ' || m.nombre, p.numero) AS producto, t.nombre AS tomador,
                   a.parentesco, a.fecha_alta, least(a.fecha_baja, p.fin) AS hasta, a.antiguedad_reconocida,
                   EXISTS (SELECT FROM es.poliza_suspension s
                           WHERE s.poliza = p.id AND s.desde <= ? AND (s.hasta IS NULL OR s.hasta >= ?)) AS suspendida,
                   (SELECT string_agg(concat_ws(' ', c.acto, c.meses, CASE WHEN c.dispensable THEN 'true' ELSE 'false' END), ','
                                      ORDER BY c.meses, c.acto)
                    FROM es.carencia c
                    WHERE c.producto = o.id AND daterange(c.desde, c.hasta, '[]') @> ?::date) AS carencias
            FROM es.asegurado yo
            JOIN es.asegurado a ON a.persona = yo.persona
            JOIN es.poliza p ON p.id = a.poliza
            JOIN es.tomador t ON t.id = p.tomador
            LEFT JOIN LATERAL (SELECT pm.modalidad FROM es.poliza_modalidad pm
                               WHERE pm.poliza = p.id AND pm.desde <= greatest(?, a.fecha_alta)
                               ORDER BY pm.desde DESC LIMIT 1) pm ON true
            LEFT JOIN es.modalidad m ON m.id = pm.modalidad
            LEFT JOIN es.producto o ON o.id = m.producto
            WHERE yo.id = ?
            ORDER BY a.fecha_alta, a.id
            LIMIT 50
            """;

    /// Day of the modality (1), the member (2), days of the cover (3 to 5), the year (6), days of the limits.
    static final String ALLOWANCES = """
            WITH cubierto AS (
                SELECT a.id, a.fecha_alta, pm.modalidad
                FROM es.asegurado yo
                JOIN es.asegurado a ON a.persona = yo.persona
                JOIN es.poliza p ON p.id = a.poliza
                JOIN LATERAL (SELECT x.modalidad FROM es.poliza_modalidad x
                              WHERE x.poliza = p.id AND x.desde <= ? ORDER BY x.desde DESC LIMIT 1) pm ON true
                WHERE yo.id = ? AND es.expediente_abierto(yo.id) AND a.fecha_alta <= ?
                    AND (a.fecha_baja IS NULL OR a.fecha_baja >= ?) AND (p.fin IS NULL OR p.fin >= ?)
                LIMIT 10),
            usado AS (
                SELECT k.id, c.acto, c.servicios, c.copago, c.reembolso
                FROM cubierto k JOIN es.consumo c ON c.asegurado = k.id AND c.anualidad = ?)
            SELECT 1 AS orden, 'CAPITAL' AS que, NULL AS acto, k.fecha_alta, l.capital AS limite,
                   coalesce((SELECT sum(u.reembolso) FROM usado u WHERE u.id = k.id), 0) AS usado, NULL::numeric AS copago
            FROM cubierto k
            JOIN es.limite_reembolso l ON l.modalidad = k.modalidad AND l.acto IS NULL
                AND daterange(l.desde, l.hasta, '[]') @> ?::date
            UNION ALL
            SELECT 2, 'ACTO', l.acto, k.fecha_alta, l.limite_anual,
                   coalesce((SELECT sum(u.reembolso) FROM usado u WHERE u.id = k.id AND u.acto = l.acto), 0), NULL
            FROM cubierto k
            JOIN es.limite_reembolso l ON l.modalidad = k.modalidad AND l.limite_anual IS NOT NULL
                AND daterange(l.desde, l.hasta, '[]') @> ?::date
            UNION ALL
            SELECT 3, 'COPAGO', NULL, k.fecha_alta, t.importe,
                   coalesce((SELECT sum(u.copago) FROM usado u WHERE u.id = k.id), 0), NULL
            FROM cubierto k
            JOIN es.copago_tope t ON t.modalidad = k.modalidad AND daterange(t.desde, t.hasta, '[]') @> ?::date
            UNION ALL
            SELECT 4, 'SERVICIOS', NULL, k.fecha_alta, r.servicio_hasta, n.servicios, siguiente.importe
            FROM cubierto k
            CROSS JOIN LATERAL (SELECT coalesce(sum(u.servicios), 0) AS servicios FROM usado u WHERE u.id = k.id) n
            JOIN es.copago_tramo r ON r.modalidad = k.modalidad AND r.acto IS NULL
                AND n.servicios + 1 BETWEEN r.servicio_desde AND r.servicio_hasta
                AND daterange(r.desde, r.hasta, '[]') @> ?::date
            JOIN es.copago_tramo siguiente ON siguiente.modalidad = k.modalidad AND siguiente.acto IS NULL
                AND siguiente.servicio_desde = r.servicio_hasta + 1 AND daterange(siguiente.desde, siguiente.hasta, '[]') @> ?::date
            ORDER BY orden, acto
            LIMIT 40
            """;

    /// Days of the cover (1 to 3) and of its suspension (4, 5), then the member.
    static final String HOUSEHOLD = """
            SELECT DISTINCT ON (o.orden, o.fecha_nacimiento, o.persona) o.*
            FROM (SELECT a.id, a.persona, a.fecha_nacimiento, a.parentesco, a.fecha_alta,
                         es.nombre_completo(a.nombre, a.primer_apellido, a.segundo_apellido) AS nombre,
                         CASE a.parentesco WHEN 'TITULAR' THEN 1 WHEN 'CONYUGE' THEN 2 ELSE 3 END AS orden,
                         a.fecha_alta <= ? AND coalesce(a.fecha_baja >= ?, true) AND coalesce(p.fin >= ?, true)
                             AND NOT EXISTS (SELECT FROM es.poliza_suspension s
                                             WHERE s.poliza = p.id AND s.desde <= ? AND (s.hasta IS NULL OR s.hasta >= ?))
                             AS cubierto
                  FROM es.asegurado yo
                  JOIN es.asegurado a ON a.titular = yo.titular AND a.persona <> yo.persona
                  JOIN es.poliza p ON p.id = a.poliza
                  WHERE yo.id = ?
                  LIMIT 100) o
            ORDER BY o.orden, o.fecha_nacimiento, o.persona, o.fecha_alta DESC
            LIMIT 30
            """;

    /// Behind that day and key (1, 2), so many of each row (3) of the member (4), so many in all (5).
    static final String CLAIMS = """
            SELECT s.*, l.acto, (SELECT count(*) FROM es.factura_linea f WHERE f.solicitud = s.id) AS lineas
            FROM es.asegurado yo
            JOIN es.asegurado a ON a.persona = yo.persona
            CROSS JOIN LATERAL (
                SELECT r.id, r.numero, r.primer_dia AS dia, r.moneda, r.importe, r.importe_euros, r.reembolso, r.estado
                FROM es.solicitud_reembolso r
                WHERE r.asegurado = a.id AND (r.primer_dia, r.id) < (?, ?)
                ORDER BY r.primer_dia DESC, r.id DESC
                LIMIT ?) s
            LEFT JOIN LATERAL (SELECT f.acto FROM es.factura_linea f WHERE f.solicitud = s.id ORDER BY f.orden LIMIT 1) l ON true
            WHERE yo.id = ?
            ORDER BY s.dia DESC, s.id DESC
            LIMIT ?
            """;

    /// As `CLAIMS`.
    static final String PAYMENTS = """
            SELECT s.*
            FROM es.asegurado yo
            JOIN es.asegurado a ON a.persona = yo.persona
            CROSS JOIN LATERAL (
                SELECT r.id, r.numero, r.pagada AS dia, r.reembolso, r.cuenta_final
                FROM es.solicitud_reembolso r
                WHERE r.asegurado = a.id AND r.pagada IS NOT NULL AND (r.pagada, r.id) < (?, ?)
                ORDER BY r.pagada DESC, r.id DESC
                LIMIT ?) s
            WHERE yo.id = ?
            ORDER BY s.dia DESC, s.id DESC
            LIMIT ?
            """;

    private EsCoverSql() {
    }
}
