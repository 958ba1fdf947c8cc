package io.guichet.country.fr;

import io.guichet.country.sample.CompanySizes;
import io.guichet.country.sample.CopyTable;
import io.guichet.country.sample.Draw;
import io.guichet.country.sample.Household;
import io.guichet.country.sample.SampleWords;
import io.guichet.country.sample.Scatter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sample companies with their establishments and contracts, and contracts of the self-employed.
final class SampleContracts {

    private static final LocalDate OLDEST = LocalDate.of(2016, 1, 1);
    private static final LocalDate NEWEST = LocalDate.of(2025, 6, 30);
    private static final int SIRENS = 99_000_000;
    private static final int REMEMBERED = 64;
    private static final List<String> STRUCTURES = List.of("ISOLE", "ISOLE", "DUO", "FAMILLE", "FAMILLE", "UNIFORME");
    private static final List<String> HOSPITALITY = List.of("Restaurant", "Brasserie", "Hôtel", "Café");
    private static final List<Integer> SHARES = List.of(5000, 5000, 5000, 6000, 7000, 8000, 10_000);

    private final CopyTable companies = new CopyTable("fr.entreprise",
            "siren, raison_sociale, idcc, ape, effectif, adresse, code_postal, commune, telephone, courriel, creation");
    private final CopyTable establishments = new CopyTable("fr.etablissement",
            "siret, entreprise, siege, alsace_moselle, effectif, adresse, code_postal, commune");
    private final CopyTable groups = new CopyTable("fr.contrat_collectif", "numero, entreprise");
    private final CopyTable own = new CopyTable("fr.contrat_individuel", "numero, souscripteur, madelin");
    private final CopyTable terms = new CopyTable("fr.formule",
            "contrat, produit, option, structure, part_employeur, debut, fin");
    private final CopyTable contracts = new CopyTable("fr.contrat",
            "numero, genre, effet, fin, suspendu_depuis, renouvellement");

    private final Draw draw;
    private final CompanySizes sizes;
    private final List<String> trades;
    private final List<String> surnames;
    private final List<String> forms;
    private final List<String> idccs;
    private final List<String> streets;
    private final List<String[]> cities;
    private final Scatter sirens = new Scatter(SIRENS);
    private final List<Contract> earlier = new ArrayList<>();
    private long nextContract;
    private long companyIndex;

    /// A contract and what it grants today.
    ///
    /// @param number   contract number
    /// @param company  of a company, not of a person
    /// @param vacancies how many families it takes
    record Contract(long number, boolean company, String product, String option, String structure, int share, LocalDate from,
                    @Nullable LocalDate to, @Nullable LocalDate suspended, int vacancies) {
        /// The last day that a history may reach.
        LocalDate last() {
            return to == null ? Household.TODAY : to;
        }
    }

    SampleContracts(Draw draw, CompanySizes sizes, SampleWords words, long nextContract, long companyIndex) {
        this.draw = draw;
        this.sizes = sizes;
        this.trades = words.list("trade");
        this.surnames = words.list("surname");
        this.forms = words.list("form");
        this.idccs = words.list("idcc");
        this.streets = words.list("street");
        this.cities = words.list("city").stream().map(line -> line.split("\\|")).toList();
        this.nextContract = nextContract;
        this.companyIndex = companyIndex;
    }

    /// In the order they are written: a contract is whole when its own row comes.
    List<CopyTable> tables() {
        return List.of(companies, establishments, groups, own, terms, contracts);
    }

    /// Another company with its contract.
    Contract company() {
        int size = sizes.next();
        String siren = Siren.complete(eight(1_000_000 + sirens.at(companyIndex++)));
        String idcc = draw.early(idccs);
        String product = product(idcc);
        String trade = product.equals("HCR") ? draw.any(HOSPITALITY) : product.equals("EXPERTS") ? "Cabinet comptable" : draw.any(trades);
        String surname = draw.early(surnames);
        String[] city = draw.early(cities);
        String address = draw.between(1, 90) + " " + draw.any(streets);
        LocalDate from = draw.day(OLDEST, NEWEST).withDayOfMonth(1);
        companies.row(siren, trade + " " + surname + " " + draw.early(forms), idcc, ape(product), size, address, city[1],
                city[0], draw.percent(70) ? "+33" + city[2] + draw.digits(7) : null,
                draw.percent(60) ? "rh" + draw.between(1, 9999) + "@example.com" : null, from.minusDays(draw.between(60, 12_000)));
        establishments(siren, size, address, city);
        LocalDate to = draw.percent(4) ? from.plusYears(draw.between(1, 10)).minusDays(1) : null;
        if (to != null && to.isAfter(Household.TODAY)) {
            to = null;
        }
        LocalDate suspended = to == null && draw.percent(3) ? draw.day(LocalDate.of(2026, 7, 1), Household.TODAY) : null;
        String structure = draw.any(STRUCTURES);
        String option = product.equals("SANTE") && draw.percent(25) ? draw.percent(70) ? "OPTION1" : "OPTION2" : "BASE";
        Contract contract = new Contract(nextContract++, true, product, option, structure, draw.any(SHARES), from, to, suspended, size);
        write(contract);
        groups.row(contract.number(), siren);
        if (earlier.size() < REMEMBERED) {
            earlier.add(contract);
        } else {
            earlier.set(draw.between(0, REMEMBERED - 1), contract);
        }
        return contract;
    }

