package io.guichet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.access.Rights;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.bootstrap.Schemas;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.Headline;
import io.guichet.country.sample.SamplePopulation.SampleRequest;
import io.guichet.directory.OpenMember;
import io.guichet.directory.SearchRequest;
import io.guichet.kernel.FileKind;
import io.guichet.kernel.FileRef;
import io.guichet.platform.database.Connections;
import io.guichet.platform.embedded.EmbeddedServer;
import io.guichet.testing.TestHome;
import io.guichet.testing.UiTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server dies while somebody types, and comes back.
class ServerLostJourneyTest extends UiTest {

    private static final String TYPED = "+33 6 98 76 54 32";

    private final Countries countries = Countries.load();
    private final Country country = countries.all().getFirst();
    private final FieldSpec phone = Objects.requireNonNull(Headline.of(country.members().groups()).phone());

    private void invent(EmbeddedServer server) throws SQLException {
        new Schemas(countries).migrations().migrate(server.address(), server.superuser());
        try (Connection owner = new Connections(server::address, server.superuser(), "").unbounded().getConnection()) {
            owner.setAutoCommit(false);
            new SampleInstallation(countries).install(owner, new SampleRequest(5, 5, 1), (step, share) -> { });
            owner.commit();
        }
    }

    private FileRef anybody(Desk desk) {
        return desk.components().directory().search(new SearchRequest("a", Locale.ENGLISH, Set.of(country.code()),
                Set.of(FileKind.MEMBER), 1)).rows().getFirst().ref();
    }

    @Test
    void whatIsTypedSurvivesAndIsSavedWhenTheServerIsBack(@TempDir Path temporary) throws SQLException {
        try (TestHome home = TestHome.unpacked(temporary)) {
            EmbeddedServer server = home.client();
            server.start();
            invent(server);
            AtomicBoolean mayReturn = new AtomicBoolean();
            try (Desk desk = Desk.signIn(server::address, "care", () -> {
                if (mayReturn.get()) {
                    server.ensureRunning();
                }
            })) {
                Rights rights = desk.components().access().rights();
                FileRef member = anybody(desk);
                fx(() -> desk.open(appearance(), rights));
                onScreen(() -> desk.show(member));
                await("the file is open", () -> desk.field(phone) != null && desk.shows("file"));
                onScreen(desk::details);
                onScreen(() -> desk.type(phone, TYPED));

                ProcessHandle.of(server.status().pid()).orElseThrow().destroyForcibly();
                await("the loss is told", () -> desk.shows("lost"));
                onScreen(() -> desk.press("save"));
                await("the refusal is told", () -> desk.shows("problem"));
                assertThat(fx(() -> desk.text(phone))).isEqualTo(TYPED);
                assertThat(fx(() -> desk.shows("saveBar"))).isTrue();

                mayReturn.set(true);
                await("the return is told", () -> !desk.shows("lost") && !desk.shows("problem"));
                assertThat(fx(() -> desk.text(phone))).isEqualTo(TYPED);
                onScreen(() -> desk.press("save"));
                await("it is saved", () -> !desk.shows("saveBar"));

                OpenMember stored = desk.components().directory().refresh(member).orElseThrow();
                assertThat(stored.file().values().get(phone.key())).contains("+33698765432");
                onScreen(() -> {
                    desk.window().window().hide();
                    desk.window().shell().close();
                });
            }
        }
    }
}
