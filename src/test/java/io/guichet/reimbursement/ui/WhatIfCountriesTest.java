package io.guichet.reimbursement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.adjudication.Act;
import io.guichet.country.field.FieldInput;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.testing.ImmediateBackground;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The forms of the countries, tried with every product and every act.
class WhatIfCountriesTest {

    private final Countries countries = Countries.load();
    private final Texts texts = Texts.of(TextFolders.of(countries));

    static List<CountryCode> countries() {
        return Countries.load().all().stream().filter(country -> country.adjudication().isPresent()).map(Country::code).toList();
    }

    private WhatIfViewModel whatIf(CountryCode code) {
        Clock clock = Clock.fixed(Trial.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        WhatIfViewModel made = new WhatIfViewModel(new WhatIfWork(countries, (member, day) -> List.of(),
                member -> "", new ImmediateBackground(), new Rights("care", Set.of(StaffGroup.CARE_AGENT), Set.of(code)),
                new FieldInput(countries.identifiers(), clock), texts, clock), null, Locale.ENGLISH);
        made.choose(code);
        return made;
    }

    @ParameterizedTest
    @MethodSource("countries")
    void everyActIsAnsweredOrAskedOnUnderEveryProduct(CountryCode code) {
        WhatIfViewModel whatIf = whatIf(code);
        WhatIfLine line = whatIf.now().lines().getFirst();
        FieldViewModel charged = line.form().fields().stream().filter(field -> field.spec().key().endsWith(".line.charged"))
                .findFirst().orElseThrow();
        charged.textProperty().set("50");
        int answered = 0;
        for (PlanChoice choice : whatIf.now().choicesProperty().get()) {
            whatIf.now().choiceProperty().set(choice);
            for (Act act : line.act().offered()) {
                line.act().choose(act);
                UserMessage hint = whatIf.hintProperty().get();
                String tried = code + " " + choice + " " + act.code();
                assertThat(whatIf.problemProperty().get()).as(tried).isNull();
                assertThat(whatIf.refusalProperty().get()).as(tried + " is refused at no field").isNull();
                if (hint == null) {
                    answered++;
                    assertThat(whatIf.currentProperty().get()).as(tried).isTrue();
                    String told = new WhatIfWords(texts).asText(Objects.requireNonNull(whatIf.answerProperty().get()), "");
                    assertThat(told).as(tried).contains("50.00").doesNotContain("{", "''");
                } else {
                    assertThat(texts.get(hint)).as(tried).isNotBlank();
                }
            }
        }
        assertThat(answered).isPositive();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void everyFieldHasItsWordsInEveryLanguage(CountryCode code) {
        WhatIfViewModel whatIf = whatIf(code);
        for (Locale language : Texts.LANGUAGES) {
            texts.use(language);
            whatIf.use(language);
            for (FieldViewModel field : whatIf.now().lines().getFirst().form().fields()) {
                assertThat(texts.has(field.spec().key())).as(field.spec().key()).isTrue();
            }
            whatIf.now().plan().groups().forEach(group -> assertThat(texts.has(group.key())).as(group.key()).isTrue());
            String labels = whatIf.now().plan().fields().stream().map(field -> texts.get(field.spec().key()))
                    .collect(Collectors.joining());
            assertThat(labels).doesNotContain("{", "''");
        }
    }
}
