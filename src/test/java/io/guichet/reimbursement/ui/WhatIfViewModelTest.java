package io.guichet.reimbursement.ui;

import static io.guichet.reimbursement.ui.Trial.act;
import static io.guichet.reimbursement.ui.Trial.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.StaffGroup;
import io.guichet.country.adjudication.Act;
import io.guichet.country.claim.MemberPlan;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.testing.HeldBackground;
import io.guichet.testing.ImmediateBackground;
import io.guichet.testing.Testland;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIfViewModelTest {

    private final Trial trial = new Trial();
    private final WhatIfViewModel whatIf =
            new WhatIfViewModel(trial.work(new ImmediateBackground(), StaffGroup.CARE_AGENT), null, Locale.ENGLISH);

    @BeforeEach
    void takeAProduct() {
        assertThat(whatIf.now().choiceProperty().get()).isEqualTo(PlanChoice.TYPED);
        choose(whatIf, PlanChoice.Kind.PRODUCT, "HALF");
    }

    private static WhatIfLine line(WhatIfViewModel of) {
        return of.now().lines().getFirst();
    }

    private static void choose(WhatIfViewModel of, PlanChoice.Kind kind, String product) {
        of.now().choiceProperty().set(of.now().choicesProperty().get().stream()
                .filter(choice -> choice.kind() == kind && choice.code().equals(product)).findFirst().orElseThrow());
    }

    private static Money insurer(WhatIfViewModel of) {
        return Objects.requireNonNull(of.answerProperty().get()).decision().insurerPaid();
    }

    private static UserMessage needed(String key, String label) {
        return UserMessage.of(key, UserMessage.of(label));
    }

    @Test
    void whatIsNotTypedYetIsAskedForAndNoMistake() {
        assertThat(whatIf.answerProperty().get()).isNull();
        assertThat(whatIf.hintProperty().get()).isEqualTo(needed("reimbursement.whatIf.fill", "tl.whatif.line.act"));
        act(line(whatIf), "VISIT");
        assertThat(whatIf.hintProperty().get()).isEqualTo(needed("reimbursement.whatIf.fill", "tl.whatif.line.charged"));
        assertThat(line(whatIf).form().fields()).allSatisfy(field -> assertThat(field.problemProperty().get()).isNull());
    }

    @Test
    void theAnswerMovesWhileOneTypes() {
        act(line(whatIf), "VISIT");
        type(line(whatIf).form(), "line.charged", "3");
        assertThat(insurer(whatIf)).isEqualTo(Money.euros(45));
        type(line(whatIf).form(), "line.charged", "30");
        assertThat(insurer(whatIf)).isEqualTo(Money.euros(800));
        assertThat(whatIf.currentProperty().get()).isTrue();
        assertThat(whatIf.hintProperty().get()).isNull();
        choose(whatIf, PlanChoice.Kind.PRODUCT, "WHOLE");
        assertThat(insurer(whatIf)).isEqualTo(Money.euros(1600));
    }

    @Test
    void onlyTheNewestAnswerIsShown() {
        HeldBackground background = new HeldBackground();
        WhatIfViewModel held = new WhatIfViewModel(trial.work(background, StaffGroup.CARE_AGENT), null, Locale.ENGLISH);
        choose(held, PlanChoice.Kind.PRODUCT, "HALF");
        act(line(held), "VISIT");
        type(line(held).form(), "line.charged", "10");
        background.doAll();
        assertThat(insurer(held)).isEqualTo(Money.euros(150));
        type(line(held).form(), "line.charged", "20");
        type(line(held).form(), "line.charged", "30");
        assertThat(held.currentProperty().get()).isFalse();
        assertThat(insurer(held)).as("what is there stays meanwhile").isEqualTo(Money.euros(150));
        background.doAll();
        assertThat(insurer(held)).isEqualTo(Money.euros(800));
        assertThat(held.currentProperty().get()).isTrue();
    }

    @Test
    void anAmountThatCannotBeReadHasNoAnswer() {
        act(line(whatIf), "VISIT");
        type(line(whatIf).form(), "line.charged", "30");
        type(line(whatIf).form(), "line.charged", "30x");
        assertThat(whatIf.currentProperty().get()).isFalse();
        assertThat(whatIf.hintProperty().get()).isEqualTo(needed("reimbursement.whatIf.correct", "tl.whatif.line.charged"));
        type(line(whatIf).form(), "line.charged", "");
        assertThat(whatIf.hintProperty().get()).isEqualTo(needed("reimbursement.whatIf.fill", "tl.whatif.line.charged"));
    }

    @Test
    void whatTheRulesRefuseIsSaidAtItsFieldUntilItIsMended() {
        WhatIfLine line = line(whatIf);
        type(line.form(), "line.careDate", "31/12/2019");
        act(line, "LEECHES");
        type(line.form(), "line.charged", "30");
        assertThat(whatIf.currentProperty().get()).isTrue();
        type(line.form(), "line.careDate", "01/01/2020");
        assertThat(line.form().field("tl.whatif.line.careDate").orElseThrow().problemProperty().get())
                .isEqualTo(UserMessage.of("country.error.day"));
        assertThat(whatIf.hintProperty().get()).isEqualTo(needed("reimbursement.whatIf.correct", "tl.whatif.line.careDate"));
        act(line, "VISIT");
        assertThat(line.form().field("tl.whatif.line.careDate").orElseThrow().problemProperty().get()).isNull();
        assertThat(whatIf.currentProperty().get()).isTrue();
    }

    @Test
    void termsThatAreTypedBeginWithWhatTheCountrySays() {
        choose(whatIf, PlanChoice.Kind.TYPED, "");
        act(line(whatIf), "VISIT");
        type(line(whatIf).form(), "line.charged", "30");
        assertThat(insurer(whatIf)).isEqualTo(Money.euros(1280));
        type(whatIf.now().plan(), "plan.rate", "25 %");
        assertThat(insurer(whatIf)).isEqualTo(Money.euros(400));
        type(whatIf.now().plan(), "plan.yearlyMax", "3,50");
        assertThat(insurer(whatIf)).isEqualTo(Money.euros(350));
        type(whatIf.now().plan(), "plan.usedThisYear", "3,00");
        assertThat(insurer(whatIf)).isEqualTo(Money.euros(50));
        type(whatIf.now().plan(), "plan.rate", "");
        assertThat(whatIf.hintProperty().get()).isEqualTo(needed("reimbursement.whatIf.fill", "tl.whatif.plan.rate"));
    }

    @Test
    void linesShareWhatIsLeft() {
        act(line(whatIf), "VISIT");
        type(line(whatIf).form(), "line.charged", "200");
        WhatIfLine second = Objects.requireNonNull(whatIf.now().add());
        assertThat(second.on()).isEqualTo(Trial.TODAY);
        act(second, "OPERATION");
        type(second.form(), "line.charged", "100");
        type(second.form(), "line.base", "50");
        assertThat(insurer(whatIf)).isEqualTo(Money.euros(100_00));
        assertThat(Objects.requireNonNull(whatIf.answerProperty().get()).lines()).extracting(WhatIfViewModel.About::written)
                .containsExactly("VISIT · Visit to a doctor", "OPERATION · Opération");
        whatIf.now().remove(line(whatIf));
        assertThat(insurer(whatIf)).isEqualTo(Money.euros(3250));
        whatIf.now().remove(line(whatIf));
        assertThat(whatIf.now().lines()).as("the last line stays").hasSize(1);
    }

    @Test
    void noMoreLinesThanAQuestionHas() {
        while (whatIf.now().lines().size() < WhatIfCase.MOST_LINES) {
            assertThat(whatIf.now().add()).isNotNull();
        }
        assertThat(whatIf.now().add()).isNull();
    }

    @Test
    void aMembersOwnTermsAreTriedFirstWithWhatWasUsed() {
        WhatIfViewModel of = new WhatIfViewModel(trial.work(new ImmediateBackground(), StaffGroup.CARE_AGENT), Trial.MEMBER,
                Locale.ENGLISH);
        assertThat(of.nameProperty().get()).isEqualTo("Ada Byron");
        assertThat(of.now().choiceProperty().get().kind()).isEqualTo(PlanChoice.Kind.MEMBER);
        assertThat(of.now().plan().field("tl.whatif.plan.usedThisYear").orElseThrow().value()).isEqualTo("90.00");
        assertThat(of.now().plan().field("tl.whatif.plan.rate")).as("the product's").isEmpty();
        assertThat(line(of).form().field("tl.whatif.line.abroad").orElseThrow().value()).isEqualTo("true");
        act(line(of), "VISIT");
        type(line(of).form(), "line.charged", "30");
        assertThat(insurer(of)).as("ten are left").isEqualTo(Money.euros(1000));
        type(line(of).form(), "line.abroad", "false");
        assertThat(insurer(of)).isEqualTo(Money.euros(800));
        type(of.now().plan(), "plan.usedThisYear", "");
        type(line(of).form(), "line.abroad", "true");
        assertThat(insurer(of)).isEqualTo(Money.euros(1500));
        assertThat(trial.read).containsExactly(Trial.TODAY);
    }

    @Test
    void termsAreThoseOfTheDayOfCare() {
        WhatIfViewModel of = new WhatIfViewModel(trial.work(new ImmediateBackground(), StaffGroup.CARE_AGENT), Trial.MEMBER,
                Locale.ENGLISH);
        trial.plans = List.of();
        type(line(of).form(), "line.careDate", "01/02/2026");
        assertThat(trial.read).last().isEqualTo(Trial.TODAY.withMonth(2).withDayOfMonth(1));
        assertThat(Objects.requireNonNull(of.hintProperty().get()).key()).isEqualTo("reimbursement.whatIf.noPlan");
        choose(of, PlanChoice.Kind.PRODUCT, "WHOLE");
        act(line(of), "VISIT");
        type(line(of).form(), "line.charged", "30");
        assertThat(of.currentProperty().get()).isTrue();
    }

    /// Somebody with several plans is offered each; who chose one keeps to it while it covers them.
    @Test
    void eachPlanOfAMemberCanBeTried() {
        UserMessage half = UserMessage.of("reimbursement.whatIf.plan");
        MemberPlan halfPlan = new MemberPlan("A", half, Map.of("product", "HALF", "plan", Map.of("usedThisYear", "90.00")));
        MemberPlan wholePlan = new MemberPlan("B", half, Map.of("product", "WHOLE", "plan", Map.of("usedThisYear", "10.00")));
        trial.plans = List.of(halfPlan, wholePlan);
        WhatIfViewModel of = new WhatIfViewModel(trial.work(new ImmediateBackground(), StaffGroup.CARE_AGENT), Trial.MEMBER, Locale.ENGLISH);
        assertThat(of.now().choicesProperty().get()).extracting(PlanChoice::code).startsWith("A", "B");
        assertThat(of.now().choiceProperty().get().code()).isEqualTo("A");
        choose(of, PlanChoice.Kind.MEMBER, "B");
        assertThat(of.now().tree()).containsEntry("product", "WHOLE");
        assertThat(of.now().tree().get("plan")).isEqualTo(Map.of("usedThisYear", "10.00"));

        type(line(of).form(), "line.careDate", "01/02/2026");
        assertThat(of.now().choiceProperty().get().code()).as("kept on another day").isEqualTo("B");
        trial.plans = List.of(halfPlan);
        type(line(of).form(), "line.careDate", "01/03/2026");
        assertThat(of.now().choiceProperty().get().code()).as("it covers them no more").isEqualTo("A");
        assertThat(of.now().tree()).containsEntry("product", "HALF");
        choose(of, PlanChoice.Kind.PRODUCT, "WHOLE");
        trial.plans = List.of();
        type(line(of).form(), "line.careDate", "01/04/2026");
        assertThat(of.now().choiceProperty().get().code()).as("a product is nobody's").isEqualTo("WHOLE");
    }

    @Test
    void actsAreFoundByCodeAndWordsWithoutAccents() {
        ActSearch act = line(whatIf).act();
        assertThat(act.offered()).extracting(Act::code).containsExactly("VISIT", "OPERATION");
        act.textProperty().set("doc vis");
        assertThat(act.offered()).extracting(Act::code).containsExactly("VISIT");
        act.textProperty().set("operation");
        assertThat(act.offered()).extracting(Act::code).containsExactly("OPERATION");
        act.leave();
        assertThat(act.textProperty().get()).isEqualTo("OPERATION · Opération");
        act.textProperty().set("leeches");
        assertThat(act.chosen()).isNull();
        act.leave();
        assertThat(act.problemProperty().get()).isEqualTo(UserMessage.of("reimbursement.whatIf.noAct"));
        act.textProperty().set("care");
        act.leave();
        assertThat(act.problemProperty().get()).isEqualTo(UserMessage.of("reimbursement.whatIf.severalActs"));
        act.textProperty().set("visit");
        act.leave();
        assertThat(Objects.requireNonNull(act.chosen()).code()).isEqualTo("VISIT");
        type(line(whatIf).form(), "line.careDate", "01/01/2010");
        act.textProperty().set("leech");
        assertThat(act.offered()).hasSize(1);
    }

    @Test
    void theAnswerCanBeReadOutAsText() {
        act(line(whatIf), "VISIT");
        type(line(whatIf).form(), "line.charged", "30");
        String text = new WhatIfWords(trial.texts).asText(Objects.requireNonNull(whatIf.answerProperty().get()), "Half and half");
        assertThat(text.lines()).containsExactly("What would be paid: Half and half", "",
                "VISIT · Visit to a doctor, 21/11/2026",
                "Charged 30.00\u202f€: public insurance 14.00\u202f€, we 8.00\u202f€, member 8.00\u202f€",
                "- The tariff on 21/11/2026 was 20.00\u202f€. 20.00\u202f€",
                "- The public insurance pays 70% of it. 14.00\u202f€",
                "- We pay 50% of the rest, of 100.00\u202f€ that are left this year. 8.00\u202f€");
    }

    @Test
    void whoSeesNobodyTriesNoMember() {
        WhatIfWork sales = trial.work(new ImmediateBackground(), StaffGroup.SALES);
        WhatIfParts parts = new WhatIfParts(new FxmlViews(trial.texts), trial.texts, (file, behind) -> { });
        WhatIfScreens screens = new WhatIfScreens(sales, parts);
        assertThat(screens.navigation()).hasSize(1);
        assertThat(screens.make(WhatIfScreen.ID)).isPresent();
        assertThat(screens.make(WhatIfScreen.id(Trial.MEMBER))).isEmpty();
        assertThat(screens.link(Trial.MEMBER)).isEmpty();
        WhatIfScreens admins = new WhatIfScreens(trial.work(new ImmediateBackground(), StaffGroup.STAFF_ADMIN), parts);
        assertThat(admins.navigation()).isEmpty();
        assertThat(admins.make(WhatIfScreen.ID)).isEmpty();
        assertThat(List.of(Testland.CODE)).isEqualTo(whatIf.countries());
    }
}
