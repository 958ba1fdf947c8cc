package io.guichet.bootstrap.tour;

import io.guichet.country.Country;
import io.guichet.country.adjudication.Act;
import io.guichet.country.adjudication.Adjudication;
import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.FileScreens;
import io.guichet.platform.ui.Theme;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/// What would be paid: nothing typed yet, an answer of each country, the same under a product, something refused, and a member's.
final class WhatIfStop implements TourStop {

    private static final String SCREEN = "what-if";
    private static final String FIRST_AMOUNT = "45";
    private static final String SECOND_AMOUNT = "60";

    @Override
    public void visit(TourGuide guide) {
        List<Country> able = guide.shared().countries().all().stream().filter(each -> each.adjudication().isPresent()).toList();
        if (able.isEmpty()) {
            return;
        }
        guide.act(() -> guide.composition().tabs().open(SCREEN, false));
        guide.picture("what-if-empty");
        for (Country country : able) {
            guide.act(() -> guide.find("#country-" + country.code()).map(ToggleButton.class::cast).ifPresent(ToggleButton::fire));
            fill(guide, country, country.adjudication().orElseThrow());
            guide.picture("what-if-" + country.code().folder());
        }
        ShellStop.theme(guide, Theme.DARK);
        guide.picture("what-if-dark");
        ShellStop.theme(guide, Theme.LIGHT);
        guide.resize(1920, 1080);
        guide.picture("what-if-1920x1080");
        guide.resize(TourGuide.WIDTH, TourGuide.HEIGHT);
        guide.act(() -> ofProduct(guide));
        guide.picture("what-if-product");
        type(guide, able.getLast(), 0, "charged", "12,345");
        guide.picture("what-if-refused");
        guide.act(() -> guide.composition().tabs().closeSelected());
        member(guide, able.getFirst());
    }

    private static void fill(TourGuide guide, Country country, Adjudication rules) {
        List<Act> acts = rules.acts(LocalDate.now(Clock.systemDefaultZone()));
        act(guide, 0, acts.getFirst());
        type(guide, country, 0, "charged", FIRST_AMOUNT);
        guide.press("#add");
        act(guide, 1, acts.get(Math.min(1, acts.size() - 1)));
        type(guide, country, 1, "charged", SECOND_AMOUNT);
    }

    private static void act(TourGuide guide, int line, Act act) {
        guide.act(() -> {
            TextField field = guide.find("#act-" + line).map(TextField.class::cast).orElseThrow();
            field.requestFocus();
            field.setText(act.code());
        });
        // Leaving the field takes what can only mean one act.
        guide.act(() -> guide.find("#copy").orElseThrow().getScene().getRoot().requestFocus());
    }

    private static void type(TourGuide guide, Country country, int line, String field, String text) {
        guide.act(() -> {
            String id = "#field-" + country.code().folder() + "-whatif-line-" + field;
            List<Node> all = List.copyOf(guide.composition().window().stage().getScene().getRoot().lookupAll(id));
            ((TextField) all.get(Math.min(line, all.size() - 1))).setText(text);
        });
    }

    private static void ofProduct(TourGuide guide) {
        ComboBox<?> plan = guide.find("#plan").map(ComboBox.class::cast).orElseThrow();
        plan.getSelectionModel().selectFirst();
    }

    private static void member(TourGuide guide, Country country) {
        List<MemberRow> rows = guide.components().directory().members(new MemberPageRequest("", Set.of(country.code()), null, false, 1))
                .rows();
        if (rows.isEmpty()) {
            return;
        }
        FileRef member = rows.getFirst().ref();
        guide.act(() -> guide.composition().tabs().open(member, false));
        guide.act(() -> guide.composition().tabs().open(SCREEN + ":" + FileScreens.id(member), false));
        act(guide, 0, country.adjudication().orElseThrow().acts(LocalDate.now(Clock.systemDefaultZone())).getFirst());
        type(guide, country, 0, "charged", FIRST_AMOUNT);
        guide.picture("what-if-member");
        guide.act(() -> guide.composition().tabs().closeSelected());
    }
}
