package io.guichet.contract.ui;

import io.guichet.contract.ContractPageRequest;
import io.guichet.contract.ContractRow;
import io.guichet.contract.Contracts;
import io.guichet.country.Card;
import io.guichet.country.contract.ContractFile;
import io.guichet.country.contract.ContractState;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.contract.Guarantee;
import io.guichet.country.contract.Offer;
import io.guichet.country.contract.PremiumLine;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.directory.Directory;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Money;
import io.guichet.kernel.Page;
import io.guichet.kernel.UserMessage;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Many contracts of one company, and a household on the first.
final class ScriptedContracts implements Contracts {

    static final LocalDate BEGAN = LocalDate.of(2024, 1, 1);

    final List<ContractRow> rows = new ArrayList<>();
    final List<ContractPageRequest> asked = new ArrayList<>();
    final List<LocalDate> days = new ArrayList<>();
    boolean missing;
    @Nullable RuntimeException failure;

    ScriptedContracts() {
        add(300);
    }

    void add(int count) {
        for (int number = rows.size(); number < count; number++) {
            rows.add(new ContractRow(number == 0 ? Scripted.CONTRACT
                    : new FileRef(Scripted.COUNTRY, FileKind.CONTRACT, "K-" + (number + 1)), "K-%04d".formatted(number + 1),
                    Scripted.COMPANY, "Holder %04d".formatted(number), "P1", "Base plus", BEGAN, null,
                    number % 7 == 3 ? ContractState.SUSPENDED : ContractState.RUNNING, Month.JANUARY, number,
                    new ContractRow.Place("Holder %04d".formatted(number), number)));
        }
    }

    @Override
    public Page<ContractRow> page(ContractPageRequest request) {
        asked.add(request);
        fail();
        List<ContractRow> all = rows.stream()
                .filter(row -> row.holderName().contains(request.filter().text()))
                .filter(row -> request.filter().states().isEmpty() || request.filter().states().contains(row.state()))
                .toList();
        ContractRow.Place after = request.after();
        int from = after == null ? 0 : (int) all.stream().takeWhile(row -> row.place().id() <= after.id()).count();
        if (request.backwards()) {
            int end = Math.max(0, from - 1);
            int begin = Math.max(0, end - request.limit());
            return new Page<>(all.subList(begin, end), begin > 0);
        }
        int end = Math.min(all.size(), from + request.limit());
        return new Page<>(all.subList(from, end), end < all.size());
    }

    @Override
    public List<ContractRow> of(FileRef holder) {
        fail();
        return rows.subList(0, 2);
    }

    @Override
    public List<ProductChoice> products() {
        return List.of(new ProductChoice(Scripted.COUNTRY, "P1", "Base plus"));
    }

    @Override
    public Optional<ContractFile> find(FileRef contract, LocalDate day) {
        days.add(day);
        fail();
        return missing ? Optional.empty() : Optional.of(new ContractFile(contract, "K-0001", 1, List.of(new FieldGroup(
                "zz.member.group.contact", List.of(Scripted.field("zz.member.email", new FieldType.Email(), false)))),
                FieldValues.of(Map.of("zz.member.email", "office@example.org")), "Base plus", Scripted.COMPANY, "Byron & Co",
                BEGAN, null, ContractState.RUNNING, 3, Month.JANUARY));
    }

    @Override
    public List<Guarantee> guarantees(FileRef contract, LocalDate day) {
        fail();
        return List.of(new Guarantee(UserMessage.of("zz.member.group.identity"), "G1", UserMessage.of("zz.member.lastName"),
                UserMessage.of("zz.member.phone"), BEGAN, null));
    }

    @Override
    public Page<CoveredPerson> people(FileRef contract, LocalDate day, String typed, @Nullable String after, int limit) {
        fail();
        return new Page<>(List.of(person("7", "Ada Byron", true), person("8", "Ben Byron", false),
                person("9", "Charles Babbage", true)).stream().filter(person -> person.name().contains(typed)).toList(), false);
    }

    private static CoveredPerson person(String number, String name, boolean head) {
        return new CoveredPerson(new FileRef(Scripted.COUNTRY, FileKind.MEMBER, number), name, LocalDate.of(1987, 3, 14),
                UserMessage.of("zz.member.lastName"), head, BEGAN, null, number);
    }

    @Override
    public Map<String, List<Offer>> offers(FileRef contract, LocalDate day) {
        return Map.of(Scripted.PRODUCT, List.of(new Offer("A", "Base"), new Offer("B", "Base plus")));
    }

    @Override
    public List<PremiumLine> premium(FileRef contract, LocalDate day) {
        fail();
        UserMessage word = UserMessage.of("zz.member.lastName");
        return List.of(new PremiumLine(PremiumLine.Kind.NET, word, word, Money.euros(11_000)),
                new PremiumLine(PremiumLine.Kind.TAX, word, word, Money.euros(1_450)),
                new PremiumLine(PremiumLine.Kind.TOTAL, word, word, Money.euros(12_450)));
    }

    private void fail() {
        if (failure != null) {
            throw failure;
        }
    }

    /// A directory that knows the company and one member.
    Directory directory() {
        return (Directory) Proxy.newProxyInstance(ScriptedContracts.class.getClassLoader(), new Class<?>[] {Directory.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "rows" -> List.of(new SearchRow(Scripted.MEMBER, "Ada Byron", "", null, List.of(), null));
                    case "card" -> Optional.of(new Card(Scripted.COMPANY, "Byron & Co", List.of(new FieldGroup(
                            "zz.member.group.contact", List.of(Scripted.field("zz.member.email", new FieldType.Email(),
                                    false)))), FieldValues.of(Map.of("zz.member.email", "office@example.org")),
                            List.of(new Card.Related(Scripted.MEMBER, "Ada Byron"))));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
