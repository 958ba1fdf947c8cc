package io.guichet.country.fr;

import io.guichet.country.fr.SampleTariffs.Level;
import org.jspecify.annotations.Nullable;

/// One sample act while its amounts are worked out; used over and over, since there are millions.
final class SampleAct {

    private static final int FULL = 100;
    private static final int PATHWAY = 70;

    String code = "";
    Level level = Level.NONE;
    long brss;
    long asked;
    /// Rate of the public insurance, percent.
    int publicRate;
    /// Percent of BRSS with the AMO's part; 0 for actual cost, −1 for what `most` says.
    int rate;
    int times;
    /// What the patient keeps, cents.
    long flat;
    /// We pay no more than this, cents.
    long most;
    long limit;
    @Nullable String counter;
    @Nullable String optam;
    @Nullable Boolean pathway;
    @Nullable String basket;
    @Nullable String opticalClass;
    @Nullable String motive;
    long amo;
    long amc;

    void begin(String what, Level granted, long reference, long charged, int percent) {
        code = what;
        level = granted;
        brss = reference;
        asked = charged;
        publicRate = percent;
        rate = granted.actualCost() ? 0 : granted.rate();
        times = 1;
        flat = 0;
        most = Long.MAX_VALUE;
        limit = 0;
        counter = null;
        optam = null;
        pathway = null;
        basket = null;
        opticalClass = null;
        motive = null;
    }

    /// What the public insurance pays, and what we pay when the statement is accepted. The member keeps the flat
    /// contribution, and outside the care pathway what the public insurance took off for it.
    void settle(boolean accepted) {
        long gross = Math.min(Premium.share(brss, publicRate, FULL), asked);
        amo = Math.max(0, gross - flat);
        boolean outside = Boolean.FALSE.equals(pathway);
        long counted = outside ? Math.min(Premium.share(brss, PATHWAY, FULL), asked) : gross;
        long due;
        if (rate == 0) {
            due = level.actualCost() || level.rate() > 0 ? asked - counted : 0;
        } else {
            due = rate < 0 ? most : Premium.share(brss, rate, FULL) - counted + level.flat();
        }
        amc = accepted ? Math.max(0, Math.min(Math.min(due, most), asked - counted)) : 0;
        if (motive == null && accepted && amc == 0 && asked > gross) {
            motive = "NON_GARANTI";
        }
    }
}
