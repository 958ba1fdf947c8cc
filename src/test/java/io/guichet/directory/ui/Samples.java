package io.guichet.directory.ui;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Sensitivity;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.Background;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A member of a country that exists only in these tests, and what a screen needs around it.
final class Samples {

    static final CountryCode COUNTRY = CountryCode.of("ZZ");
    static final FileRef MEMBER = new FileRef(COUNTRY, FileKind.MEMBER, "1000042");
    static final String NAME = "zz.member.lastName";
    static final String BORN = "zz.member.birthDate";
    static final String SEX = "zz.member.sex";
    static final String ID = "zz.member.id";
    static final String PHONE = "zz.member.phone";
    static final String EMAIL = "zz.member.email";
    static final String NEWS = "zz.member.news";
    static final Instant NOW = Instant.parse("2026-11-21T10:30:00Z");

    /// Digits whose sum ends in 0.
    static final IdentifierKind TENS = new IdentifierKind() {
        @Override
        public String name() {
            return "zz.tens";
        }

        @Override
        public IdentifierCheck check(String typed) {
            String compact = typed.replaceAll("[ .-]", "");
            if (!compact.matches("\\d{6}")) {
                return IdentifierCheck.refused(compact, IdentifierCheck.Reason.LENGTH);
            }
            return compact.chars().map(digit -> digit - '0').sum() % 10 == 0 ? IdentifierCheck.valid(compact)
                    : IdentifierCheck.refused(compact, IdentifierCheck.Reason.CHECKSUM);
        }

        @Override
        public String format(String normalized) {
            return normalized.substring(0, 3) + " " + normalized.substring(3);
        }

        @Override
        public String mask(String normalized) {
            return normalized.substring(0, 1) + "•• •••";
        }
    };

    static final List<FieldGroup> GROUPS = List.of(
            new FieldGroup("zz.member.group.identity", List.of(
                    field(NAME, new FieldType.Text(40), true, Sensitivity.PLAIN),
                    field(BORN, new FieldType.Day(), true, Sensitivity.PLAIN),
                    field(SEX, new FieldType.Choice(List.of("F", "M")), false, Sensitivity.PLAIN),
                    field(ID, new FieldType.Identifier(TENS), true, Sensitivity.IDENTIFYING))),
            new FieldGroup("zz.member.group.contact", List.of(
                    field(PHONE, new FieldType.Phone("FR"), false, Sensitivity.PLAIN),
                    field(EMAIL, new FieldType.Email(), false, Sensitivity.PLAIN),
                    field(NEWS, new FieldType.Flag(), false, Sensitivity.PLAIN))));

    final FakeDirectory directory = new FakeDirectory(GROUPS);
    final FakeFeed feed = new FakeFeed();
    final HandBackground background = new HandBackground();
    final List<Runnable> ticks = new ArrayList<>();
    Rights rights = new Rights("care", Set.of(StaffGroup.CARE_AGENT), Set.of(COUNTRY));

    Samples() {
        directory.add(MEMBER, "Ada Lovelace", Map.of(NAME, "Lovelace", BORN, "1987-03-14", SEX, "F", ID, "123400",
                PHONE, "+33612345678", EMAIL, "ada@example.org"));
    }

    Workplace workplace() {
        return new Workplace(directory, background, feed, (period, action) -> {
            ticks.add(action);
            Background.Running running = () -> ticks.remove(action);
            return running;
        }, rights, "this-window", new PlainFormat(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    MemberViewModel opened() {
        MemberViewModel member = new MemberViewModel(MEMBER, workplace(), Locale.ENGLISH);
        member.start();
        return member;
    }

    private static FieldSpec field(String key, FieldType type, boolean required, Sensitivity sensitivity) {
        return new FieldSpec(key, type, required, true, sensitivity, "person." + key.substring(10), 1000);
    }

    /// Dates as `14/03/1987` or, in German, `14.03.1987`; everything else as it is.
    static final class PlainFormat implements FieldFormat {

        @Override
        public Reading read(FieldSpec field, String typed, Locale locale) {
            String text = typed.strip();
            if (text.isEmpty()) {
                return new Reading(null, field.required() ? UserMessage.of("test.required") : null);
            }
            return switch (field.type()) {
                case FieldType.Day day -> text.matches("\\d\\d[./]\\d\\d[./]\\d{4}")
                        ? new Reading(text.substring(6) + "-" + text.substring(3, 5) + "-" + text.substring(0, 2), null)
                        : new Reading(null, UserMessage.of("test.day"));
                case FieldType.Identifier(IdentifierKind kind) -> {
                    IdentifierCheck check = kind.check(text);
                    yield check.isValid() ? new Reading(check.normalized(), null)
                            : new Reading(null, UserMessage.of("test.identifier"));
                }
                case FieldType.Phone phone -> new Reading(text.replace(" ", ""), null);
                default -> new Reading(text, null);
            };
        }

        @Override
        public String write(FieldSpec field, String canonical, Locale locale) {
            return switch (field.type()) {
                case FieldType.Day day -> {
                    String dot = locale.getLanguage().equals("de") ? "." : "/";
                    yield canonical.substring(8) + dot + canonical.substring(5, 7) + dot + canonical.substring(0, 4);
                }
                case FieldType.Identifier(IdentifierKind kind) -> kind.format(canonical);
                default -> canonical;
            };
        }

        @Override
        public String mask(FieldSpec field, String canonical) {
            return field.type() instanceof FieldType.Identifier(IdentifierKind kind) ? kind.mask(canonical) : "••••";
        }
    }
}
