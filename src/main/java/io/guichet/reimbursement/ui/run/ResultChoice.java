package io.guichet.reimbursement.ui.run;

import io.guichet.platform.i18n.Texts;
import io.guichet.reimbursement.RunReport;
import io.guichet.reimbursement.RunReport.Result;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;

/// Which rows are shown: all, or those of one result, each with how many there are.
///
/// @param tried whether it is a dry run
/// @param shown the choice; null: all
record ResultChoice(Texts texts, RunWords words, RunReport seen, boolean tried, ObjectProperty<@Nullable Result> shown) {

    List<ToggleButton> buttons() {
        List<ToggleButton> buttons = new ArrayList<>();
        buttons.add(button("showAll", texts.get("reimbursement.run.all"), seen.rows().size(), null));
        for (Result each : Result.values()) {
            if (seen.count(each) > 0) {
                buttons.add(button("show" + each.name(), words.word(each, tried), seen.count(each), each));
            }
        }
        return buttons;
    }

    private ToggleButton button(String id, String word, long many, @Nullable Result result) {
        ToggleButton button = new ToggleButton(word + " " + words.amounts().count(many));
        button.setId(id);
        button.getStyleClass().add("chip");
        button.setSelected(shown.get() == result);
        button.setOnAction(pressed -> shown.set(result));
        return button;
    }
}
