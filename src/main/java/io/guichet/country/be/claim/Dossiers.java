package io.guichet.country.be.claim;

import io.guichet.country.field.FieldValues;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Statements as the form has them.
final class Dossiers {

    private Dossiers() {
    }

    /// The number as it is printed: `+++010/8068/17183+++`.
    static String printed(String ogm) {
        return "+++" + ogm.substring(0, 3) + "/" + ogm.substring(3, 7) + "/" + ogm.substring(7) + "+++";
    }

    static FieldValues claim(Dossier dossier) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put(ClaimFields.RECEIVED, dossier.received().toString());
        values.put(ClaimFields.INVOICE, dossier.invoice());
        Dossier.Stay stay = dossier.stay();
        if (stay != null) {
            values.put(ClaimFields.HOSPITAL, stay.hospital());
            values.put(ClaimFields.ROOM, stay.room().kamer());
            values.put(ClaimFields.ADMISSION, stay.from().toString());
            values.put(ClaimFields.DISCHARGE, stay.to() == null ? null : stay.to().toString());
        }
        return FieldValues.of(values);
    }

    static FieldValues line(Dossier.Line line) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put(ClaimFields.ACT, line.code());
        values.put(ClaimFields.CARE_DAY, line.from().toString());
        values.put(ClaimFields.LAST_DAY, line.to().equals(line.from()) ? null : line.to().toString());
        values.put(ClaimFields.TIMES, Integer.toString(line.times()));
        values.put(ClaimFields.CHARGED, amount(line.charged()));
        values.put(ClaimFields.PROVIDER, line.provider());
        values.put(ClaimFields.HONORARIUM, line.given() ? amount(line.base()) : null);
        values.put(ClaimFields.INTERVENTION, line.given() ? amount(line.mutuality()) : null);
        values.put(ClaimFields.ROOM_SUPPLEMENT, line.room() == 0 ? null : amount(line.room()));
        values.put(ClaimFields.OTHERS, line.others() == 0 ? null : amount(line.others()));
        return FieldValues.of(values);
    }

    private static String amount(long cents) {
        return Entered.euros(cents).toPlainString();
    }
}
