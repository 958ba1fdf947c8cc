package io.guichet.contract.ui;

import io.guichet.contract.AmendmentPreview;
import io.guichet.contract.AmendmentRow;
import io.guichet.contract.FollowUp;
import io.guichet.contract.PremiumCorrection;
import io.guichet.country.contract.ContractState;
import io.guichet.country.contract.Fact;
import io.guichet.country.cover.ClaimLine;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.Sensitivity;
import io.guichet.kernel.CountryCode;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Money;
import io.guichet.platform.i18n.Amounts;
import io.guichet.platform.i18n.Moments;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.Icons;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Contracts and amendments in the words of the language in use. A state is an icon and a word, its colour comes on top.
final class ContractWords {

    private final Texts texts;
    private final FieldInput input;
    private final Moments moments;

    ContractWords(Texts texts, FieldInput input, Clock clock) {
        this.texts = texts;
        this.input = input;
        moments = new Moments(texts, clock);
    }

    /// How a contract stands, as a word.
    String word(ContractState state) {
        return texts.get(switch (state) {
            case COMING -> "contract.state.coming";
            case RUNNING -> "contract.state.running";
            case SUSPENDED -> "contract.state.suspended";
            case ENDED -> "contract.state.ended";
        });
    }

    /// How a contract stands.
    Label state(ContractState state) {
        return switch (state) {
            case COMING -> sign(word(state), Feather.CLOCK, "muted");
            case RUNNING -> sign(word(state), Feather.CHECK_CIRCLE, "success-text");
            case SUSPENDED -> sign(word(state), Feather.PAUSE_CIRCLE, "warning-text");
            case ENDED -> sign(word(state), Feather.SLASH, "muted");
        };
    }

    /// How far an amendment is.
    Label state(AmendmentRow.State state) {
        return switch (state) {
            case DRAFT -> sign(texts.get("contract.amendment.state.draft"), Feather.EDIT_3, "warning-text");
            case APPLIED -> sign(texts.get("contract.amendment.state.applied"), Feather.CHECK_CIRCLE, "success-text");
            case CANCELLED -> sign(texts.get("contract.amendment.state.cancelled"), Feather.ROTATE_CCW, "muted");
            case DISCARDED -> sign(texts.get("contract.amendment.state.discarded"), Feather.TRASH_2, "muted");
        };
    }

    /// How far a claim is.
    String word(ClaimLine.State state) {
        return texts.get(switch (state) {
            case RECEIVED -> "contract.claim.received";
            case TO_DECIDE -> "contract.claim.toDecide";
            case DECIDED -> "contract.claim.decided";
            case PAID -> "contract.claim.paid";
            case REJECTED -> "contract.claim.rejected";
        });
    }

    /// What became of what an amendment left to do.
    Label state(FollowUp.State state) {
        return switch (state) {
            case OPEN -> sign(texts.get("contract.followUp.open"), Feather.CLOCK, "warning-text");
            case DONE -> sign(texts.get("contract.followUp.done"), Feather.CHECK_CIRCLE, "success-text");
            case WITHDRAWN -> sign(texts.get("contract.followUp.withdrawn"), Feather.ROTATE_CCW, "muted");
        };
    }

    /// What is wrong, and with which field: where it is told apart from the form.
    String wrong(FieldProblem problem) {
        String wrong = texts.get(problem.message());
        return texts.has(problem.field()) ? texts.get("contract.preview.problem", texts.get(problem.field()), wrong) : wrong;
    }

    /// What applying does, and what of the past it makes wrong: whoever applies knows how much work follows.
    String consequences(@Nullable AmendmentPreview seen) {
        String changed = texts.get("contract.amendment.applyText");
        if (seen == null || seen.wrongClaims().isEmpty() && seen.wrongPremiums().isEmpty() && seen.openClaims().isEmpty()) {
            return changed;
        }
        List<String> said = new ArrayList<>(List.of(changed));
        if (!seen.wrongClaims().isEmpty()) {
            said.add(texts.get("contract.amendment.applyClaims", seen.wrongClaims().size()));
        }
        if (!seen.wrongPremiums().isEmpty()) {
            Money sum = seen.wrongPremiums().stream().map(PremiumCorrection::amount).reduce(Money.ZERO, Money::plus);
            said.add(texts.get("contract.amendment.applyPremiums", seen.wrongPremiums().size(), amounts().difference(sum)));
        }
        if (!seen.openClaims().isEmpty()) {
            said.add(texts.get("contract.amendment.applyOpen", seen.openClaims().size()));
        }
        return String.join("\n", said);
    }

    /// What a kind of change is called in that country.
    String kind(CountryCode country, String code) {
        return orCode(country.folder() + ".amendment." + code, code);
    }

    /// What a type of document is called.
    String document(String code) {
        return orCode("document.type." + code, code);
    }

    /// The name of a month.
    String month(Month month) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale());
    }

    /// A month of a year: `November 2026`.
    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", texts.locale()).format(month);
    }

    /// A day as a button says it: `1 December 2026`. English without a country would put the month first.
    String dayOnButton(LocalDate day) {
        DateTimeFormatter words = texts.locale().getLanguage().equals("en")
                ? DateTimeFormatter.ofPattern("d MMMM uuuu", texts.locale())
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(texts.locale());
        return words.format(day);
    }

    /// From when until when.
    String period(LocalDate from, @Nullable LocalDate to) {
        return to == null ? texts.get("contract.period.since", from) : texts.get("contract.period.fromTo", from, to);
    }

    /// The value of a fact, or the word for none.
    String value(Fact fact) {
        if (fact.value() == null) {
            return texts.get("contract.preview.none");
        }
        FieldSpec described = new FieldSpec(fact.key(), fact.type(), false, false, Sensitivity.PLAIN, "", 0);
        return input.shown(described, fact.value(), texts);
    }

    Amounts amounts() {
        return Amounts.of(texts);
    }

    String moment(Instant at) {
        return moments.of(at);
    }

    /// An icon and a word, with a colour on top.
    static Label sign(String word, Feather icon, String style) {
        Label sign = new Label(word, Icons.of(icon));
        sign.getStyleClass().addAll("sign", style);
        return sign;
    }

    private String orCode(String key, String code) {
        return texts.has(key) ? texts.get(key) : code;
    }
}
