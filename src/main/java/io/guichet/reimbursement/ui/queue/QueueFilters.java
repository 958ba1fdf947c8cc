package io.guichet.reimbursement.ui.queue;

import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.kernel.CountryCode;
import io.guichet.platform.ui.ScreenLifecycle;
import io.guichet.platform.ui.list.ChoiceMenu;
import io.guichet.platform.ui.list.FilterMenu;
import io.guichet.reimbursement.Colleague;
import io.guichet.reimbursement.WorkFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// What the queue is filtered by, above the table.
final class QueueFilters {

    /// Stands for "nobody has it" among names; no role is called so.
    private static final String NOBODY = "";
    private static final List<ClaimState> STATES = List.of(ClaimState.RECEIVED, ClaimState.PENDED, ClaimState.ACCEPTED);

    private final WorklistViewModel list;
    private final QueueWork work;
    private final QueueWords words;

    QueueFilters(WorklistViewModel list, QueueWork work, QueueWords words) {
        this.list = list;
        this.work = work;
        this.words = words;
    }

    void show(HBox countries, FlowPane bar, CheckBox overdue, ScreenLifecycle life) {
        if (list.countries().size() > 1) {
            list.countries().forEach(code -> countries.getChildren().add(country(code, life)));
        } else {
            countries.setManaged(false);
        }
        FilterMenu<ClaimState> states = new FilterMenu<>("filterState", words.get("reimbursement.queue.filter.state"), words::state,
                chosen -> list.narrow(now -> now.withStates(chosen)));
        states.offer(STATES);
        ChoiceMenu<Finding.Code> reasons = new ChoiceMenu<>("filterReason", words.get("reimbursement.queue.filter.reason"),
                words.get("reimbursement.queue.filter.anyReason"), words::reason, chosen -> list.narrow(now -> now.withReason(chosen)));
        reasons.offer(List.of(Finding.Code.values()));
        ChoiceMenu<String> who = new ChoiceMenu<>("filterWho", words.get("reimbursement.queue.filter.who"),
                words.get("reimbursement.queue.filter.anybody"), this::name, chosen -> list.narrow(now -> whose(now, chosen)));
        life.follow(list.colleagues().valueProperty(), known -> who.offer(people(known)));
        overdue.setOnAction(pressed -> list.narrow(now -> now.withOverdue(overdue.isSelected())));
        bar.getChildren().addAll(bar.getChildren().indexOf(overdue), List.of(states, reasons, who));
        life.follow(list.queryProperty(), now -> {
            states.select(now.filter().states());
            reasons.select(now.filter().reason());
            who.select(now.filter().free() ? NOBODY : now.filter().assignee());
            overdue.setSelected(now.filter().overdue());
        });
    }

    private ToggleButton country(CountryCode code, ScreenLifecycle life) {
        ToggleButton toggle = new ToggleButton(code.value());
        toggle.setId("country-" + code.folder());
        toggle.setTooltip(new Tooltip(words.get("reimbursement.queue.filter.only", words.country(code))));
        toggle.setAccessibleText(words.get("reimbursement.queue.filter.only", words.country(code)));
        toggle.setOnAction(pressed -> list.narrow(now -> {
            Set<CountryCode> wanted = new HashSet<>(now.countries());
            if (toggle.isSelected()) {
                wanted.add(code);
            } else {
                wanted.remove(code);
            }
            return now.withCountries(wanted);
        }));
        life.follow(list.queryProperty(), now -> toggle.setSelected(now.filter().countries().contains(code)));
        return toggle;
    }

    private static WorkFilter whose(WorkFilter now, @Nullable String chosen) {
        return NOBODY.equals(chosen) ? now.withFree(true) : now.withFree(false).withAssignee(chosen);
    }

    private List<String> people(@Nullable List<Colleague> known) {
        List<String> people = new ArrayList<>(List.of(NOBODY));
        if (work.decides()) {
            people.add(work.rights().user());
        }
        if (known != null) {
            known.stream().map(Colleague::name).filter(name -> !people.contains(name)).forEach(people::add);
        }
        return people;
    }

    private String name(String who) {
        return who.equals(NOBODY) ? words.get("reimbursement.queue.filter.nobody")
                : who.equals(work.rights().user()) ? words.get("reimbursement.queue.filter.me", who) : who;
    }
}