    /// A contract of that person's own: self-employed, or formerly so. Who is retired deducts nothing from an income.
    Contract own(long person, Household household) {
        LocalDate birth = household.people().getFirst().birth();
        LocalDate adult = birth.plusYears(20);
        LocalDate from = draw.day(adult.isAfter(OLDEST) ? adult.isAfter(NEWEST) ? NEWEST : adult : OLDEST, NEWEST).withDayOfMonth(1);
        if (from.isBefore(birth)) {
            from = birth.plusMonths(1).withDayOfMonth(1);
        }
        LocalDate to = draw.percent(7) ? draw.day(from, Household.TODAY) : null;
        LocalDate suspended = to == null && draw.percent(4) ? draw.day(LocalDate.of(2026, 7, 1), Household.TODAY) : null;
        String option = draw.percent(45) ? "OPTION1" : draw.percent(50) ? "BASE" : "OPTION2";
        Contract contract = new Contract(nextContract++, false, "MADELIN", option, "ISOLE", 0, from, to, suspended, 1);
        write(contract);
        own.row(contract.number(), person, !household.retired() && draw.percent(88));
        return contract;
    }

    /// A contract from before, of another company than `now` and in force on that day, or null when none comes to mind.
    @Nullable Contract before(Contract now, LocalDate day) {
        if (earlier.isEmpty()) {
            return null;
        }
        Contract found = draw.any(earlier);
        return found.number() == now.number() || found.from().isAfter(day) || found.to() != null && found.to().isBefore(day) ? null : found;
    }

    private void write(Contract contract) {
        contracts.row(contract.number(), contract.company() ? "COLLECTIF" : "INDIVIDUEL", contract.from(), contract.to(),
                contract.suspended(), contract.from().getMonthValue());
        LocalDate last = contract.last();
        int years = last.getYear() - contract.from().getYear();
        boolean changed = years > 1 && draw.percent(18) && !contract.product().equals("HCR");
        LocalDate since = contract.from();
        if (changed) {
            // the present terms hold from a first of January on; before, a simpler structure or a lower level
            since = LocalDate.of(contract.from().getYear() + draw.between(1, years - 1), 1, 1);
            String before = contract.option().equals("BASE") ? "BASE" : "OPTION1";
            terms.row(contract.number(), contract.product(), contract.option().equals("OPTION1") ? "BASE" : before, contract.structure(),
                    contract.share() == 0 ? 0 : 5000, contract.from(), since.minusDays(1));
        }
        terms.row(contract.number(), contract.product(), contract.option(), contract.structure(), contract.share(), since, null);
    }

    private String product(String idcc) {
        if (idcc.equals("1979")) {
            return "HCR";
        }
        return idcc.equals("0787") ? "EXPERTS" : draw.percent(3) ? "LIBRE" : "SANTE";
    }

    private String ape(String product) {
        return switch (product) {
            case "HCR" -> draw.percent(70) ? "5610A" : "5510Z";
            case "EXPERTS" -> "6920Z";
            default -> draw.any(List.of("4120B", "4711D", "6201Z", "7022Z", "4941A", "8121Z", "2562B", "4778A"));
        };
    }

    /// One for small companies; from twenty people on some more, often elsewhere.
    private void establishments(String siren, int size, String address, String[] city) {
        int count = size < 20 ? 1 : Math.min(6, 1 + size / 60 + draw.between(0, 1));
        int left = size;
        for (int i = 0; i < count; i++) {
            int here = i == count - 1 ? left : Math.max(1, left / (count - i));
            left -= here;
            String[] place = i == 0 ? city : draw.early(cities);
            String street = i == 0 ? address : draw.between(1, 90) + " " + draw.any(streets);
            establishments.row(Siret.complete(siren, i + 1), siren, i == 0, isLocal(place[1]), here, street, place[1], place[0]);
        }
    }

    /// Moselle, Bas-Rhin and Haut-Rhin have a scheme of their own.
    static boolean isLocal(String postcode) {
        return postcode.startsWith("57") || postcode.startsWith("67") || postcode.startsWith("68");
    }

    private static String eight(long number) {
        String digits = Long.toString(number);
        return "00000000".substring(digits.length()) + digits;
    }
}
