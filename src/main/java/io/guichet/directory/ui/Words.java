package io.guichet.directory.ui;

import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldType;
import io.guichet.kernel.FileKind;
import io.guichet.platform.i18n.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Values and moments as a person reads them.
final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final int LONGEST_NUMBER = 20;

    private final Texts texts;
    private final FieldInput input;
    private final Clock clock;

    Words(Texts texts, FieldInput input, Clock clock) {
        this.texts = texts;
        this.input = input;
        this.clock = clock;
    }

    /// What a kind of file is called.
    static String kind(Texts texts, FileKind kind) {
        return texts.get(switch (kind) {
            case MEMBER -> "directory.card.kind.member";
            case COMPANY -> "directory.card.kind.company";
            case CONTRACT -> "directory.card.kind.contract";
            case CLAIM -> "directory.card.kind.claim";
            case CASE -> "directory.card.kind.case";
            case QUOTE -> "directory.card.kind.quote";
            case ACCOUNT -> "directory.card.kind.account";
            case AMENDMENT -> "directory.card.kind.amendment";
        });
    }

    /// What a tab says: what the file is called, and while nobody knows it only what it is.
    static ObservableValue<String> title(ObservableValue<String> name, FileKind kind, Texts texts) {
        return Bindings.createStringBinding(() -> name.getValue().isEmpty() ? kind(texts, kind) : name.getValue(),
                name, texts.localeProperty());
    }

    /// The field's label.
    String label(FieldViewModel field) {
        return texts.get(field.spec().key());
    }

    /// A canonical value of `field`: an option by its name, a flag as yes or no, what is sensitive masked.
    String value(FieldViewModel field, @Nullable String canonical) {
        if (canonical == null || canonical.isEmpty()) {
            return "";
        }
        return switch (field.spec().type()) {
            case FieldType.Choice _, FieldType.Flag() -> input.shown(field.spec(), canonical, texts);
            default -> field.readable(canonical);
        };
    }

    /// A value that is proposed to the person who is typing it, and therefore never masked.
    String proposed(FieldViewModel field, String canonical) {
        return input.shown(field.spec(), canonical, texts);
    }

    /// A canonical value, or the word for an empty field.
    String valueOrEmpty(FieldViewModel field, @Nullable String canonical) {
        String shown = value(field, canonical);
        return shown.isEmpty() ? texts.get("directory.member.empty") : shown;
    }

    /// A moment, the nearer the more like people say it.
    String moment(Instant at) {
        Duration ago = Duration.between(at, clock.instant());
        if (!ago.isNegative() && ago.compareTo(Duration.ofMinutes(1)) < 0) {
            return texts.get("directory.member.moment");
        }
        if (!ago.isNegative() && ago.compareTo(Duration.ofHours(1)) < 0) {
            return texts.get("directory.member.minutes", ago.toMinutes());
        }
        ZonedDateTime local = at.atZone(clock.getZone());
        String time = TIME.format(local);
        LocalDate day = local.toLocalDate();
        LocalDate today = LocalDate.now(clock);
        if (day.equals(today)) {
            return texts.get("directory.member.today", time);
        }
        if (day.equals(today.minusDays(1))) {
            return texts.get("directory.member.yesterday", time);
        }
        return texts.get("directory.member.dayTime", day, time);
    }

    /// Whether people use a reference among themselves; a key that a machine made up says nothing to anybody.
    static boolean isSayable(String reference) {
        return reference.length() <= LONGEST_NUMBER;
    }

    /// Whole years since a birth.
    int age(LocalDate birth) {
        return Math.max(0, Period.between(birth, LocalDate.now(clock)).getYears());
    }
}
