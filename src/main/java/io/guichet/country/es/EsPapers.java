package io.guichet.country.es;

import io.guichet.country.field.FieldValues;
import io.guichet.country.paper.CountryPapers;
import io.guichet.country.paper.StatementForm;
import io.guichet.kernel.UserMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Spanish letters: kind and name of the street, number, floor and door in one line: Correos, dirección normalizada.
final class EsPapers implements CountryPapers {

    private final StatementForm statements;

    EsPapers(StatementForm statements) {
        this.statements = statements;
    }

    @Override
    public Optional<StatementForm> statements() {
        return Optional.of(statements);
    }

    @Override
    public UserMessage insurer() {
        return UserMessage.of("es.paper.insurer");
    }

    @Override
    public List<UserMessage> insurerLines() {
        return List.of(UserMessage.of("es.paper.insurerAddress"), UserMessage.of("es.paper.insurerLaw"));
    }

    @Override
    public List<String> addressee(String name, FieldValues member) {
        String kind = member.get("es.member.streetType").map(EsPapers::streetType).orElse("");
        String street = joined(member, ", ", "es.member.street", "es.member.houseNumber", "es.member.floorDoor");
        return Stream.of(name, (kind + " " + street).strip(), joined(member, " ", "es.member.postcode", "es.member.city"))
                .filter(line -> !line.isBlank()).toList();
    }

    // On the envelope, whatever the language of the letter.
    private static String streetType(String code) {
        return switch (code) {
            case "AVENIDA" -> "Avda.";
            case "PLAZA" -> "Pl.";
            case "PASEO" -> "P.º";
            case "CAMINO" -> "Cno.";
            case "RONDA" -> "Rda.";
            case "CARRETERA" -> "Ctra.";
            case "TRAVESIA" -> "Trv.";
            default -> "C/";
        };
    }

    private static String joined(FieldValues member, String between, String... keys) {
        return Stream.of(keys).flatMap(key -> member.get(key).stream()).collect(Collectors.joining(between));
    }
}
