package io.guichet.country.be;

import io.guichet.country.field.FieldValues;
import io.guichet.country.paper.CountryPapers;
import io.guichet.country.paper.StatementForm;
import io.guichet.kernel.UserMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Belgian letters: street, number and box in one line, postcode and municipality in the next: bpost, guide of addressing.
final class BePapers implements CountryPapers {

    private final StatementForm statements;

    BePapers(StatementForm statements) {
        this.statements = statements;
    }

    @Override
    public Optional<StatementForm> statements() {
        return Optional.of(statements);
    }

    @Override
    public UserMessage insurer() {
        return UserMessage.of("be.paper.insurer");
    }

    @Override
    public List<UserMessage> insurerLines() {
        return List.of(UserMessage.of("be.paper.insurerAddress"), UserMessage.of("be.paper.insurerLaw"));
    }

    @Override
    public List<String> addressee(String name, FieldValues member) {
        String street = joined(member, " ", "be.member.street", "be.member.houseNumber");
        String box = member.get("be.member.box").map(number -> " " + number).orElse("");
        return Stream.of(name, street.isEmpty() ? "" : street + box, joined(member, " ", "be.member.postcode", "be.member.city"))
                .filter(line -> !line.isBlank()).toList();
    }

    private static String joined(FieldValues member, String between, String... keys) {
        return Stream.of(keys).flatMap(key -> member.get(key).stream()).collect(Collectors.joining(between));
    }
}
