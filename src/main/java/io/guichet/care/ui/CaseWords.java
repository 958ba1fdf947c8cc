package io.guichet.care.ui;

import io.guichet.care.CaseRow.Channel;
import io.guichet.care.CaseRow.State;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Cases in words.
final class CaseWords {

    private CaseWords() {
    }

    /// What a topic is called; a code without a label shows as itself.
    static String topic(Texts texts, String code) {
        String key = "care.topic." + code;
        return texts.has(key) ? texts.get(key) : code;
    }

    static String channel(Texts texts, Channel channel) {
        return texts.get(switch (channel) {
            case PHONE -> "care.channel.phone";
            case MAIL -> "care.channel.mail";
            case LETTER -> "care.channel.letter";
            case CHAT -> "care.channel.chat";
            case COUNTER -> "care.channel.counter";
        });
    }

    static String state(Texts texts, State state) {
        return texts.get(switch (state) {
            case OPEN -> "care.state.open";
            case WAITING -> "care.state.waiting";
            case CLOSED -> "care.state.closed";
        });
    }

    static Ikon icon(State state) {
        return switch (state) {
            case OPEN -> Feather.INBOX;
            case WAITING -> Feather.CLOCK;
            case CLOSED -> Feather.CHECK_CIRCLE;
        };
    }

    /// The class that colours icon and word.
    static String style(State state) {
        return switch (state) {
            case OPEN -> "accent-text";
            case WAITING -> "warning-text";
            case CLOSED -> "success-text";
        };
    }

    /// How far a case is: an icon and a word.
    static Label shown(Texts texts, State state) {
        Label label = new Label(state(texts, state), Icons.of(icon(state)));
        label.getStyleClass().addAll("case-state", style(state));
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
