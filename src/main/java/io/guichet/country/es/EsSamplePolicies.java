package io.guichet.country.es;

import io.guichet.country.es.EsPeople.Family;
import io.guichet.country.sample.CompanySizes;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Scatter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sample policyholders and policies: three families in ten and the retired insure themselves, the others through a company that takes
/// families until it is full.
final class EsSamplePolicies {

    private static final LocalDate OLDEST = LocalDate.of(2013, 1, 1);
    private static final LocalDate NEWEST = LocalDate.of(2026, 6, 30);
    private static final int THIS_YEAR = Household.TODAY.getYear();
    private static final int NIFS = 9_000_000;
    private static final int LARGE = 100;

    private static final List<String> FAMILY = List.of("FAMILIA-COMPLETA", "FAMILIA-COPAGO", "FAMILIA-COPAGO", "FAMILIA-TRAMOS",
            "FAMILIA-TRAMOS", "AMBULATORIA-COPAGO", "REEMBOLSO-80", "REEMBOLSO-80", "REEMBOLSO-90", "MIXTA-80", "MIXTA-80",
            "AUTONOMO-COMPLETA", "AUTONOMO-COPAGO");
    private static final List<String> RETIRED = FAMILY.stream().filter(code -> !code.startsWith("AUTONOMO")).toList();
    private static final List<String> PYME = List.of("PYME-COMPLETA", "PYME-COPAGO", "PYME-MIXTA", "PYME-MIXTA");
    private static final List<String> EMPRESAS = List.of("EMPRESAS-COMPLETA", "EMPRESAS-MIXTA", "EMPRESAS-REEMBOLSO");
    private static final List<Integer> SHARES = List.of(100, 100, 75, 60, 50);
    private static final List<String> PAYMENTS = List.of("MENSUAL", "MENSUAL", "MENSUAL", "TRIMESTRAL", "SEMESTRAL", "ANUAL");

    private final CopyTable holders = new CopyTable("es.tomador",
            "id, tipo, nif, nombre, ccc, plantilla, codigo_postal, municipio, provincia, domicilio, actividad");
    private final CopyTable policies = new CopyTable("es.poliza",
            "id, numero, tomador, efecto, vencimiento, forma_pago, fin, motivo_fin, aportacion");
    private final CopyTable forms = new CopyTable("es.poliza_modalidad", "id, poliza, modalidad, desde, hasta");
    private final CopyTable suspensions = new CopyTable("es.poliza_suspension", "id, poliza, motivo, desde, hasta");

    private final Draw draw;
    private final CompanySizes sizes;
    private final SampleWords words;
    private final List<String[]> cities;
    private final Map<String, EsSampleTerms> terms;
    private final EsSampleReceipts receipts;
    private final Scatter nifs = new Scatter(NIFS);
    private final EsKeys holderKeys;
    private final EsKeys policyKeys;
    private final EsKeys formKeys;
    private final EsKeys suspensionKeys;
    private long policyCount;
    private long holderCount;
    private int vacancies;
    private @Nullable EsSamplePolicy company;

    /// @param numbers how many rows there are already
    EsSamplePolicies(Draw draw, CompanySizes sizes, SampleWords words, Map<String, EsSampleTerms> terms,
                     EsSampleReceipts receipts, EsSampleNumbers numbers) {
        this.draw = draw;
        this.sizes = sizes;
        this.words = words;
        this.cities = words.list("city").stream().map(line -> line.split("\\|")).toList();
        this.terms = terms;
        this.receipts = receipts;
        this.holderKeys = new EsKeys(draw, numbers.holders());
        this.policyKeys = new EsKeys(draw, numbers.policies());
        this.formKeys = new EsKeys(draw, numbers.forms());
        this.suspensionKeys = new EsKeys(draw, numbers.suspensions());
        this.policyCount = numbers.policies();
        this.holderCount = numbers.holders();
    }

    /// Policyholders first; what a policy says before the policy itself, which publishes all of it.
    List<CopyTable> tables() {
        return List.of(holders, forms, suspensions, policies);
    }

    /// The policy that insures this family.
    EsSamplePolicy policyFor(Household household, Family family) {
        if (household.retired() || draw.percent(30)) {
            LocalDate start = draw.day(household.grown(OLDEST, NEWEST), NEWEST).plusMonths(1).withDayOfMonth(1);
            return policy(holder(family), start, named(draw.any(household.retired() ? RETIRED : FAMILY)), 0, course(start));
        }
        if (vacancies == 0) {
            close();
            company = companyPolicy();
        }
        vacancies--;
        return Objects.requireNonNull(company);
    }

    /// A policy of this family's own, without incidents.
    ///
    /// @param end last day covered, null while it runs
    EsSamplePolicy privatePolicy(Family family, LocalDate start, @Nullable LocalDate end, String modality) {
        return policy(holder(family), start, named(modality), 0, new Course(end, null, null));
    }

    private UUID holder(Family family) {
        UUID holder = holderKeys.next();
        holderCount++;
        holders.row(holder, "PARTICULAR", family.document(), family.holderName(), null, null, family.city()[1], family.city()[0],
                family.city()[1].substring(0, 2), null, null);
        return holder;
    }

    /// Whether further families may join it.
    boolean isCompany(EsSamplePolicy policy) {
        return policy == company;
    }

    /// This family has joined, and what it used is known.
    void joined(EsSamplePolicy policy) {
        if (policy != company) {
            receipts.write(policy);
        }
    }

