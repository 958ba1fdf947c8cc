package io.guichet.country.fr;

import io.guichet.country.cover.Allowance;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.cover.Cover;
import io.guichet.country.cover.HistoryRequest;
import io.guichet.country.cover.HistoryRequest.Place;
import io.guichet.country.cover.MemberCover;
import io.guichet.country.cover.PaymentLine;
import io.guichet.country.cover.Relative;
import io.guichet.country.fr.sql.Rows;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What covers somebody in France, and what they had paid.
final class FrMemberCover implements MemberCover {

    private static final int MOST = 100;

    private final CountryCode country;

    FrMemberCover(CountryCode country) {
        this.country = country;
    }

    @Override
    public List<Cover> covers(UnitOfWork work, String member, LocalDate day) {
        Optional<Long> person = FrMembers.key(member);
        if (person.isEmpty()) {
            return List.of();
        }
        // running and coming ones; when there are none, the last that ended
        return work.sql(connection -> Rows.list(connection, """
                WITH toutes AS (
                    SELECT a.contrat, a.qualite, a.debut, least(a.fin, k.fin) AS fin, a.dispense, a.portabilite, k.suspendu_depuis,
                           e.raison_sociale, k.genre, a.assure, greatest(least(?::date, coalesce(least(a.fin, k.fin), ?::date)), a.debut) AS jour
                    FROM fr.affiliation a
                    JOIN fr.contrat k ON k.numero = a.contrat
                    LEFT JOIN fr.contrat_collectif c ON c.numero = k.numero
                    LEFT JOIN fr.entreprise e ON e.siren = c.entreprise
                    WHERE a.personne = ?)
                SELECT t.*, r.libelle AS produit, coalesce(oc.libelle, o.libelle) AS niveau,
                       fr.nom_affiche(h.prenoms, h.nom_naissance, h.nom_usage) AS chef
                FROM (SELECT * FROM toutes WHERE fin IS NULL OR fin >= ?
                      UNION ALL
                      (SELECT * FROM toutes WHERE fin < ? AND NOT EXISTS (SELECT FROM toutes WHERE fin IS NULL OR fin >= ?)
                       ORDER BY fin DESC, debut DESC LIMIT 1)) t
                JOIN fr.personne h ON h.numero = t.assure
                LEFT JOIN LATERAL (SELECT produit, option FROM fr.formule f WHERE f.contrat = t.contrat AND f.debut <= t.jour
                    ORDER BY f.debut DESC LIMIT 1) f ON true
                LEFT JOIN fr.produit r ON r.code = f.produit
                LEFT JOIN fr.option o ON o.produit = f.produit AND o.code = f.option
                LEFT JOIN fr.choix_option c ON c.contrat = t.contrat AND c.assure = t.assure AND c.produit = f.produit
                    AND c.debut <= t.jour AND (c.fin IS NULL OR c.fin >= t.jour)
                LEFT JOIN fr.option oc ON oc.produit = c.produit AND oc.code = c.option
                ORDER BY (t.debut <= ?) DESC, t.debut, t.contrat LIMIT 100
                """, row -> cover(row, day), day, day, person.get(), day, day, day, day));
    }

    private Cover cover(ResultSet row, LocalDate day) throws SQLException {
        LocalDate from = row.getObject("debut", LocalDate.class);
        LocalDate to = Rows.day(row, "fin");
        LocalDate suspended = Rows.day(row, "suspendu_depuis");
        LocalDate portability = Rows.day(row, "portabilite");
        String exempt = row.getString("dispense");
        List<UserMessage> notes = new ArrayList<>();
        if (exempt != null) {
            notes.add(UserMessage.of("fr.cover.exempt", FrLabels.of("fr.amendment.dispense.reason", exempt)));
        }
        if (portability != null) {
            notes.add(UserMessage.of("fr.cover.ported", portability));
        }
        if (suspended != null) {
            notes.add(UserMessage.of("fr.cover.unpaid", suspended));
        }
        boolean pays = exempt == null && (suspended == null || day.isBefore(suspended));
        Cover.State state = day.isBefore(from) ? Cover.State.COMING : to != null && day.isAfter(to) ? Cover.State.ENDED
                : pays ? Cover.State.RUNNING : Cover.State.SUSPENDED;
        String number = row.getString("contrat");
        String payer = row.getString("raison_sociale") == null ? row.getString("chef") : row.getString("raison_sociale");
        String product = row.getString("produit") == null ? "" : row.getString("produit") + ", " + row.getString("niveau");
        return new Cover(new FileRef(country, FileKind.CONTRACT, number), number, product, payer,
                FrLabels.role(row.getString("qualite")), from, to, state, notes);
    }

    @Override
    public List<Allowance> allowances(UnitOfWork work, String member, LocalDate day) {
        return FrMembers.key(member).map(person -> work.sql(connection -> FrAllowances.of(connection, person, day)))
                .orElse(List.of());
    }

