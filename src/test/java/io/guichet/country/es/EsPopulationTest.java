package io.guichet.country.es;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.SampleContract;
import io.guichet.country.contract.PremiumLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Beside what every population is: what the Spanish one says adds up.
class EsPopulationTest extends SampleContract {

    EsPopulationTest() {
        super(new Spain(), "es.asegurado", "id");
    }

    private static List<String> wrong(String sql) {
        return DATABASE.query(sql);
    }

    @Test
    void linesAddUpToTheirRequest() {
        assertThat(wrong("""
                SELECT s.numero FROM es.solicitud_reembolso s
                LEFT JOIN (SELECT solicitud, sum(importe) AS importe, sum(importe_euros) AS euros, sum(reembolso) AS reembolso, min(fecha) AS dia
                           FROM es.factura_linea GROUP BY solicitud) l ON l.solicitud = s.id
                WHERE (s.importe, s.importe_euros, s.reembolso, s.primer_dia) IS DISTINCT FROM (l.importe, l.euros, l.reembolso, l.dia)"""))
                .isEmpty();
    }

    @Test
    void whoBringsTheInsuranceIsGrownUp() {
        assertThat(wrong("""
                SELECT a.id FROM es.asegurado a JOIN es.poliza p ON p.id = a.poliza
                WHERE a.titular = a.persona AND p.fin IS NULL AND age(a.fecha_alta, a.fecha_nacimiento) < interval '18 years'""")).isEmpty();
    }

    @Test
    void nobodyRetiredIsOnACompanysPolicy() {
        String company = "SELECT a.id FROM es.asegurado a JOIN es.poliza p ON p.id = a.poliza JOIN es.tomador t ON t.id = p.tomador "
                + "WHERE a.titular = a.persona AND t.tipo = '%s' AND a.fecha_nacimiento <= DATE '2026-10-31' - interval '65 years'";
        assertThat(wrong(company.formatted("EMPRESA"))).isEmpty();
        assertThat(wrong(company.formatted("PARTICULAR"))).isNotEmpty();
    }

    @Test
    void countersSayWhatWasHad() {
        assertThat(wrong("""
                (SELECT asegurado, extract(year FROM fecha)::integer, clase::text, count(*), count(servicio), sum(copago)
                 FROM es.acto GROUP BY 1, 2, 3)
                EXCEPT SELECT asegurado, anualidad, acto, sesiones, servicios, copago FROM es.consumo""")).isEmpty();
        assertThat(wrong("""
                (SELECT s.asegurado, extract(year FROM l.fecha)::integer, l.acto::text, sum(l.reembolso)
                 FROM es.factura_linea l JOIN es.solicitud_reembolso s ON s.id = l.solicitud WHERE l.reembolso > 0 GROUP BY 1, 2, 3)
                EXCEPT SELECT asegurado, anualidad, acto, reembolso FROM es.consumo""")).isEmpty();
    }

    /// Services are numbered without gaps in the order of the year, and ten sessions of physiotherapy are one.
    @Test
    void servicesAreCountedInTheirOrder() {
        assertThat(wrong("""
                SELECT asegurado FROM es.acto WHERE servicio IS NOT NULL
                GROUP BY asegurado, extract(year FROM fecha) HAVING max(servicio) <> count(*)""")).isEmpty();
        assertThat(wrong("""
                SELECT asegurado FROM es.consumo WHERE acto = 'FISIOTERAPIA' AND servicios <> ceil(sesiones / 10.0)""")).isEmpty();
        assertThat(wrong("SELECT 1 FROM es.consumo WHERE acto = 'FISIOTERAPIA' AND sesiones > 10")).isNotEmpty();
        assertThat(wrong("""
                SELECT a.id FROM es.acto a JOIN es.acto b ON b.asegurado = a.asegurado
                    AND extract(year FROM b.fecha) = extract(year FROM a.fecha)
                WHERE a.servicio < b.servicio AND a.fecha > b.fecha""")).isEmpty();
    }

    @Test
    void nobodyGetsMoreThanTheCapitalOrPaysMoreThanTheCeiling() {
        String covered = """
                FROM (SELECT asegurado, anualidad, sum(reembolso) AS reembolso, sum(copago) AS copago FROM es.consumo GROUP BY 1, 2) c
                JOIN es.asegurado a ON a.id = c.asegurado
                JOIN es.poliza_modalidad pm ON pm.poliza = a.poliza
                    AND daterange(pm.desde, pm.hasta, '[]') @> greatest(make_date(c.anualidad, 1, 1), a.fecha_alta)
                """;
        assertThat(wrong("SELECT c.asegurado " + covered + """
                JOIN es.limite_reembolso l ON l.modalidad = pm.modalidad AND l.acto IS NULL
                WHERE c.reembolso > l.capital""")).isEmpty();
        assertThat(wrong("SELECT c.asegurado " + covered
                + "JOIN es.copago_tope t ON t.modalidad = pm.modalidad WHERE c.copago > t.importe")).isEmpty();
        assertThat(wrong("SELECT 1 FROM es.acto WHERE copago > 0")).isNotEmpty();
    }

