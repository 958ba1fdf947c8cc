package io.guichet.directory.ui;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.Sensitivity;
import io.guichet.country.identifier.IdentifierCheck;
import io.guichet.country.identifier.IdentifierKind;
import io.guichet.country.identifier.Identifiers;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Background;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.Navigator;
import io.guichet.platform.ui.Notices;
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
            if (compact.matches("\\d{5}")) {
                int last = (10 - compact.chars().map(digit -> digit - '0').sum() % 10) % 10;
                return new IdentifierCheck(compact, IdentifierCheck.Reason.LENGTH, compact + last);
            }
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

    static final FieldInput INPUT =
            new FieldInput(new Identifiers(List.of(TENS), Map.of()), Clock.fixed(NOW, ZoneOffset.UTC));

    final FakeDirectory directory = new FakeDirectory(GROUPS);
    final FakeOverviews overviews = new FakeOverviews();
    final List<Notices.Notice> notices = new ArrayList<>();
    final OpenFiles openFiles = new OpenFiles();
    List<FilePanels> panels = List.of();
    final FakeFeed feed = new FakeFeed();
    final HandBackground background = new HandBackground();
    final List<Runnable> ticks = new ArrayList<>();
    Rights rights = new Rights("care", Set.of(StaffGroup.CARE_AGENT), Set.of(COUNTRY));

    Samples() {
        directory.add(MEMBER, "Ada Lovelace", Map.of(NAME, "Lovelace", BORN, "1987-03-14", SEX, "F", ID, "123400",
                PHONE, "+33612345678", EMAIL, "ada@example.org"));
    }

    final FakeIdentities identities = new FakeIdentities();

    Workplace workplace() {
        return new Workplace(directory, overviews, identities, background, feed, (period, action) -> {
            ticks.add(action);
            Background.Running running = () -> ticks.remove(action);
            return running;
        }, rights, "this-window", INPUT, Clock.fixed(NOW, ZoneOffset.UTC), notices::add, panels, openFiles);
    }

    /// Goes nowhere.
    static Navigator nowhere() {
        return (file, behind) -> { };
    }

    MemberViewModel opened() {
        MemberViewModel member = new MemberViewModel(MEMBER, workplace(), Locale.ENGLISH);
        member.start();
        return member;
    }

    private static FieldSpec field(String key, FieldType type, boolean required, Sensitivity sensitivity) {
        return new FieldSpec(key, type, required, true, sensitivity, "person." + key.substring(10), 1000);
    }
}