    @Override
    public List<Relative> household(UnitOfWork work, String member, LocalDate day) {
        Optional<Long> person = FrMembers.key(member);
        if (person.isEmpty()) {
            return List.of();
        }
        return work.sql(connection -> Rows.list(connection, """
                WITH chefs AS (
                    SELECT assure, max(debut) AS depuis FROM fr.affiliation WHERE personne = ? AND debut <= ? GROUP BY assure
                    UNION SELECT assure, min(debut) FROM fr.affiliation WHERE personne = ? AND debut > ? GROUP BY assure),
                chef AS (SELECT assure FROM chefs ORDER BY depuis <= ? DESC, depuis DESC LIMIT 1)
                SELECT p.numero, fr.nom_affiche(p.prenoms, p.nom_naissance, p.nom_usage) AS nom, p.date_naissance, f.qualite, f.couvert
                FROM (SELECT a.personne, min(a.qualite) AS qualite,
                             bool_or(a.dispense IS NULL AND a.debut <= ? AND (least(a.fin, k.fin) IS NULL OR least(a.fin, k.fin) >= ?)
                                     AND (k.suspendu_depuis IS NULL OR k.suspendu_depuis > ?)) AS couvert
                      FROM chef c JOIN fr.affiliation a ON a.assure = c.assure JOIN fr.contrat k ON k.numero = a.contrat
                      WHERE a.personne <> ?
                      GROUP BY a.personne) f
                JOIN fr.personne p ON p.numero = f.personne
                ORDER BY CASE f.qualite WHEN 'ASSURE' THEN 0 WHEN 'CONJOINT' THEN 1 ELSE 2 END, p.date_naissance, p.numero LIMIT ?
                """, row -> new Relative(new FileRef(country, FileKind.MEMBER, row.getString("numero")), row.getString("nom"),
                        row.getObject("date_naissance", LocalDate.class), FrLabels.role(row.getString("qualite")),
                        row.getBoolean("couvert")),
                person.get(), day, person.get(), day, day, day, day, day, person.get(), MOST));
    }

    @Override
    public Page<ClaimLine> claims(UnitOfWork work, String member, HistoryRequest request) {
        String sql = """
                SELECT numero, debut_soins, premier_acte, nombre_actes, depense, amc, etat FROM fr.decompte
                WHERE personne = ? AND (debut_soins, numero) < (?, ?)
                ORDER BY debut_soins DESC, numero DESC LIMIT ?
                """;
        return page(work, member, sql, request, this::claim);
    }

    private ClaimLine claim(ResultSet row) throws SQLException {
        String number = row.getString("numero");
        LocalDate day = row.getObject("debut_soins", LocalDate.class);
        return new ClaimLine(new FileRef(country, FileKind.CLAIM, number), number, new Place(day, number), day,
                care(row.getString("premier_acte"), row.getInt("nombre_actes")), Money.euros(row.getLong("depense")),
                Money.euros(row.getLong("amc")), state(row.getString("etat")));
    }

    private static UserMessage care(@Nullable String first, int acts) {
        if (first == null) {
            return UserMessage.of("fr.claim.noAct");
        }
        return acts == 1 ? FrLabels.act(first) : UserMessage.of("fr.claim.andMore", FrLabels.act(first), acts - 1);
    }

    /// How far a statement is, in the words of every country.
    static ClaimLine.State state(String etat) {
        return switch (etat) {
            case "RECU" -> ClaimLine.State.RECEIVED;
            case "EN_COURS" -> ClaimLine.State.TO_DECIDE;
            case "LIQUIDE" -> ClaimLine.State.DECIDED;
            case "PAYE" -> ClaimLine.State.PAID;
            default -> ClaimLine.State.REJECTED;
        };
    }

    @Override
    public Page<PaymentLine> payments(UnitOfWork work, String member, HistoryRequest request) {
        String sql = """
                SELECT numero, paye_le, amc, compte_fin FROM fr.decompte
                WHERE personne = ? AND paye_le IS NOT NULL AND (paye_le, numero) < (?, ?)
                ORDER BY paye_le DESC, numero DESC LIMIT ?
                """;
        return page(work, member, sql, request, this::payment);
    }

    private PaymentLine payment(ResultSet row) throws SQLException {
        String number = row.getString("numero");
        LocalDate day = row.getObject("paye_le", LocalDate.class);
        return new PaymentLine(new Place(day, number), day, Money.euros(row.getLong("amc")),
                new FileRef(country, FileKind.CLAIM, number), number, row.getString("compte_fin"));
    }

    private static <T> Page<T> page(UnitOfWork work, String member, String sql, HistoryRequest request, Rows.Reader<T> reader) {
        Optional<Long> person = FrMembers.key(member);
        if (person.isEmpty()) {
            return new Page<>(List.of(), false);
        }
        Place after = request.after();
        boolean goesOn = after != null && !after.day().isAfter(request.until());
        LocalDate before = goesOn ? after.day() : request.until();
        long number = goesOn ? Long.parseLong(after.id()) : Long.MAX_VALUE;
        List<T> rows = work.sql(connection ->
                Rows.list(connection, sql, reader, person.get(), before, number, request.limit() + 1));
        return new Page<>(rows.subList(0, Math.min(request.limit(), rows.size())), rows.size() > request.limit());
    }
}