    /// No more families come to the company: its receipts can be made.
    void close() {
        if (company != null) {
            receipts.write(company);
            company = null;
        }
    }

    private EsSamplePolicy companyPolicy() {
        UUID holder = holderKeys.next();
        int size = sizes.next();
        String[] city = draw.early(cities);
        String form = draw.early(words.list("form"));
        char kind = form.equals("S.A.") ? 'A' : form.equals("S.Coop.") ? 'F' : 'B';
        String nif = Nif.complete(kind, EsText.padded(1_000_000 + nifs.at(holderCount++), 7));
        String province = city[1].substring(0, 2);
        holders.row(holder, "EMPRESA", nif, draw.any(words.list("trade")) + " " + draw.any(words.list("surname")) + " " + form,
                account(province + draw.digits(7)), size, city[1], city[0], province,
                draw.any(words.list("street")) + " " + draw.between(1, 190), draw.any(words.list("cnae")));
        vacancies = size;
        LocalDate start = draw.day(OLDEST, NEWEST).withDayOfMonth(1);
        return policy(holder, start, named(draw.any(size > LARGE ? EMPRESAS : PYME)), draw.any(SHARES), course(start));
    }

    /// A contribution account with its control.
    private static String account(String nine) {
        return nine + EsText.padded(Long.parseLong(nine) % 97, 2);
    }

    private EsSampleTerms named(String code) {
        return Objects.requireNonNull(terms.get(code), code);
    }

    /// What becomes of a policy.
    ///
    /// @param end       last day covered, null while it runs
    /// @param changed   first day of its present modality, null when it never had another
    /// @param suspended since when it is suspended, null when it is not
    private record Course(@Nullable LocalDate end, @Nullable LocalDate changed, @Nullable LocalDate suspended) {
    }

    private Course course(LocalDate start) {
        int first = start.getYear();
        LocalDate end = first < THIS_YEAR && draw.percent(9) ? LocalDate.of(draw.between(first, THIS_YEAR - 1), 12, 31) : null;
        if (end == null && first < THIS_YEAR - 1 && draw.percent(2)) {
            end = draw.day(start.plusYears(1), LocalDate.of(THIS_YEAR, 9, 30));
        }
        int lastYear = end == null ? THIS_YEAR : end.getYear();
        LocalDate changed = lastYear > first && draw.percent(10) ? LocalDate.of(draw.between(first + 1, lastYear), 1, 1) : null;
        LocalDate suspended = end == null && draw.percent(1.6) ? LocalDate.of(THIS_YEAR, draw.between(7, 10), 1) : null;
        return new Course(end, changed, suspended == null || suspended.isBefore(start.plusMonths(2)) ? null : suspended);
    }

    private EsSamplePolicy policy(UUID holder, LocalDate start, EsSampleTerms now, int share, Course course) {
        UUID id = policyKeys.next();
        LocalDate end = course.end();
        LocalDate changed = course.changed();
        LocalDate suspended = course.suspended();
        EsSampleTerms before = changed == null ? now : named(earlier(now.code));
        String payment = draw.any(PAYMENTS);
        policies.row(id, "S" + EsText.padded(++policyCount, 9), holder, start,
                LocalDate.of(end == null ? THIS_YEAR : end.getYear(), 12, 31), payment, end,
                end == null ? null : end.getMonthValue() == 12 ? "OPOSICION" : draw.any(List.of("IMPAGO", "OTRO")), share);
        if (changed != null) {
            forms.row(formKeys.next(), id, before.id, start, changed.minusDays(1));
        }
        forms.row(formKeys.next(), id, now.id, changed == null ? start : changed, null);
        if (suspended != null) {
            suspensions.row(suspensionKeys.next(), id, "IMPAGO", suspended, null);
        } else if (end == null && start.getYear() < THIS_YEAR - 1 && draw.percent(4)) {
            LocalDate from = draw.day(start.plusMonths(3), LocalDate.of(THIS_YEAR, 5, 1)).withDayOfMonth(1);
            suspensions.row(suspensionKeys.next(), id, draw.any(List.of("IMPAGO", "PETICION")), from,
                    from.plusMonths(draw.between(1, 3)).minusDays(1));
        }
        return new EsSamplePolicy(id, start, end, suspended, payment, now, before, changed);
    }

    /// What a policy was before it became this: the same product family, another modality.
    private static String earlier(String code) {
        return switch (code) {
            case "FAMILIA-COMPLETA" -> "FAMILIA-COPAGO";
            case "FAMILIA-COPAGO", "FAMILIA-TRAMOS" -> "FAMILIA-COMPLETA";
            case "AMBULATORIA-COPAGO" -> "FAMILIA-COPAGO";
            case "REEMBOLSO-80" -> "REEMBOLSO-90";
            case "REEMBOLSO-90" -> "REEMBOLSO-80";
            case "MIXTA-80" -> "REEMBOLSO-80";
            case "AUTONOMO-COMPLETA" -> "AUTONOMO-COPAGO";
            case "AUTONOMO-COPAGO" -> "AUTONOMO-COMPLETA";
            case "PYME-COMPLETA" -> "PYME-COPAGO";
            case "PYME-COPAGO", "PYME-MIXTA" -> "PYME-COMPLETA";
            case "EMPRESAS-COMPLETA" -> "EMPRESAS-MIXTA";
            default -> "EMPRESAS-COMPLETA";
        };
    }
}
