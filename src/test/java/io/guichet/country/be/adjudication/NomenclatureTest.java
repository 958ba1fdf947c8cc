package io.guichet.country.be.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.adjudication.Act;
import io.guichet.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every published figure, as `adjudicate` uses it: a plan that pays nothing shows what the mutuality pays and what it leaves.
class NomenclatureTest {

    private static String remgeld(String code, String day, String charged, boolean bim, boolean gmd) {
        return Told.line("{'kind':'AMBULATORY','rate':'0'}", "{'code':'%s','careDate':'%s','charged':'%s','bim':%s,'gmd':%s}"
                .formatted(code, day, charged, bim, gmd));
    }

    /// honorarium, BIM, ordinary, BIM + GMD, ordinary + GMD.
    @ParameterizedTest
    @CsvSource({
            "101010, 2024-01-01, 18.85, 17.35, 12.85, 17.85, 14.85", "101010, 2026-10-31, 18.85, 17.35, 12.85, 17.85, 14.85",
            "101032, 2024-01-01, 25.68, 24.18, 19.68, 24.68, 21.68", "101032, 2026-10-31, 25.68, 24.18, 19.68, 24.68, 21.68",
            "101076, 2024-01-01, 31.81, 30.31, 25.81, 30.81, 27.81", "101076, 2026-10-31, 31.81, 30.31, 25.81, 30.81, 27.81",
            "101076, 2021-04-01, 23.32, 21.82, 17.32, 22.32, 19.32", "101076, 2023-12-31, 23.32, 21.82, 17.32, 22.32, 19.32",
            "101496, 2024-01-01, 36.61, 36.61, 36.61, 36.61, 36.61"})
    void generalPractitionersHaveFourInterventions(String code, String day, String honorarium, String bim, String ordinary, String bimGmd,
                                                   String ordinaryGmd) {
        check(code, day, honorarium, bim, true, false);
        check(code, day, honorarium, ordinary, false, false);
        check(code, day, honorarium, bimGmd, true, true);
        check(code, day, honorarium, ordinaryGmd, false, true);
    }

    /// honorarium, ordinary, BIM. A global medical file changes nothing.
    @ParameterizedTest
    @CsvSource({"102012, 20.75, 8.75, 17.75", "102034, 37.15, 25.15, 34.15", "102071, 34.09, 22.09, 31.09", "102093, 31.69, 19.69, 28.69",
            "102130, 33.27, 21.27, 30.27", "102152, 51.49, 39.49, 48.49", "102174, 52.81, 40.81, 49.81", "102196, 43.46, 31.46, 40.46",
            "102734, 28.90, 16.90, 25.90", "102896, 35.79, 23.79, 32.79"})
    void specialistsHaveTwo(String code, String honorarium, String ordinary, String bim) {
        for (String day : List.of("2017-01-01", "2026-10-31")) {
            check(code, day, honorarium, ordinary, false, false);
            check(code, day, honorarium, ordinary, false, true);
            check(code, day, honorarium, bim, true, false);
            check(code, day, honorarium, bim, true, true);
        }
    }

    /// Only the ordinary intervention is published: everybody has it.
    @ParameterizedTest
    @CsvSource({"KINE_CABINET, 28.60, 16.66", "KINE_HOSPITAAL, 28.60, 16.77", "KINE_THUIS, 29.97, 17.79"})
    void physiotherapyHasOne(String code, String honorarium, String ordinary) {
        for (boolean bim : new boolean[] {false, true}) {
            for (boolean gmd : new boolean[] {false, true}) {
                check(code, "2024-03-01", honorarium, ordinary, bim, gmd);
            }
        }
        assertThat(Told.lines("{'kind':'AMBULATORY','rate':'0'}", "{'code':'%s','careDate':'2024-03-01','charged':'%s','bim':true}"
                .formatted(code, honorarium)).getFirst().steps().getFirst().sentence().arguments()).contains(Words.words(Status.ORDINARY));
    }

    private static void check(String code, String day, String honorarium, String intervention, boolean bim, boolean gmd) {
        Tariff tariff = Nomenclature.published().tariff(code, LocalDate.parse(day)).orElseThrow();
        assertThat(tariff.honorarium()).isEqualTo(cents(honorarium));
        String left = Money.euros(cents(honorarium) - cents(intervention)).toString();
        assertThat(remgeld(code, day, honorarium, bim, gmd)).as("%s %s %s %s", code, day, bim, gmd)
                .isEqualTo(intervention + " 0.00 " + left);
    }

    private static long cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    /// Before the first day there is no tariff, and none is guessed.
    @ParameterizedTest
    @CsvSource({"101076, 2021-03-31", "101010, 2023-12-31", "101032, 2023-12-31", "101496, 2023-12-31", "102012, 2016-12-31",
            "KINE_THUIS, 2016-12-31"})
    void aDayWithoutTariffIsRefused(String code, String day) {
        assertThat(Told.refusal("{'plan':{'kind':'AMBULATORY','rate':'0'},'lines':[{'code':'%s','careDate':'%s','charged':'20'}]}"
                .formatted(code, day)).field()).isEqualTo("claims[0].lines[0].careDate");
    }

    @Test
    void actsAreOfferedWhileTheyHaveATariff() {
        List<String> now = new BeAdjudication().acts(LocalDate.of(2026, 10, 31)).stream().map(Act::code).toList();
        assertThat(now).hasSize(26).startsWith("101076").contains("IMPLANT", "KINE_THUIS", "102896");
        assertThat(new BeAdjudication().acts(LocalDate.of(2018, 1, 1)).stream().map(Act::code)).contains("102012", "IMPLANT")
                .doesNotContain("101076", "101010");
    }
}
