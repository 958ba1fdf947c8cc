package io.guichet.bootstrap.tour;

import io.guichet.bootstrap.Progress;
import io.guichet.bootstrap.desktop.Premises;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.Credentials;
import io.guichet.platform.database.Database;
import io.guichet.platform.database.DatabaseFailure;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Premises that are in whatever state a picture needs. Nobody gets in.
final class StagedPremises implements Premises {

    volatile State state = State.SAMPLE;
    private volatile CountDownLatch started = new CountDownLatch(0);
    private volatile CountDownLatch held = new CountDownLatch(0);

    /// The next start takes until `release`.
    void hold() {
        started = new CountDownLatch(1);
        held = new CountDownLatch(1);
    }

    void awaitStarted() {
        await(started);
    }

    void release() {
        held.countDown();
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public String place() {
        return "";
    }

    @Override
    public void start(Progress progress) {
        if (held.getCount() > 0) {
            progress.at(UserMessage.of("bootstrap.start.migrate"), 0.4);
        }
        started.countDown();
        await(held);
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void fillWithSample(Progress progress) {
        state = State.SAMPLE;
    }

    @Override
    public void leaveEmpty() {
        state = State.WITHOUT_ADMINISTRATOR;
    }

    @Override
    public void appoint(String name, char[] password) {
        state = State.READY;
    }

    @Override
    public List<String> sampleAccounts() {
        return List.of("care", "operations", "lead", "sales", "auditor", "admin");
    }

    @Override
    public Database signIn(Credentials credentials) {
        throw new DatabaseFailure(DatabaseFailure.Kind.SIGN_IN_REFUSED, UserMessage.of("platform.error.signIn"),
                "refused", null);
    }

    @Override
    public void warmUp(Database database) {
    }

    @Override
    public void revive() {
    }

    @Override
    public void close() {
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