    @Test
    void everythingHappenedWhileThePersonWasCovered() {
        for (String table : List.of("es.acto x ON x.asegurado = a.id AND x.fecha", "es.solicitud_reembolso x ON x.asegurado = a.id AND x.primer_dia")) {
            assertThat(wrong("SELECT a.id FROM es.asegurado a JOIN es.poliza p ON p.id = a.poliza JOIN " + table
                    + " NOT BETWEEN a.fecha_alta AND coalesce(least(a.fecha_baja, p.fin), 'infinity')")).isEmpty();
        }
        assertThat(wrong("""
                SELECT a.id FROM es.asegurado a JOIN es.poliza p ON p.id = a.poliza
                WHERE a.fecha_alta < p.efecto OR a.fecha_alta > p.fin""")).isEmpty();
        assertThat(wrong("""
                SELECT a.id FROM es.asegurado a JOIN es.asegurado t ON t.id = a.titular
                WHERE t.poliza <> a.poliza OR t.titular <> t.id""")).isEmpty();
    }

    @Test
    void whatNeedsAnAuthorisationMostlyHasOneThatIsValid() {
        assertThat(wrong("""
                SELECT x.id FROM es.acto x JOIN es.autorizacion z ON z.id = x.autorizacion
                WHERE x.fecha NOT BETWEEN z.concedida AND z.valida_hasta""")).isEmpty();
        assertThat(wrong("SELECT 1 FROM es.acto WHERE autorizacion IS NOT NULL")).isNotEmpty();
    }

    /// The copays of the months before stand on the receipt; nobody pays the Consorcio twice a year.
    @Test
    void receiptsAddUp() {
        assertThat(wrong("""
                SELECT r.numero FROM es.recibo r
                WHERE r.copagos <> coalesce((SELECT sum(x.copago) FROM es.acto x JOIN es.asegurado a ON a.id = x.asegurado
                    WHERE a.poliza = r.poliza AND x.fecha < r.mes AND x.fecha >= r.mes - make_interval(months => r.meses)
                        AND x.fecha >= '2025-01-01'), 0)""")).isEmpty();
        assertThat(wrong("SELECT 1 FROM es.recibo WHERE ccs > 0")).isNotEmpty();
        assertThat(wrong("SELECT 1 FROM es.recibo WHERE estado = 'DEVUELTO'")).isNotEmpty();
    }

    /// The premium of a receipt is the premium that the policy's own page shows for its month.
    @Test
    void receiptsSayThePremiumOfTheirMonth() {
        List<String> rows = DATABASE.query("""
                SELECT poliza || ' ' || mes || ' ' || (neta / meses) FROM es.recibo ORDER BY md5(numero) LIMIT 25""");
        DATABASE.asSuperuser().read(work -> {
            for (String row : rows) {
                String[] parts = row.split(" ");
                long net = new Spain().contracts().orElseThrow().premium(work, parts[0], LocalDate.parse(parts[1])).stream()
                        .filter(line -> line.kind() == PremiumLine.Kind.NET)
                        .mapToLong(line -> line.amount().minor()).sum();
                assertThat(net).as(row).isEqualTo(new BigDecimal(parts[2]).movePointRight(2).longValue());
            }
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            terminated policies | SELECT 1 FROM es.poliza WHERE fin IS NOT NULL
            suspended policies  | SELECT 1 FROM es.poliza_suspension WHERE hasta IS NULL
            changed policies    | SELECT poliza FROM es.poliza_modalidad GROUP BY 1 HAVING count(*) > 1
            people who left     | SELECT 1 FROM es.asegurado WHERE fecha_baja IS NOT NULL
            who came back       | SELECT persona FROM es.asegurado GROUP BY 1 HAVING count(*) > 1
            refused claims      | SELECT 1 FROM es.solicitud_reembolso WHERE estado = 'DENEGADA'
            claims abroad       | SELECT 1 FROM es.solicitud_reembolso WHERE territorio = 'EXTRANJERO'
            undecided claims    | SELECT 1 FROM es.solicitud_reembolso WHERE estado = 'EN_TRAMITE'
            private holders     | SELECT 1 FROM es.tomador WHERE tipo = 'PARTICULAR'
            companies           | SELECT 1 FROM es.tomador WHERE tipo = 'EMPRESA'
            """)
    void thereIsEverything(String what, String sql) {
        assertThat(wrong(sql)).as(what).isNotEmpty();
    }
}
