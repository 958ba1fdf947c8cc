package io.guichet.country.es;

import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.Allowance.Unit;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.HistoryRequest.Place;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.cover.PaymentLine;
import io.guichet.country.cover.Relative;
import io.guichet.country.es.adjudication.FirstYear;
import io.guichet.country.es.adjudication.WaitingPeriod;
import io.guichet.country.es.sql.EsSql;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Page;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What covers a Spanish member. A file is one person on one policy; the answers are about the person, on every policy
/// they are or were on: rows that share `persona`.
final class EsMemberCover implements MemberCover {

    private static final Map<String, ClaimLine.State> STATES = Map.of("RECIBIDA", ClaimLine.State.RECEIVED,
            "EN_TRAMITE", ClaimLine.State.TO_DECIDE, "LIQUIDADA", ClaimLine.State.DECIDED,
            "PAGADA", ClaimLine.State.PAID, "DENEGADA", ClaimLine.State.REJECTED);
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final CountryCode country;

    EsMemberCover(CountryCode country) {
        this.country = country;
    }

    /// How far a claim is, by its state in the table.
    static ClaimLine.State state(String estado) {
        return STATES.getOrDefault(estado, ClaimLine.State.RECEIVED);
    }

    @Override
    public List<Cover> covers(UnitOfWork work, String member, LocalDate day) {
        return EsMembers.key(member).map(key -> ordered(EsSql.list(work, EsCoverSql.COVERS, row -> cover(row, day),
                day, day, day, day, key))).orElseGet(List::of);
    }

    private static List<Cover> ordered(List<Cover> all) {
        List<Cover> now = all.stream().filter(cover -> cover.state() != Cover.State.ENDED)
                .sorted(Comparator.comparing((Cover cover) -> cover.state() == Cover.State.COMING).thenComparing(Cover::from))
                .toList();
        return now.isEmpty() ? all.stream().max(Comparator.comparing(EsMemberCover::last)).stream().toList() : now;
    }

    private static LocalDate last(Cover cover) {
        LocalDate to = cover.to();
        return to == null ? END : to;
    }

    private Cover cover(ResultSet row, LocalDate day) throws SQLException {
        LocalDate from = EsSql.day(row, "fecha_alta");
        LocalDate to = EsSql.dayOrNull(row, "hasta");
        Cover.State state = to != null && to.isBefore(day) ? Cover.State.ENDED
                : from.isAfter(day) ? Cover.State.COMING
                : row.getBoolean("suspendida") ? Cover.State.SUSPENDED : Cover.State.RUNNING;
        LocalDate seniority = EsSql.dayOrNull(row, "antiguedad_reconocida");
        List<UserMessage> notes = new ArrayList<>();
        for (WaitingPeriod waiting : WaitingPeriod.listed(row.getString("carencias"))) {
            waiting.last(from, seniority != null).filter(last -> !last.isBefore(day) && state != Cover.State.ENDED)
                    .ifPresent(last -> notes.add(UserMessage.of("es.cover.waiting", EsWords.act(waiting.act()), last)));
        }
        return new Cover(ref(FileKind.CONTRACT, row.getString("poliza")), row.getString("numero"), row.getString("producto"),
                row.getString("tomador"), EsWords.kinship(row.getString("parentesco")), from, to, state, notes);
    }

    @Override
    public List<Allowance> allowances(UnitOfWork work, String member, LocalDate day) {
        return EsMembers.key(member).map(key -> EsSql.list(work, EsCoverSql.ALLOWANCES, row -> allowance(row, day.getYear()),
                        day, key, day, day, day, day.getYear(), day, day, day, day, day)
                .stream().flatMap(Optional::stream).toList()).orElseGet(List::of);
    }

