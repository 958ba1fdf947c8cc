package io.guichet.platform.ui;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Asks a person before something is destroyed or paid; nothing else is modal. A port: tests answer by themselves.
public interface Dialogs {

    /// Shows the question over the window; `answered` gets the chosen answer's id, or the id of the `CANCEL` answer
    /// when the person leaves with Esc. Returns at once.
    void ask(Question question, Consumer<String> answered);

    /// A question, its words already in the person's language.
    ///
    /// @param title   what it is about
    /// @param text    what happens with each answer
    /// @param answers the buttons, from left to right; one of them is `CANCEL`
    record Question(String title, String text, List<Answer> answers) {

        public Question {
            Objects.requireNonNull(title);
            Objects.requireNonNull(text);
            answers = List.copyOf(answers);
            if (answers.stream().noneMatch(answer -> answer.role() == Role.CANCEL)) {
                throw new IllegalArgumentException("a question needs an answer that changes nothing");
            }
        }
    }

    /// One button.
    ///
    /// @param id    what `answered` gets
    /// @param label a verb
    /// @param role  how it is drawn and reached
    record Answer(String id, String label, Role role) {
    }

    /// What an answer does.
    enum Role {
        /// The one that is usually wanted; Enter.
        PRIMARY,
        /// Cannot be taken back.
        DESTRUCTIVE,
        /// Changes nothing; Esc.
        CANCEL,
        /// Any other.
        PLAIN
    }
}
