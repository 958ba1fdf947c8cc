package io.guichet.country.be.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.kernel.Money;
import io.guichet.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The program and the database have the same figures, act by act and period by period.
class FiguresInDatabaseTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Nomenclature published = Nomenclature.published();

    @Test
    void actsAreTheSame() {
        assertThat(published.acts().stream().map(act -> act.code() + " " + act.rubriek() + " " + act.preventive()))
                .containsExactlyInAnyOrderElementsOf(DATABASE.query("SELECT code || ' ' || rubriek || ' ' || preventief FROM be.prestatie"));
    }

    @Test
    void tariffsAreTheSame() {
        assertThat(published.acts().stream().flatMap(act -> published.tariffs(act.code()).stream().map(tariff -> act.code() + " "
                + tariff.from() + " " + tariff.to() + " " + Money.euros(tariff.honorarium()) + " " + Money.euros(tariff.ordinary()) + " "
                + amount(tariff.bim()) + " " + amount(tariff.ordinaryGmd()) + " " + amount(tariff.bimGmd()))))
                .containsExactlyInAnyOrderElementsOf(DATABASE.query("SELECT concat_ws(' ', code, begin, coalesce(einde::text, 'null'), honorarium, gewoon, "
                        + "coalesce(bim::text, 'null'), coalesce(gewoon_gmd::text, 'null'), coalesce(bim_gmd::text, 'null')) "
                        + "FROM be.nomenclatuur WHERE honorarium IS NOT NULL"));
    }

    private static String amount(@Nullable Long cents) {
        return cents == null ? "null" : Money.euros(cents).toString();
    }

    @Test
    void actsWithoutTariffAreTheSame() {
        assertThat(published.acts().stream().map(Prestatie::code).filter(code -> published.tariffs(code).isEmpty()))
                .containsExactlyInAnyOrderElementsOf(DATABASE.query("SELECT code FROM be.nomenclatuur WHERE honorarium IS NULL"));
    }

    @Test
    void whoHasWhichInterventionIsDecidedAlike() {
        for (Prestatie act : published.acts()) {
            for (Tariff tariff : published.tariffs(act.code())) {
                for (Status status : Status.values()) {
                    boolean bim = status == Status.BIM || status == Status.BIM_GMD;
                    boolean gmd = status == Status.ORDINARY_GMD || status == Status.BIM_GMD;
                    assertThat(DATABASE.query("SELECT be.tegemoetkoming(?, ?, ?, ?)::text", act.code(), tariff.from(), bim, gmd))
                            .containsExactly(Money.euros(tariff.intervention(status)).toString());
                }
            }
        }
    }
}
