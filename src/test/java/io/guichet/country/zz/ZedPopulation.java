package io.guichet.country.zz;

import io.guichet.country.identifier.Digits;
import io.guichet.country.sample.CopyLoad;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Mailbox;
import io.guichet.country.sample.SamplePopulation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Sample members of Zedland, all in one guild a load.
final class ZedPopulation implements SamplePopulation {

    private static final List<String> FIRST = List.of("Zora", "Zeno", "Zita", "Zadok", "Zelda");
    private static final List<String> LAST = List.of("Zabel", "Zorn", "Zimt", "Zander", "Zwirn");
    private static final List<String> HUMOURS = List.of("BLOOD", "PHLEGM", "CHOLER");

    @Override
    public Map<String, Long> write(Connection connection, SampleRequest request, Progress progress)
            throws SQLException {
        long start = count(connection, "zz.person");
        long bills = count(connection, "zz.bill");
        long guilds = count(connection, "zz.guild");
        Draw draw = new Draw(request.seed(), start);
        CopyTable guild = new CopyTable("zz.guild", "code, name");
        CopyTable pact = new CopyTable("zz.pact", "code, guild");
        CopyTable reach = new CopyTable("zz.reach", "person, phone, email");
        CopyTable humour = new CopyTable("zz.humour", "person, prevailing");
        CopyTable bill = new CopyTable("zz.bill", "code, person, came");
        CopyTable person = new CopyTable("zz.person", "code, number, name, born, pact");
        guild.row("G%06d".formatted(guilds), "Guild of " + draw.any(LAST));
        pact.row("T%06d".formatted(guilds), "G%06d".formatted(guilds));
        for (long i = start; i < start + request.members(); i++) {
            String first = draw.any(FIRST);
            String last = draw.any(LAST);
            String digits = "%08d".formatted(i + 1);
            person.row("Z" + digits, digits + Digits.luhnDigit(digits), first + " " + last,
                    draw.day(LocalDate.of(1940, 1, 1), LocalDate.of(2020, 1, 1)), "T%06d".formatted(guilds));
            reach.row("Z" + digits, "+447400" + "%06d".formatted(100_000 + i % 800_000), Mailbox.of(draw, first, last));
            humour.row("Z" + digits, draw.any(HUMOURS));
        }
        for (long i = 0; i < request.claims(); i++) {
            bill.row("B%08d".formatted(bills + i), "Z%08d".formatted(start + 1 + i % request.members()),
                    LocalDate.of(2026, 1, 1).plusDays(i % 300));
        }
        CopyLoad load = new CopyLoad(connection, List.of(guild, pact, reach, humour, bill, person));
        load.flush();
        progress.done(request.members());
        return load.written();
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
