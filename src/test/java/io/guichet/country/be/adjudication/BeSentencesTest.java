package io.guichet.country.be.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.bootstrap.TextFolders;
import io.guichet.country.Countries;
import io.guichet.country.adjudication.Act;
import io.guichet.country.adjudication.Step;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every step can be read to a member, in every language.
class BeSentencesTest {

    private final Texts texts = Texts.of(TextFolders.of(Countries.load()));

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasASentence(Rule rule) {
        for (Locale language : Texts.LANGUAGES) {
            assertThat(texts.get(language, UserMessage.of("be.step." + rule.name(), 1, 1, 1, "2024"))).isNotBlank();
        }
    }

    @Test
    void inputsAndActsHaveTheirWords() {
        List<Step> steps = Told.lines("{'kind':'HOSPITAL','deductible':{'SINGLE':'150'},'maxFeeSupplement':'1.50','roomSupplementPerDay':'80'}",
                "{'code':'INGREEP','careDate':'2024-05-02','charged':'2600','honorarium':'1000','intervention':'800','room':'SINGLE',"
                        + "'feeSupplement':'1500','roomSupplement':'100'}").getFirst().steps();
        for (Locale language : Texts.LANGUAGES) {
            assertThat(steps.stream().flatMap(step -> step.inputs().stream())).isNotEmpty()
                    .allSatisfy(given -> assertThat(texts.get(language, UserMessage.of(given.key()))).isNotBlank());
            assertThat(new BeAdjudication().acts(LocalDate.of(2024, 5, 2))).extracting(Act::label, Act::family)
                    .allSatisfy(words -> words.toList().forEach(word -> assertThat(texts.get(language, (UserMessage) word)).isNotBlank()));
        }
    }

    @Test
    void theyReadWell() {
        List<Step> steps = Told.lines("{'kind':'DENTAL','rate':'0.80','yearlyMax':['350.00'],'membershipYear':3}",
                "{'code':'IMPLANT','careDate':'2024-03-01','charged':'1586.00','honorarium':'1586.00','intervention':'48.00'}").getFirst().steps();
        assertThat(steps.stream().map(step -> texts.get(Locale.ENGLISH, step.sentence()).replaceAll("\\p{Zs}", " "))).containsExactly(
                "Your mutuality pays 48.00 € for act IMPLANT, as the invoice says.",
                "Of the honorarium of 1,586.00 €, 1,538.00 € is left: the patient's share.",
                "Your plan pays 80% of the 1,538.00 € that is left after your mutuality.",
                "Your plan pays at most 350.00 € in 2024, year 3 of your membership. 350.00 € of it was left.",
                "1,188.00 € stays with you.");
        assertThat(texts.get(Locale.of("nl"), steps.get(3).sentence())).contains("in 2024, jaar 3 van uw aansluiting");
    }
}
