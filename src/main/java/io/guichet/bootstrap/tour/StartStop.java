package io.guichet.bootstrap.tour;

import io.guichet.bootstrap.desktop.Premises;
import io.guichet.bootstrap.desktop.SignInViewModel;
import io.guichet.bootstrap.desktop.StartViewModel;
import io.guichet.bootstrap.desktop.StartWindow;
import io.guichet.platform.ui.Theme;
import java.util.List;
import javafx.stage.Stage;

/// The start window in each of its steps.
final class StartStop implements TourStop {

    @Override
    public void visit(TourGuide guide) {
        StagedPremises premises = new StagedPremises();
        StartViewModel start = new StartViewModel(server -> premises, guide.shared().background());
        SignInViewModel entrance = new SignInViewModel(start.premisesProperty()::get, guide.shared().background(),
                database -> { });
        Stage stage = guide.get(Stage::new);
        StartWindow window = guide.get(() -> {
            StartWindow made = new StartWindow(stage, guide.shared(), start, entrance, List.of());
            made.show();
            return made;
        });
        premises.hold();
        guide.get(() -> {
            start.begin();
            return true;
        });
        premises.awaitStarted();
        guide.await("progress is shown", () -> start.doneProperty().get() > 0);
        guide.pictureMeanwhile("start-progress", stage);
        guide.act(premises::release);

        premises.state = Premises.State.UNDECIDED;
        guide.act(start::begin);
        guide.picture("first-start", stage);
        premises.state = Premises.State.WITHOUT_ADMINISTRATOR;
        guide.act(start::begin);
        guide.act(() -> start.administratorProperty().set("anna"));
        guide.picture("first-administrator", stage);
        premises.state = Premises.State.SAMPLE;
        guide.act(start::begin);
        guide.picture("sign-in", stage);
        guide.act(() -> guide.shared().appearance().themeProperty().set(Theme.DARK));
        guide.picture("sign-in-dark", stage);
        guide.act(() -> guide.shared().appearance().themeProperty().set(Theme.LIGHT));
        guide.act(() -> {
            entrance.userProperty().set("care");
            entrance.passwordProperty().set("forgotten");
            entrance.signIn();
        });
        guide.picture("sign-in-refused", stage);
        guide.act(window::hide);
    }
}
