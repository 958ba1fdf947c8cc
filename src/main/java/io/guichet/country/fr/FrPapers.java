package io.guichet.country.fr;

import io.guichet.country.field.FieldValues;
import io.guichet.country.paper.CountryPapers;
import io.guichet.country.paper.StatementForm;
import io.guichet.kernel.UserMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// French letters. The last line of an address is in capitals: La Poste, norme AFNOR XP Z 10-011.
final class FrPapers implements CountryPapers {

    private final StatementForm statements;

    FrPapers(StatementForm statements) {
        this.statements = statements;
    }

    @Override
    public Optional<StatementForm> statements() {
        return Optional.of(statements);
    }

    @Override
    public UserMessage insurer() {
        return UserMessage.of("fr.paper.insurer");
    }

    @Override
    public List<UserMessage> insurerLines() {
        return List.of(UserMessage.of("fr.paper.insurerAddress"), UserMessage.of("fr.paper.insurerLaw"));
    }

    @Override
    public List<String> addressee(String name, FieldValues member) {
        String place = Stream.of("fr.member.postcode", "fr.member.city").flatMap(key -> member.get(key).stream())
                .reduce((code, city) -> code + " " + city).orElse("").toUpperCase(Locale.FRENCH);
        return Stream.of(name, member.get("fr.member.addressMore").orElse(""),
                member.get("fr.member.address").orElse(""), place)
                .filter(line -> !line.isBlank()).toList();
    }
}
