package io.guichet.country.fr.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guichet.country.adjudication.InputRefused;
import io.guichet.kernel.FieldProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What nobody can compute with is refused at its place.
class RefusalsTest {

    private static final String PLAN = "'plan':{'guarantee':{'mode':'BRSS_INCLUDED','value':'1.00'}}";

    private static FieldProblem refused(String claim) {
        return catchThrowableOfType(InputRefused.class, () -> Cases.decide(claim)).problem();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "'act':'XYZ','careDate':'2025-01-10','charged':'30.00'; act; fr.input.act",
        "'act':'G','careDate':'2025-01-10','charged':'-1.00'; charged; country.input.amount",
        "'act':'G','careDate':'2025-02-30','charged':'30.00'; careDate; country.input.day",
        "'act':'G','charged':'30.00'; careDate; country.input.missing",
        "'act':'G','careDate':'2025-01-10'; charged; country.input.missing",
        "'act':'G','careDate':'2017-04-30','charged':'30.00'; careDate; fr.input.tariff",
        "'act':'CCX','careDate':'2024-12-21','charged':'47.50'; careDate; fr.input.tariff",
        "'act':'OPT_FRAME_A','careDate':'2019-12-31','charged':'30.00'; careDate; fr.input.tariff",
        "'act':'FJH','from':'2017-12-31','to':'2018-01-02','charged':'60.00'; from; fr.input.tariff",
        "'act':'MCS','careDate':'2025-01-10','charged':'60.00','sector':'NON_OPTAM'; sector; fr.input.sector",
        "'act':'G','careDate':'2025-01-10','charged':'30.00','sector':'SECTOR_2'; sector; country.input.choice",
        "'act':'G','careDate':'2025-01-10','charged':'30.00','basket':'HUNDRED_HEALTH'; basket; fr.input.basket",
        "'act':'OPT_FRAME_B','careDate':'2025-01-10','charged':'30.00','basket':'HUNDRED_HEALTH'; basket; fr.input.basket",
        "'act':'OPT_FRAME_A','careDate':'2025-01-10','charged':'30.00','basket':'FREE'; basket; fr.input.basketAlways",
        "'act':'OPT_LENS_A','careDate':'2025-01-10','charged':'30.00','base':'51.00'; base; fr.input.correction",
        "'act':'KINE','careDate':'2025-01-10','charged':'30.00'; base; fr.input.base",
        "'act':'PHARMACIE','careDate':'2025-01-10','charged':'30.00','base':'30.00'; publicRate; fr.input.rate",
        "'act':'G','careDate':'2025-01-10','charged':'30.00','publicRate':'1.01'; publicRate; fr.input.rateAbove",
        "'act':'G','careDate':'2025-01-10','from':'2025-01-10','to':'2025-01-11','charged':'30.00'; careDate; fr.input.dayAndStay",
        "'act':'FJH','from':'2025-01-10','to':'2025-01-09','charged':'30.00'; to; fr.input.stay",
        "'act':'FJH','from':'2025-01-10','charged':'30.00'; to; country.input.missing",
        "'act':'G','careDate':'2025-01-10','charged':'30.00','inPathway':'false'; inPathway; country.input.flag",
        "'act':'G','careDate':'2025-01-10','charged':'30.00','chargd':'30.00'; chargd; country.input.unknown"})
    void aLineIsRefusedAtItsField(String line, String field, String reason) {
        FieldProblem problem = refused("{" + PLAN + ",'lines':[{" + line.strip() + "}]}");
        assertThat(problem.field()).isEqualTo("claims[0].lines[0]." + field);
        assertThat(problem.message().key()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "'product':'NOBODY'; product; fr.input.product",
        "'product':'SANTE'," + PLAN + "; plan; fr.input.planAndProduct",
        "'plan':{}; plan.guarantee; country.input.missing",
        "'plan':{'guarantee':{'mode':'BRSS'}}; plan.guarantee.mode; country.input.choice",
        "'plan':{'guarantee':{'mode':'BRSS_INCLUDED'}}; plan.guarantee.value; country.input.missing",
        "'plan':{'guarantee':{'mode':'BRSS_INCLUDED','value':'-0.10'}}; plan.guarantee.value; country.input.rate",
        "'plan':{'guarantee':{'mode':'NONE','cap':'1.00'}}; plan.guarantee.cap; country.input.unknown",
        "'plan':{'responsable':true,'guarantee':{'mode':'NONE'}}; plan.responsable; country.input.unknown",
        "'plan':{'guarantee':{'mode':'PMSS','value':'0.05'}}; lines[0].careDate; fr.input.ceiling",
        "'product':'SANTE','used':{'GENERALISTE':'1.00'}; used.GENERALISTE; country.input.unknown",
        "'extra':1," + PLAN + "; extra; country.input.unknown"})
    void aPlanIsRefusedAtItsField(String plan, String field, String reason) {
        FieldProblem problem = refused("{" + plan.strip() + ",'lines':[{'act':'CD','careDate':'2018-01-10','charged':'23.00'}]}");
        assertThat(problem.field()).isEqualTo("claims[0]." + field);
        assertThat(problem.message().key()).isEqualTo(reason);
    }
}
