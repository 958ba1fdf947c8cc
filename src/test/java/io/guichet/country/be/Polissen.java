package io.guichet.country.be;

import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.AmendmentResult;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.UnitOfWork;
import io.guichet.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A small employer with three policies and one family, and amendments of them by a care agent.
final class Polissen {

    static final CountryCode BELGIUM = new CountryCode("BE");
    static final String HOSPITAL = "P00000001";
    static final String DENTAL = "P00000002";
    static final String AMBULATORY = "P00000003";
    /// Born 1985-07-30; main insured of all policies since 2020-01-01.
    static final String HEAD = "V000000001";
    /// Born 1986-02-01.
    static final String PARTNER = "V000000002";
    /// Born 2015-05-05.
    static final String CHILD = "V000000003";
    /// Born 1960-03-03; main insured of the hospital policy since 2024-03-01.
    static final String COLLEAGUE = "V000000004";

    private final TestDatabase database;
    private final Database care;

    Polissen(TestDatabase database) {
        this.database = database;
        this.care = database.as("care.be");
    }

    Database care() {
        return care;
    }

    /// Everything as it was at first.
    void reset() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            run(connection, "SELECT set_config('guichet.seeding', 'on', true)");
            run(connection, "TRUNCATE be.verzekerde, be.werkgever, be.polis, be.aansluiting, be.afrekening, be.opname, be.jaarplafond, "
                    + "be.premie, be.contactgegevens, be.bankrekening, be.mutualiteit_aansluiting, be.factuurlijn, be.polis_formule, "
                    + "contract.amendment, contract.effect, contract.working, contract.entry CASCADE");
            SampleFormulas.load(connection);
            run(connection, "INSERT INTO be.werkgever (ondernemingsnummer, naam, personeel, postcode) VALUES ('0403019261', 'Drukkerij', 12, '9000')");
            run(connection, "INSERT INTO be.verzekerde (nummer, inss, naam, voornamen, geboortedatum, geslacht, taal) VALUES "
                    + "('V000000001', '85073003328', 'Maes', 'Jan Pieter', '1985-07-30', 'M', 'nl'), "
                    + "('V000000002', NULL, 'De Smet', 'Els', '1986-02-01', 'V', 'nl'), "
                    + "('V000000003', NULL, 'Maes', 'Noor', '2015-05-05', 'V', 'nl'), "
                    + "('V000000004', NULL, 'Dubois', 'Benoît', '1960-03-03', 'M', 'fr')");
            run(connection, "SELECT setval('be.verzekerde_volgnummer', 4), setval('be.polis_volgnummer', 3)");
            run(connection, "INSERT INTO be.contactgegevens (verzekerde, straat, huisnummer, postcode, gemeente) "
                    + "SELECT nummer, 'Kerkstraat', '1', '9000', 'Gent' FROM be.verzekerde");
            run(connection, "INSERT INTO be.polis (nummer, werkgever, tak, begin) VALUES ('P00000001', '0403019261', 'HOSPITALISATIE', "
                    + "'2020-01-01'), ('P00000002', '0403019261', 'TANDZORG', '2020-01-01'), ('P00000003', '0403019261', 'AMBULANT', '2020-01-01')");
            run(connection, "INSERT INTO be.polis_formule (polis, begin, tak, formule, werkgeversaandeel) VALUES "
                    + "('P00000001', '2020-01-01', 'HOSPITALISATIE', 'HOSPI-KAMER-150', 60), ('P00000002', '2020-01-01', 'TANDZORG', 'TAND-PLUS', 0), "
                    + "('P00000003', '2020-01-01', 'AMBULANT', 'AMBU-BASIS', 100)");
            run(connection, "INSERT INTO be.aansluiting (polis, verzekerde, hoofd, rol, begin, ononderbroken_sinds) "
                    + "SELECT p.nummer, v.nummer, 'V000000001', v.rol, '2020-01-01', '2020-01-01' FROM be.polis p, (VALUES "
                    + "('V000000001', 'HOOFDVERZEKERDE'), ('V000000002', 'PARTNER'), ('V000000003', 'KIND')) v (nummer, rol)");
            run(connection, "INSERT INTO be.aansluiting (polis, verzekerde, hoofd, rol, begin, ononderbroken_sinds) VALUES "
                    + "('P00000001', 'V000000004', 'V000000004', 'HOOFDVERZEKERDE', '2024-03-01', '2024-03-01')");
            connection.commit();
        }
    }

    /// What an amendment would do; nothing stays.
    <T> T rehearse(AmendmentOrder order, Function<UnitOfWork, T> look) {
        try {
            care.write(work -> {
                work.sql(connection -> begin(connection, order));
                throw new Undone(look.apply(work));
            });
            throw new AssertionError("kept");
        } catch (Undone undone) {
            @SuppressWarnings("unchecked")
            T seen = (T) undone.seen;
            return seen;
        }
    }

    /// Carries an amendment out, unless something is wrong with it.
    AmendmentResult apply(AmendmentOrder order) {
        try {
            return care.write(work -> {
                long number = work.sql(connection -> begin(connection, order));
                AmendmentResult result = new Belgium().contracts().orElseThrow().apply(work, order);
                if (!result.isDone()) {
                    throw new Undone(result);
                }
                work.sql(connection -> run(connection, "SELECT contract.finish(" + number + ", NULL)"));
                return result;
            });
        } catch (Undone undone) {
            return (AmendmentResult) undone.seen;
        }
    }

    /// What is wrong with it: `field text`.
    List<String> problems(AmendmentOrder order) {
        return apply(order).problems().stream().map(problem -> problem.field() + " " + problem.message().key()).toList();
    }

    /// Cancels the amendment applied last.
    void cancelLast() {
        care.write(work -> work.sql(connection -> run(connection, "SELECT contract.cancel(max(number), 'mistake') FROM contract.amendment "
                + "WHERE state = 'APPLIED'")));
    }

    /// The same: whether it was cancelled, and what hangs on the person otherwise.
    String cancelled() {
        return care.write(work -> work.sql(connection -> {
            try (PreparedStatement cancel = connection.prepareStatement("SELECT c.cancelled || ' ' || coalesce(c.held, '') FROM "
                    + "contract.cancel((SELECT max(number) FROM contract.amendment WHERE state = 'APPLIED'), 'mistake') c");
                    ResultSet row = cancel.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }));
    }

    static FileRef member(String number) {
        return new FileRef(BELGIUM, FileKind.MEMBER, number);
    }

    static AmendmentOrder order(String policy, String kind, String day, @Nullable String member, String... values) {
        Map<String, String> fields = new java.util.HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            fields.put(values[i].startsWith("be.") ? values[i] : "be.amendment." + kind + "." + values[i], values[i + 1]);
        }
        return new AmendmentOrder(policy, kind, LocalDate.parse(day), member == null ? null : member(member),
                FieldValues.of(fields), false);
    }

    private static long begin(Connection connection, AmendmentOrder order) throws SQLException {
        FileRef subject = order.subject();
        try (PreparedStatement draft = connection.prepareStatement("INSERT INTO contract.amendment (country, contract, kind, effective, "
                + "subject) VALUES ('BE', ?, ?, ?, ?) RETURNING number")) {
            draft.setString(1, order.contract());
            draft.setString(2, order.kind());
            draft.setObject(3, order.effective());
            draft.setString(4, subject == null ? null : subject.reference());
            try (ResultSet row = draft.executeQuery()) {
                row.next();
                long number = row.getLong(1);
                run(connection, "SELECT contract.begin(" + number + ", false)");
                return number;
            }
        }
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.execute();
        }
    }

    private static final class Undone extends RuntimeException {
        private final transient Object seen;

        Undone(@Nullable Object seen) {
            super("undone", null, false, false);
            this.seen = seen == null ? "" : seen;
        }
    }
}
