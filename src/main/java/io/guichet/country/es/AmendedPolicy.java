package io.guichet.country.es;

import io.guichet.country.es.sql.EsSql;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A policy while it is being changed: its row is locked, so that two changes of one policy follow one another.
///
/// @param id      its key
/// @param from    first day
/// @param to      last day, null while nobody ended it
/// @param expiry  31 December on which it ends or is renewed next
/// @param company whether a company took it out
record AmendedPolicy(UUID id, LocalDate from, @Nullable LocalDate to, LocalDate expiry, boolean company) {

    /// Where a problem of the day is said.
    static final String EFFECTIVE = "effective";
    /// Where a problem of the person is said.
    static final String SUBJECT = "subject";

    /// Somebody on it.
    ///
    /// @param id      the row's key
    /// @param persona the same in all rows of the person
    /// @param titular first insured of the family
    /// @param kinship what they are to that one
    /// @param birth   birth date
    /// @param from    first day covered
    /// @param to      last day covered, null while covered
    record Insured(UUID id, UUID persona, UUID titular, String kinship, LocalDate birth, LocalDate from, @Nullable LocalDate to) {

        boolean isHead() {
            return titular.equals(id);
        }

        /// Whether covered on that day, or some time after.
        boolean coveredFrom(LocalDate day) {
            return to == null || !to.isBefore(day);
        }

        static Insured read(ResultSet row) throws SQLException {
            return new Insured(EsSql.key(row, "id"), EsSql.key(row, "persona"), EsSql.key(row, "titular"),
                    row.getString("parentesco"), EsSql.day(row, "fecha_nacimiento"), EsSql.day(row, "fecha_alta"),
                    EsSql.dayOrNull(row, "fecha_baja"));
        }
    }

    static final String INSURED = "a.id, a.persona, a.titular, a.parentesco, a.fecha_nacimiento, a.fecha_alta, a.fecha_baja";

    /// Locks and reads it.
    static Optional<AmendedPolicy> lock(Connection connection, String reference) throws SQLException {
        Optional<UUID> key = EsMembers.key(reference);
        return key.isEmpty() ? Optional.empty() : EsSql.first(connection, """
                SELECT p.id, p.efecto, p.fin, p.vencimiento, t.tipo = 'EMPRESA' AS empresa
                FROM es.poliza p JOIN es.tomador t ON t.id = p.tomador WHERE p.id = ? FOR UPDATE OF p
                """, row -> new AmendedPolicy(EsSql.key(row, "id"), EsSql.day(row, "efecto"), EsSql.dayOrNull(row, "fin"),
                EsSql.day(row, "vencimiento"), row.getBoolean("empresa")), key.get());
    }

    /// Whether it covers anybody that day.
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /// The row of this person on this policy: the one that holds on that day, else the last.
    Optional<Insured> insured(Connection connection, @Nullable FileRef member, LocalDate day) throws SQLException {
        Optional<UUID> key = member == null ? Optional.empty() : EsMembers.key(member.reference());
        return key.isEmpty() ? Optional.empty() : EsSql.first(connection, "SELECT " + INSURED + """
                 FROM es.asegurado yo JOIN es.asegurado a ON a.persona = yo.persona
                WHERE yo.id = ? AND a.poliza = ?
                ORDER BY a.fecha_alta <= ? AND coalesce(a.fecha_baja >= ?, true) DESC, a.fecha_alta DESC
                LIMIT 1
                """, Insured::read, key.get(), id, day, day);
    }

    /// A problem with the day.
    static FieldProblem atDay(String text, Object... arguments) {
        return new FieldProblem(EFFECTIVE, UserMessage.of(text, arguments));
    }

    /// A problem with the person.
    static FieldProblem atSubject(String text, Object... arguments) {
        return new FieldProblem(SUBJECT, UserMessage.of(text, arguments));
    }

    /// The file of a row.
    static FileRef file(CountryCode country, UUID asegurado) {
        return new FileRef(country, FileKind.MEMBER, asegurado.toString());
    }
}
