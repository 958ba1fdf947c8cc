package io.guichet.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.field.FieldSpec;
import io.guichet.country.form.FieldViewModel;
import io.guichet.kernel.UserMessage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldViewModelTest {

    private static FieldViewModel field(String key, @Nullable String stored) {
        FieldSpec spec = Samples.GROUPS.stream().flatMap(group -> group.fields().stream())
                .filter(candidate -> candidate.key().equals(key)).findFirst().orElseThrow();
        return new FieldViewModel(spec, true, Samples.INPUT, Locale.ENGLISH, stored);
    }

    private static void type(FieldViewModel field, String text) {
        field.textProperty().set(text);
    }

    @Test
    void anEmptyRequiredFieldIsNoChangeUntilSomebodyTypes() {
        FieldViewModel field = field(Samples.NAME, null);

        assertThat(field.changed()).isFalse();
        assertThat(field.unreadable()).isFalse();
        assertThat(field.lacking()).isTrue();
        type(field, "Byron");
        assertThat(field.changed()).isTrue();
        assertThat(field.lacking()).isFalse();
    }

    @Test
    void complainsWhenItIsLeftNotWhileTyping() {
        FieldViewModel born = field(Samples.BORN, "1987-03-14");
        type(born, "14/0");
        assertThat(born.problemProperty().get()).isNull();

        born.leave();
        assertThat(born.problemProperty().get()).isEqualTo(UserMessage.of("country.error.day"));

        type(born, "14/04/1987");
        assertThat(born.problemProperty().get()).isNull();
        assertThat(born.value()).isEqualTo("1987-04-14");
    }

    @Test
    void aComplaintOfTheWholeIsTakenBackAndOneAboutWhatIsTypedStays() {
        FieldViewModel born = field(Samples.BORN, "1987-03-14");
        born.complain(UserMessage.of("country.error.required"));
        born.dropComplaint();
        assertThat(born.problemProperty().get()).isNull();

        type(born, "14/0");
        born.leave();
        born.dropComplaint();
        assertThat(born.problemProperty().get()).isEqualTo(UserMessage.of("country.error.day"));
    }

    @Test
    void writesAReadableValueProperlyWhenItIsLeft() {
        FieldViewModel born = field(Samples.BORN, null);
        type(born, "1.4.87");
        born.leave();

        assertThat(born.textProperty().get()).isEqualTo("01/04/1987");
    }

    @Test
    void typingTheStoredValueAgainIsNoChange() {
        FieldViewModel phone = field(Samples.PHONE, "+33612345678");
        type(phone, "06 12 34 56 79");
        assertThat(phone.changed()).isTrue();

        type(phone, "0612345678");
        assertThat(phone.changed()).isFalse();
    }

    @Test
    void remembersWhatItWasAndPutsItBack() {
        FieldViewModel name = field(Samples.NAME, "Lovelace");
        type(name, "");
        name.leave();
        assertThat(name.problemProperty().get()).isEqualTo(UserMessage.of("country.error.required"));
        assertThat(name.oldTextProperty().get()).isEqualTo("Lovelace");

        name.undo();
        assertThat(name.textProperty().get()).isEqualTo("Lovelace");
        assertThat(name.problemProperty().get()).isNull();
        assertThat(name.changed()).isFalse();
    }

    @Test
    void aMaskedFieldCannotBeChangedUntilItIsRevealed() {
        FieldViewModel id = field(Samples.ID, "123400");
        type(id, "999");
        assertThat(id.changed()).isFalse();
        id.leave();
        assertThat(id.textProperty().get()).isEqualTo("1•• •••");
        assertThat(id.oldTextProperty().get()).isEqualTo("1•• •••");

        id.reveal();
        type(id, "123 310");
        assertThat(id.value()).isEqualTo("123310");
        assertThat(id.oldTextProperty().get()).isEqualTo("123 400");
    }

    @Test
    void aSensitiveValueTypedIntoAnEmptyFieldIsMaskedOnceItIsStored() {
        FieldViewModel id = field(Samples.ID, null);
        assertThat(id.masked()).isFalse();
        type(id, "123400");
        id.leave();
        assertThat(id.textProperty().get()).isEqualTo("123 400");

        id.settle("123400", "123400");
        assertThat(id.textProperty().get()).isEqualTo("1•• •••");
    }

    @Test
    void proposesTheCompletedNumber() {
        FieldViewModel id = field(Samples.ID, null);
        type(id, "12340");
        assertThat(id.suggestionProperty().get()).isNull();
        id.leave();
        assertThat(id.suggestionProperty().get()).isEqualTo("123400");

        id.takeSuggestion();
        assertThat(id.value()).isEqualTo("123400");
        assertThat(id.problemProperty().get()).isNull();
        assertThat(id.suggestionProperty().get()).isNull();
    }

    @Test
    void whatIsBeingTypedSurvivesANewStoredValue() {
        FieldViewModel phone = field(Samples.PHONE, "+33612345678");
        type(phone, "06 99 99");
        phone.rebase("+33611111111");

        assertThat(phone.textProperty().get()).isEqualTo("06 99 99");
        assertThat(phone.changed()).isTrue();
        assertThat(phone.oldTextProperty().get()).isEqualTo("06 11 11 11 11");
    }

    @Test
    void whenTheColleagueStoredTheSameNothingIsLeftToSave() {
        FieldViewModel phone = field(Samples.PHONE, "+33612345678");
        type(phone, "+33 6 11 11 11 11");
        phone.rebase("+33611111111");

        assertThat(phone.changed()).isFalse();
    }
}
