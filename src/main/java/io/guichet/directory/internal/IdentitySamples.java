package io.guichet.directory.internal;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.Mailbox;
import io.guichet.country.sample.SampleNames;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes sample people with an account and no insurance, and links sample files of the same person.
public final class IdentitySamples {

    private static final int CHUNK = 10_000;
    private static final LocalDate OLDEST = LocalDate.of(2019, 1, 1);
    private static final int LAST_DIGITS = 1_000_000;
    private static final List<String> SERVICES =
            List.of("teleconsultation", "prevention", "nutrition", "support", "secondOpinion");

    private final Connection owner;

    /// @param owner connection of the schema owner, in a transaction that the caller commits
    public IdentitySamples(Connection owner) {
        this.owner = owner;
    }

    /// Two files of one person.
    public record Pair(FileRef one, FileRef other) {
    }

    /// How many links there are: tells this load from an earlier one.
    public long links() throws SQLException {
        return single("SELECT count(*) FROM directory.link");
    }

    /// Says of each pair that both are about one person.
    public void link(List<Pair> pairs) throws SQLException {
        String sql = """
                SELECT directory.join_files((f.c1, f.k1, f.r1)::directory.file, (f.c2, f.k2, f.r2)::directory.file)
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) AS f (c1, k1, r1, c2, k2, r2)""";
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            int place = 1;
            for (List<FileRef> files : List.of(pairs.stream().map(Pair::one).toList(), pairs.stream().map(Pair::other).toList())) {
                statement.setArray(place++, texts(files.stream().map(file -> file.country().value()).toList()));
                statement.setArray(place++, texts(files.stream().map(file -> file.kind().code()).toList()));
                statement.setArray(place++, texts(files.stream().map(FileRef::reference).toList()));
            }
            statement.execute();
        }
    }

    private java.sql.Array texts(List<String> texts) throws SQLException {
        return owner.createArrayOf("text", texts.toArray());
    }

    /// Writes `count` accounts of a country, behind those that are there.
    ///
    /// @return rows written, by table; a table that got none is missing
    public Map<String, Long> accounts(CountryCode country, Locale language, SampleNames names, long count,
                                      long seed) throws SQLException {
        if (count == 0) {
            return Map.of();
        }
        long number = 1 + single("SELECT greatest(7000000, max(number)) FROM directory.account");
        Draw draw = new Draw(seed, number);
        CopyTable accounts = new CopyTable("directory.account",
                "number, country, given_name, family_name, birth_date, email, phone, language, since");
        CopyTable uses = new CopyTable("directory.account_use", "account, country, service, last_on, times");
        CopyLoad load = new CopyLoad(owner, List.of(accounts, uses));
        for (long i = 0; i < count; i++) {
            boolean female = draw.percent(52);
            String first = names.first(draw, female);
            String family = draw.early(names.surnames());
            LocalDate since = draw.day(OLDEST, Household.TODAY);
            LocalDate birth = draw.percent(85) ? draw.day(since.minusYears(75), since.minusYears(18)) : null;
            accounts.row(number + i, country.value(), first, family, birth, Mailbox.of(draw, first, family),
                    draw.percent(70) ? phone(country, draw) : null, language.getLanguage(), since);
            List<String> used = new ArrayList<>(SERVICES);
            for (int services = draw.between(0, 3); services > 0; services--) {
                uses.row(number + i, country.value(), used.remove(draw.between(0, used.size() - 1)),
                        draw.day(since, Household.TODAY), Math.min(draw.between(1, 12), draw.between(1, 12)));
            }
            if (i % CHUNK == CHUNK - 1) {
                load.flush();
            }
        }
        load.flush();
        single("SELECT setval(pg_get_serial_sequence('directory.account', 'number'), max(number)) FROM directory.account");
        return uses.written() == 0 ? Map.of("directory.account", accounts.written())
                : Map.of("directory.account", accounts.written(), "directory.account_use", uses.written());
    }

    /// A mobile number of that country, or null when the country has none that we know.
    private static @Nullable String phone(CountryCode country, Draw draw) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        PhoneNumber example = phones.getExampleNumberForType(country.value(), PhoneNumberUtil.PhoneNumberType.MOBILE);
        if (example == null) {
            return null;
        }
        long national = example.getNationalNumber() / LAST_DIGITS * LAST_DIGITS + draw.between(0, LAST_DIGITS - 1);
        PhoneNumber number = new PhoneNumber().setCountryCode(example.getCountryCode()).setNationalNumber(national);
        return phones.isValidNumber(number) ? phones.format(number, PhoneNumberUtil.PhoneNumberFormat.E164) : null;
    }

    private long single(String sql) throws SQLException {
        try (Statement statement = owner.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// The file of a sample member.
    public static FileRef member(CountryCode country, String reference) {
        return new FileRef(country, FileKind.MEMBER, reference);
    }
}
