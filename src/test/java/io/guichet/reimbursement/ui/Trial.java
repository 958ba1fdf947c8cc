package io.guichet.reimbursement.ui;

import io.guichet.access.Rights;
import io.guichet.access.StaffGroup;
import io.guichet.country.Countries;
import io.guichet.country.adjudication.Act;
import io.guichet.country.claim.MemberPlan;
import io.guichet.country.field.FieldInput;
import io.guichet.country.form.FieldForm;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Background;
import io.guichet.testing.Testland;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the tests of the what-if try: the rules of Testland, on one day.
final class Trial {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final FileRef MEMBER = new FileRef(Testland.CODE, FileKind.MEMBER, "42");

    final Texts texts = Texts.of(List.of("platform", "country", "reimbursement", "tl"));
    final List<LocalDate> read = new ArrayList<>();
    List<MemberPlan> plans = List.of(new MemberPlan("", null, Map.of("product", "HALF", "plan", Map.of("usedThisYear", "90.00"),
            "line", Map.of("abroad", true))));

    WhatIfWork work(Background background, StaffGroup group) {
        Countries countries = Countries.of(List.of(new Testland()));
        Clock clock = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new WhatIfWork(countries, (member, day) -> {
            read.add(day);
            return plans;
        }, member -> "Ada Byron", background, new Rights("care", Set.of(group), Set.of(Testland.CODE)),
                new FieldInput(countries.identifiers(), clock), texts, clock);
    }

    static void type(FieldForm form, String key, String typed) {
        form.field("tl.whatif." + key).orElseThrow().textProperty().set(typed);
    }

    static void act(WhatIfLine line, String code) {
        List<Act> offered = line.act().offered();
        line.act().choose(offered.stream().filter(act -> act.code().equals(code)).findFirst().orElseThrow());
    }
}
