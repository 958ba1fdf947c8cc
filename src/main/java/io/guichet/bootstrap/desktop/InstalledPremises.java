package io.guichet.bootstrap.desktop;

import io.guichet.access.internal.InstallationRecord.Content;
import io.guichet.access.internal.SampleStaff;
import io.guichet.bootstrap.Installation;
import io.guichet.bootstrap.Progress;
import io.guichet.bootstrap.SampleInstallation;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.HikariDatabase;
import io.guichet.platform.database.HikariDatabase;
import io.guichet.platform.embedded.EmbeddedServer;
import java.util.List;

/// The premises of a real installation.
final class InstalledPremises implements Premises {

    private final Installation installation;
    private final Countries countries;
    private final long sampleMembers;

    /// @param sampleMembers invented people a country of a sample that is made now
    InstalledPremises(Installation installation, Countries countries, long sampleMembers) {
        this.installation = installation;
        this.countries = countries;
        this.sampleMembers = sampleMembers;
    }

    InstalledPremises(Installation installation, Countries countries) {
        this(installation, countries, SampleInstallation.MEMBERS);
    }

    @Override
    public boolean isEmbedded() {
        return installation.server().isPresent();
    }

    @Override
    public String place() {
        return installation.address().place();
    }

    @Override
    public void start(Progress progress) {
        installation.start(progress);
    }

    @Override
    public State state() {
        if (!isEmbedded()) {
            return State.READY;
        }
        Content content = installation.content();
        return switch (content) {
            case UNDECIDED -> State.UNDECIDED;
            case SAMPLE -> State.SAMPLE;
            case OWN -> installation.lacksAdministrator() ? State.WITHOUT_ADMINISTRATOR : State.READY;
        };
    }

    @Override
    public void fillWithSample(Progress progress) {
        installation.fillWithSample(sampleMembers, progress);
    }

    @Override
    public void leaveEmpty() {
        installation.leaveEmpty();
    }

    @Override
    public void appoint(String name, char[] password) {
        installation.appoint(name, password);
    }

    @Override
    public List<String> sampleAccounts() {
        return new SampleStaff(countries.all().stream().map(Country::code).toList()).accounts().stream()
                .map(SampleStaff.Account::name).toList();
    }

    @Override
    public Database signIn(Credentials credentials) {
        HikariDatabase database = installation.signIn(credentials);
        // The first file is opened seconds from now: by then Hibernate is ready.
        Thread.ofVirtual().name("warm-up").start(database::warmUp);
        return database;
    }

    @Override
    public void warmUp(Database database) {
        if (database instanceof HikariDatabase pool) {
            pool.warmUp();
        }
    }

    @Override
    public void revive() {
        installation.server().ifPresent(EmbeddedServer::ensureRunning);
    }

    @Override
    public void close() {
        installation.close();
    }
}
