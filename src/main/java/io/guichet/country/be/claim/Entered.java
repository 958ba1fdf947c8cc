package io.guichet.country.be.claim;

import io.guichet.country.be.adjudication.Room;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was entered of a statement, read. Collects what is wrong with it, each at its field.
final class Entered {

    /// A stay that the care belongs to.
    record Stay(String hospital, @Nullable Room room, LocalDate from, @Nullable LocalDate to) {

        boolean holds(Line line) {
            return !line.from().isBefore(from) && (to == null || !line.to().isAfter(to));
        }

        boolean touches(Line line) {
            return !line.to().isBefore(from) && (to == null || !line.from().isAfter(to));
        }
    }

    /// A line; amounts in cents.
    record Line(String code, LocalDate from, LocalDate to, int times, long charged, @Nullable String provider, @Nullable Long honorarium,
                @Nullable Long intervention, long room, long others) {
    }

    private static final int CENTS = 2;

    private final LocalDate today;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final LocalDate received;
    private final @Nullable String invoice;
    private @Nullable Stay stay;
    private final List<Line> lines = new ArrayList<>();

    Entered(ClaimIntake intake, LocalDate today) {
        this.today = today;
        this.received = past(intake.claim(), ClaimFields.RECEIVED, "", today);
        this.invoice = intake.claim().get(ClaimFields.INVOICE).map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
        this.stay = stay(intake.claim());
        if (intake.lines().isEmpty()) {
            problem(ClaimFields.ACT, "country.error.required");
        }
        for (FieldValues line : intake.lines()) {
            lines.add(line(line, "lines[" + lines.size() + "]."));
        }
    }

    List<FieldProblem> problems() {
        return problems;
    }

    LocalDate received() {
        return received;
    }

    @Nullable String invoice() {
        return invoice;
    }

    @Nullable Stay stay() {
        return stay;
    }

    List<Line> lines() {
        return lines;
    }

    /// Whether the care was had in the stay; it was had before or after it when not.
    boolean isWithinStay() {
        return stay != null && lines.stream().allMatch(stay::holds);
    }

    LocalDate first() {
        return lines.stream().map(Line::from).min(LocalDate::compareTo).orElse(received);
    }

    LocalDate last() {
        return lines.stream().map(Line::to).max(LocalDate::compareTo).orElse(received);
    }

    void problem(String field, String key, Object... arguments) {
        problems.add(new FieldProblem(field, UserMessage.of(key, arguments)));
    }

    private @Nullable Stay stay(FieldValues claim) {
        Optional<String> hospital = claim.get(ClaimFields.HOSPITAL);
        if (hospital.isEmpty() && claim.get(ClaimFields.ADMISSION).isEmpty()) {
            return null;
        }
        if (hospital.isEmpty()) {
            problem(ClaimFields.HOSPITAL, "country.error.required");
        }
        LocalDate from = past(claim, ClaimFields.ADMISSION, "", today);
        LocalDate to = claim.get(ClaimFields.DISCHARGE).isPresent() ? past(claim, ClaimFields.DISCHARGE, "", today) : null;
        if (to != null && to.isBefore(from)) {
            problem(ClaimFields.DISCHARGE, "be.input.endsBefore");
        }
        return new Stay(hospital.orElse(""), claim.get(ClaimFields.ROOM).map(Room::of).orElse(null), from, to);
    }

    /// The stay is known here, with its last day: who typed none meant that.
    void discharged(LocalDate last) {
        Stay known = stay;
        if (known != null && known.to() == null) {
            stay = new Stay(known.hospital(), known.room(), known.from(), last);
        }
    }

    /// Whether all care lies in the stay, or all of it outside.
    void checkDays() {
        Stay known = stay;
        if (known == null || isWithinStay()) {
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (known.touches(lines.get(i))) {
                problem("lines[" + i + "]." + ClaimFields.CARE_DAY, "be.error.partlyInStay");
            }
        }
    }

    private Line line(FieldValues line, String at) {
        String code = line.get(ClaimFields.ACT).orElse("");
        if (code.isEmpty()) {
            problem(at + ClaimFields.ACT, "country.error.required");
        }
        LocalDate from = past(line, ClaimFields.CARE_DAY, at, received);
        LocalDate to = line.get(ClaimFields.LAST_DAY).isPresent() ? past(line, ClaimFields.LAST_DAY, at, from) : from;
        if (to.isBefore(from)) {
            problem(at + ClaimFields.LAST_DAY, "be.input.endsBefore");
        }
        if (from.isAfter(received)) {
            problem(at + ClaimFields.CARE_DAY, "be.error.afterReceipt", received);
        }
        Long charged = amount(line, ClaimFields.CHARGED, at);
        if (charged == null && line.get(ClaimFields.CHARGED).isEmpty()) {
            problem(at + ClaimFields.CHARGED, "country.error.required");
        }
        Long room = amount(line, ClaimFields.ROOM_SUPPLEMENT, at);
        Long others = amount(line, ClaimFields.OTHERS, at);
        return new Line(code, from, to, times(line, at), charged == null ? 0 : charged, line.get(ClaimFields.PROVIDER).orElse(null),
                amount(line, ClaimFields.HONORARIUM, at), amount(line, ClaimFields.INTERVENTION, at), room == null ? 0 : room,
                others == null ? 0 : others);
    }

    private int times(FieldValues line, String at) {
        Optional<String> times = line.get(ClaimFields.TIMES);
        try {
            int count = times.map(Integer::parseInt).orElse(1);
            if (count >= 1 && count <= ClaimFields.MOST_TIMES) {
                return count;
            }
        } catch (NumberFormatException noNumber) {
            // refused like a number out of bounds
        }
        problem(at + ClaimFields.TIMES, "country.error.count", 1, ClaimFields.MOST_TIMES);
        return 1;
    }

    private @Nullable Long amount(FieldValues values, String field, String at) {
        Optional<String> text = values.get(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            BigDecimal amount = new BigDecimal(text.get());
            if (amount.signum() >= 0 && amount.stripTrailingZeros().scale() <= CENTS && amount.compareTo(ClaimFields.DEAREST.decimal()) <= 0) {
                return amount.movePointRight(CENTS).longValueExact();
            }
        } catch (NumberFormatException noNumber) {
            // refused like an amount out of bounds
        }
        problem(at + field, "country.error.amount", ClaimFields.DEAREST);
        return null;
    }

    private LocalDate past(FieldValues values, String field, String at, LocalDate otherwise) {
        Optional<String> text = values.get(field);
        if (text.isEmpty()) {
            problem(at + field, "country.error.required");
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(text.get());
            if (!day.isAfter(today)) {
                return day;
            }
            problem(at + field, "be.error.dayAhead");
        } catch (DateTimeException noDay) {
            problem(at + field, "country.error.day");
        }
        return otherwise;
    }

    /// An amount as the tables have it.
    static BigDecimal euros(long cents) {
        return Money.euros(cents).decimal();
    }
}
