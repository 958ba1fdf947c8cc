package io.guichet.country.es;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.paper.Facts;
import io.guichet.country.paper.PaperWords;
import io.guichet.country.paper.StatementBody;
import io.guichet.country.paper.StatementForm;
import io.guichet.kernel.Money;
import io.guichet.platform.database.UnitOfWork;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The Spanish liquidación de reembolso: the invoice, the percentage that the policy gives back, and what it gave.
final class EsStatements implements StatementForm {

    private static final String BETWEEN = " · ";
    private static final String NONE = "–";
    private static final String HEAD = """
            SELECT numero_factura, proveedor, primer_dia, territorio, moneda, importe, cuenta_final
            FROM es.solicitud_reembolso WHERE id = ?
            """;
    private static final String LINES = """
            SELECT acto, concepto, fecha, importe, porcentaje FROM es.factura_linea WHERE solicitud = ? ORDER BY orden
            """;

    private final MemberCover cover;

    /// @param cover knows which policy covered the person
    EsStatements(MemberCover cover) {
        this.cover = cover;
    }

    private record Head(@Nullable String invoice, @Nullable String provider, LocalDate care, String territory, Money amount,
                        @Nullable String account) {

        static Head of(ResultSet row) throws SQLException {
            return new Head(row.getString("numero_factura"), row.getString("proveedor"), row.getObject("primer_dia", LocalDate.class),
                    row.getString("territorio"), money(row.getBigDecimal("importe"), row.getString("moneda")), row.getString("cuenta_final"));
        }
    }

    private record Line(String act, String item, LocalDate day, BigDecimal amount, @Nullable BigDecimal percent) {

        static Line of(ResultSet row) throws SQLException {
            return new Line(row.getString("acto"), row.getString("concepto"), row.getObject("fecha", LocalDate.class),
                    row.getBigDecimal("importe"), row.getBigDecimal("porcentaje"));
        }
    }

    private static Money money(BigDecimal amount, String currency) {
        Currency known = Currency.getInstance(currency);
        return new Money(amount.movePointRight(known.getDefaultFractionDigits()).longValue(), known);
    }

    /// An amount that needs no rate; one in another currency is not worked out before the claim is decided.
    private static Optional<Money> inEuros(Money amount) {
        return Optional.of(amount).filter(each -> each.currency().equals(Money.ZERO.currency()));
    }

    @Override
    public StatementBody body(UnitOfWork work, ClaimFile claim, String name, PaperWords words) {
        UUID id = UUID.fromString(claim.ref().reference());
        Head head = work.sql(connection -> EsSql.first(connection, HEAD, Head::of, id)).orElseThrow();
        List<Line> lines = EsSql.list(work, LINES, Line::of, id);
        Optional<ClaimDecision> decision = claim.decision();
        Map<String, String> values = new HashMap<>(facts(work, claim, head, name, words).values());
        values.put("subject", words.text("es.statement.title"));
        values.put("amount", words.figures(decision.map(ClaimDecision::charged).or(() -> inEuros(head.amount()))));
        values.put("paid", words.figures(decision.map(ClaimDecision::insurerPaid)));
        values.put("own", words.figures(decision.map(ClaimDecision::memberPays)));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int rank = i;
            rows.add(row(lines.get(i), head, decision.map(decided -> decided.lines().get(rank)), words));
        }
        return new StatementBody("es/liquidacion", values, rows);
    }

    private Facts facts(UnitOfWork work, ClaimFile claim, Head head, String name, PaperWords words) {
        String policy = cover.covers(work, claim.member().reference(), head.care()).stream()
                .filter(each -> each.state() == Cover.State.RUNNING).findFirst()
                .map(each -> each.number() + BETWEEN + each.product()).orElse("");
        return new Facts(words).add("es.statement.number", claim.number()).add("es.statement.policy", policy)
                .add("es.statement.insured", name).add("es.statement.received", words.day(claim.received()))
                .add("es.statement.provider", head.provider() == null ? "" : head.provider())
                .add("es.statement.invoice", head.invoice() == null ? "" : head.invoice())
                .add("es.statement.total", words.amount(head.amount()) + BETWEEN + words.text("es.claim.territory." + head.territory()))
                .add("es.statement.account", head.account() == null ? "" : words.text("es.statement.accountEnd", head.account()));
    }

    private static Map<String, Object> row(Line line, Head head, Optional<LineDecision> decision, PaperWords words) {
        BigDecimal percent = line.percent();
        Money invoiced = money(line.amount(), head.amount().currency().getCurrencyCode());
        return Map.of("what", line.item(), "act", words.text(EsWords.act(line.act())), "day", words.day(line.day()),
                "invoiced", words.amount(invoiced),
                "amount", words.figures(decision.map(LineDecision::charged).or(() -> inEuros(invoiced))),
                "percent", decision.isEmpty() ? "" : percent == null ? NONE : words.text("es.statement.percent", percent),
                "paid", words.figures(decision.map(LineDecision::insurerPaid)),
                "own", words.figures(decision.map(LineDecision::memberPays)),
                "why", decision.map(words::explanation).orElse(""));
    }
}
