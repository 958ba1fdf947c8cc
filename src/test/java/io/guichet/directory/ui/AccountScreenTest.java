package io.guichet.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.directory.AccountDetails;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FxmlViews;
import io.guichet.testing.UiTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class AccountScreenTest extends UiTest {

    private static final FileRef ACCOUNT = new FileRef(Samples.COUNTRY, FileKind.ACCOUNT, "7000001");

    private final Samples samples = new Samples();
    private final Texts texts = texts("platform", "country", "directory");
    private final List<FileRef> opened = new ArrayList<>();

    private void open() {
        AccountScreen screen = fx(() -> new AccountScreen(ACCOUNT, samples.workplace(), new FxmlViews(texts), texts,
                (file, behind) -> opened.add(file)));
        show(screen::createView);
    }

    private void known(String name) {
        samples.identities.accounts.put(ACCOUNT, new AccountDetails(ACCOUNT, name, null, "ada@example.org", null, "fr",
                LocalDate.of(2024, 5, 6), List.of(new AccountDetails.Used("nutrition", LocalDate.of(2026, 3, 4), 2))));
    }

    @Test
    void saysWhoItIsAndThatTheyAreNotInsured() {
        known("Ada Byron");
        open();

        assertThat(find("accountName", Label.class).getText()).isEqualTo("Ada Byron");
        assertThat(find("notInsured", Label.class).getText()).contains("Not insured");
        assertThat(find("account-email", Button.class).getText()).isEqualTo("ada@example.org");
        assertThat(find("account-phone", Button.class).isDisable()).isTrue();
        assertThat(find("account-language", Button.class).getText()).isEqualTo("French");
    }

    @Test
    void writesDatesAndNumbersAsEverywhereElse() {
        samples.identities.accounts.put(ACCOUNT, new AccountDetails(ACCOUNT, "Ada Byron", LocalDate.of(1987, 3, 14), "ada@example.org",
                "+33612022113", "fr", LocalDate.of(2024, 5, 6), List.of()));
        open();

        assertThat(find("account-birth", Button.class).getText()).startsWith("14/03/1987 (");
        assertThat(find("account-since", Button.class).getText()).isEqualTo("06/05/2024");
        assertThat(find("account-phone", Button.class).getText()).contains("33 6 12 02 21 13");
    }

    @Test
    void leadsToTheFilesOfTheSamePersonAndFollowsALink() {
        known("Ada Byron");
        open();
        samples.identities.linked.put(ACCOUNT, List.of(new SearchRow(Samples.MEMBER, "Ada Lovelace", "", null, List.of(), null)));
        onScreen(() -> samples.feed.tell(ACCOUNT, 0, "other-window"));

        onScreen(() -> find("linked-member-" + Samples.MEMBER.reference(), Button.class).fire());
        assertThat(opened).containsExactly(Samples.MEMBER);
    }

    @Test
    void saysThatThereIsNothing() {
        open();

        assertThat(find("emptyText", Label.class).getText()).contains("Account").contains("7000001");
    }
}