    private static Optional<Allowance> allowance(ResultSet row, int year) throws SQLException {
        LocalDate entry = EsSql.day(row, "fecha_alta");
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate from = entry.isAfter(first) ? entry : first;
        LocalDate to = LocalDate.of(year, 12, 31);
        String what = row.getString("que");
        String act = row.getString("acto");
        String code = what + (act == null ? "" : "." + act);
        if (what.equals("SERVICIOS")) {
            long limit = row.getLong("limite");
            long used = row.getLong("usado");
            return used > limit ? Optional.empty() : Optional.of(new Allowance(code,
                    UserMessage.of("es.allowance.services", EsSql.euros(row, "copago")), Unit.SERVICES, limit, used, from, to, null));
        }
        long whole = EsSql.cents(row.getBigDecimal("limite"));
        long limit = what.equals("CAPITAL") ? FirstYear.capital(whole, entry, year) : whole;
        UserMessage note = limit == whole ? null : UserMessage.of("es.allowance.firstYear", Money.euros(whole));
        UserMessage label = switch (what) {
            case "CAPITAL" -> UserMessage.of("es.allowance.capital");
            case "COPAGO" -> UserMessage.of("es.allowance.copay");
            default -> UserMessage.of("es.allowance.act", EsWords.act(act == null ? "" : act));
        };
        return Optional.of(new Allowance(code, label, Unit.MONEY, limit,
                Math.min(limit, EsSql.cents(row.getBigDecimal("usado"))), from, to, note));
    }

    @Override
    public List<Relative> household(UnitOfWork work, String member, LocalDate day) {
        return EsMembers.key(member).map(key -> EsSql.list(work, EsCoverSql.HOUSEHOLD, row -> new Relative(
                ref(FileKind.MEMBER, row.getString("id")), row.getString("nombre"), EsSql.day(row, "fecha_nacimiento"),
                EsWords.kinship(row.getString("parentesco")), row.getBoolean("cubierto")), day, day, day, day, day, key))
                .orElseGet(List::of);
    }

    @Override
    public Page<ClaimLine> claims(UnitOfWork work, String member, HistoryRequest request) {
        return page(work, member, request, EsCoverSql.CLAIMS, row -> new ClaimLine(
                ref(FileKind.CLAIM, row.getString("id")), row.getString("numero"),
                new Place(EsSql.day(row, "dia"), row.getString("id")), EsSql.day(row, "dia"), what(row),
                charged(row), EsSql.euros(row, "reembolso"), state(row.getString("estado"))));
    }

    @Override
    public Page<PaymentLine> payments(UnitOfWork work, String member, HistoryRequest request) {
        return page(work, member, request, EsCoverSql.PAYMENTS, row -> new PaymentLine(
                new Place(EsSql.day(row, "dia"), row.getString("id")), EsSql.day(row, "dia"), EsSql.euros(row, "reembolso"),
                ref(FileKind.CLAIM, row.getString("id")), row.getString("numero"), row.getString("cuenta_final")));
    }

    private <T> Page<T> page(UnitOfWork work, String member, HistoryRequest request, String sql, EsSql.Reader<T> reader) {
        Optional<UUID> key = EsMembers.key(member);
        Place after = request.after();
        // behind the newest possible row, when the page is the first
        Optional<UUID> id = after == null ? Optional.of(new UUID(-1, -1)) : EsMembers.key(after.id());
        if (key.isEmpty() || id.isEmpty()) {
            return new Page<>(List.of(), false);
        }
        int wanted = request.limit() + 1;
        LocalDate from = after == null || after.day().isAfter(request.until()) ? request.until() : after.day();
        UUID behind = after == null || after.day().isAfter(request.until()) ? new UUID(-1, -1) : id.get();
        List<T> rows = EsSql.list(work, sql, reader, from, behind, wanted, key.get(), wanted);
        return new Page<>(rows.subList(0, Math.min(rows.size(), request.limit())), rows.size() > request.limit());
    }

    private static UserMessage what(ResultSet row) throws SQLException {
        String act = row.getString("acto");
        int lines = row.getInt("lineas");
        return act == null ? UserMessage.of("es.claim.noLines")
                : lines == 1 ? EsWords.act(act) : UserMessage.of("es.claim.andMore", EsWords.act(act), lines - 1);
    }

    private static Money charged(ResultSet row) throws SQLException {
        Currency currency = currency(row.getString("moneda"));
        return currency == null ? EsSql.euros(row, "importe_euros") : new Money(row.getBigDecimal("importe")
                .movePointRight(currency.getDefaultFractionDigits()).longValue(), currency);
    }

    /// A code that this Java does not know is shown in euros.
    private static @Nullable Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private FileRef ref(FileKind kind, String reference) {
        return new FileRef(country, kind, reference);
    }
}
