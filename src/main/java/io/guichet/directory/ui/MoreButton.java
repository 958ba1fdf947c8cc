package io.guichet.directory.ui;

import io.guichet.platform.i18n.Texts;
import io.guichet.platform.ui.FilePanels;
import io.guichet.platform.ui.Icons;
import io.guichet.platform.ui.ScreenLifecycle;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;

/// Behind one button of a member's file, what is wanted of it now and then.
final class MoreButton {

    private final MemberViewModel member;
    private final Texts texts;
    private final ScreenLifecycle life;

    MoreButton(MemberViewModel member, Texts texts, ScreenLifecycle life) {
        this.member = member;
        this.texts = texts;
        this.life = life;
    }

    /// Adds the button, when there is something to want.
    void addTo(Pane head, List<FilePanels> components) {
        List<MenuItem> items = components.stream()
                .flatMap(each -> each.more(member.ref(), member.faces().overview().dayProperty()::get).stream())
                .map(this::item).toList();
        if (!items.isEmpty()) {
            MenuButton more = new MenuButton();
            more.setId("more");
            Icons.dress(more, Feather.MORE_HORIZONTAL, texts.get("directory.member.more"));
            more.getItems().setAll(items);
            head.getChildren().add(more);
        }
    }

    private MenuItem item(FilePanels.Link link) {
        MenuItem item = new MenuItem("", Icons.of(link.icon()));
        item.setOnAction(chosen -> link.go().run());
        life.follow(link.text(), item::setText);
        return item;
    }
}
