package io.guichet.country.be.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.adjudication.ClaimInput;
import io.guichet.country.adjudication.InputRefused;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What nobody can reckon with is refused, with its path.
class ClaimReaderTest {

    private static final String LINE = "'code':'101076','careDate':'2024-03-01','charged':'31.81'";
    private static final String PLAN = "'kind':'AMBULATORY','rate':'0.80'";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "lines[0].code       | {'plan':{P},'lines':[{'code':'999999','careDate':'2024-03-01','charged':'31.81'}]}",
            "lines[0].code       | {'plan':{P},'lines':[{'code':'KROON','careDate':'2024-03-01','charged':'1','honorarium':'1','intervention':'0'}]}",
            "lines[0].code       | {'plan':{P},'lines':[{'careDate':'2024-03-01','charged':'31.81'}]}",
            "lines[0].charged    | {'plan':{P},'lines':[{'code':'101076','careDate':'2024-03-01','charged':'-1.00'}]}",
            "lines[0].charged    | {'plan':{P},'lines':[{'code':'101076','careDate':'2024-03-01','charged':'1.001'}]}",
            "lines[0].charged    | {'plan':{P},'lines':[{'code':'101076','careDate':'2024-03-01'}]}",
            "lines[0].careDate   | {'plan':{P},'lines':[{'code':'101076','careDate':'2024-02-30','charged':'31.81'}]}",
            "lines[0].careDate   | {'plan':{P},'lines':[{'code':'101076','from':'2024-02-01','to':'2024-02-02','careDate':'2024-02-03','charged':'1'}]}",
            "lines[0].to         | {'plan':{P},'lines':[{'code':'101076','from':'2024-02-03','to':'2024-02-02','charged':'1'}]}",
            "lines[0].honorarium | {'plan':{P},'lines':[{'code':'IMPLANT','careDate':'2024-03-01','charged':'1586.00','intervention':'48.00'}]}",
            "lines[0].intervention | {'plan':{P},'lines':[{'code':'IMPLANT','careDate':'2024-03-01','charged':'1586.00','honorarium':'1586.00'}]}",
            "lines[0].intervention | {'plan':{P},'lines':[{L,'intervention':'31.82'}]}",
            "lines[0].bim        | {'plan':{P},'lines':[{L,'bim':'yes'}]}",
            "lines[0].colour     | {'plan':{P},'lines':[{L,'colour':'red'}]}",
            "lines[0].room       | {'plan':{P},'lines':[{L,'room':'SINGLE'}]}",
            "lines[0].room       | {'plan':{'kind':'HOSPITAL'},'lines':[{L}]}",
            "lines[0].room       | {'plan':{'kind':'HOSPITAL'},'lines':[{L,'room':'SUITE'}]}",
            "lines[0].roomSupplement | {'plan':{'kind':'HOSPITAL'},'lines':[{L,'room':'SINGLE','roomSupplement':'31.82'}]}",
            "lines[0].feeSupplement | {'plan':{'kind':'HOSPITAL'},'lines':[{L,'room':'SINGLE','roomSupplement':'30','feeSupplement':'1.82'}]}",
            "lines[0].stayTo     | {'plan':{'kind':'HOSPITAL'},'lines':[{L,'stayFrom':'2024-02-03','stayTo':'2024-02-02'}]}",
            "lines               | {'plan':{P},'lines':[]}",
            "lines               | {'plan':{P}}",
            "plan                | {'lines':[{L}]}",
            "plan.kind           | {'plan':{'rate':'0.80'},'lines':[{L}]}",
            "plan.kind           | {'plan':{'kind':'OPTICAL','rate':'0.80'},'lines':[{L}]}",
            "plan.rate           | {'plan':{'kind':'AMBULATORY'},'lines':[{L}]}",
            "plan.rate           | {'plan':{'kind':'AMBULATORY','rate':'1.01'},'lines':[{L}]}",
            "plan.rate           | {'plan':{'kind':'AMBULATORY','rate':'-0.10'},'lines':[{L}]}",
            "plan.preventiveRate | {'plan':{P,'preventiveRate':'80'},'lines':[{L}]}",
            "plan.yearlyMax      | {'plan':{P,'yearlyMax':[]},'lines':[{L}]}",
            "plan.yearlyMax[1]   | {'plan':{P,'yearlyMax':['1.00','-2.00']},'lines':[{L}]}",
            "plan.membershipYear | {'plan':{P,'membershipYear':0},'lines':[{L}]}",
            "plan.usedThisYear   | {'plan':{P,'usedThisYear':'-0.01'},'lines':[{L}]}",
            "plan.deductible     | {'plan':{P,'deductible':{'SINGLE':'1'}},'lines':[{L}]}",
            "plan.deductible.SUITE | {'plan':{'kind':'HOSPITAL','deductible':{'SUITE':'1'}},'lines':[{L,'room':'SINGLE'}]}",
            "plan.colour         | {'plan':{P,'colour':'red'},'lines':[{L}]}",
            "plan.rate           | {'product':'AMBU-PLUS','plan':{'rate':'0.80'},'lines':[{L}]}",
            "product             | {'product':'AMBU-ULTRA','lines':[{L}]}",
            "colour              | {'colour':'red','plan':{P},'lines':[{L}]}"})
    void isRefusedAtItsPath(String path, String json) {
        assertThat(Told.refusal(json.replace("{P", "{" + PLAN).replace("{L", "{" + LINE)).field()).isEqualTo("claims[0]." + path.strip());
    }

    /// Whatever the what-if offers can be said: each field is known at its place.
    @Test
    @SuppressWarnings("unchecked")
    void everyFieldOfTheWhatIfIsKnown() throws InputRefused {
        Map<String, Object> plan = new HashMap<>();
        Map<String, Object> line = new HashMap<>();
        List<FieldGroup> groups = new ArrayList<>(new BeAdjudication().whatIf().plan());
        groups.addAll(new BeAdjudication().whatIf().line());
        for (FieldSpec field : groups.stream().flatMap(group -> group.fields().stream()).toList()) {
            String[] path = field.key().split("\\.");
            Map<String, Object> place = path[2].equals("plan") ? plan : line;
            if (path.length > 4) {
                place = (Map<String, Object>) place.computeIfAbsent(path[3], name -> new HashMap<String, Object>());
            }
            place.put(path[path.length - 1], value(field));
        }
        new BeAdjudication().simulate(ClaimInput.of(Map.of("plan", plan, "lines", List.of(line)), ""));
        assertThat(plan).containsKeys("kind", "deductible", "maxFeeSupplement");
        assertThat(line).containsKeys("code", "room", "stayTo");
    }

    private static Object value(FieldSpec field) {
        return switch (field.type()) {
            case FieldType.Choice choice -> choice.options().getLast();
            case FieldType.Flag() -> true;
            case FieldType.Day() -> "2024-03-01";
            case FieldType.Amount _ -> field.key().endsWith("charged") ? "100.00" : "12.30";
            case FieldType.Count count -> Integer.toString(count.least());
            case FieldType.Rate _ -> "0.8";
            default -> "101076";
        };
    }
}
