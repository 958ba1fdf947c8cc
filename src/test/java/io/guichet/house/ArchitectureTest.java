package io.guichet.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of the house that bytecode shows. Each is also held against `io.guichet.house.broken`, a small house that
/// breaks them all.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final String BROKEN = "io.guichet.house.broken";

    private final JavaClasses house = new ClassFileImporter().importPath(Places.CLASSES);
    private final HouseRules rules = new HouseRules("io.guichet", house);
    private final JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);
    private final HouseRules brokenRules = new HouseRules(BROKEN, broken);

    Stream<ArchRule> rules() {
        return rules.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(house);
    }

    @Test
    void theHouseIsThere() {
        assertThat(house).hasSizeGreaterThan(50);
        assertThat(rules.components()).containsKeys("access", "audit", "directory");
    }

    @Test
    void noComponentDeclaresAnotherInVain() {
        assertThat(rules.declaredInVain(house)).isEmpty();
        assertThat(brokenRules.declaredInVain(broken)).containsExactly("second → nowhere");
    }

    Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of(brokenRules.floors(), List.of("kernel.Upwards", "strange.Homeless")),
                Arguments.of(brokenRules.componentsAreUsedThroughTheirRoot(), List.of("first.ui.CuriousController")),
                Arguments.of(brokenRules.usedComponentsAreDeclared(), List.of("first.ui.CuriousController")),
                Arguments.of(brokenRules.countriesStandAlone(), List.of("country.Partial", "country.yy.Neighbour")),
                Arguments.of(brokenRules.screensTouchNoDatabase(), List.of("first.ui.CuriousController")),
                Arguments.of(brokenRules.entitiesStayInside(), List.of("second.LeakedEntity")),
                Arguments.of(brokenRules.viewModelsNeedNoToolkit(), List.of("first.ui.HeavyViewModel")),
                Arguments.of(brokenRules.kernelIsPlain(), List.of("kernel.Upwards")),
                Arguments.of(brokenRules.threadAndDialogsBelongToThePlatform(), List.of("first.ui.WaitingController")),
                Arguments.of(brokenRules.rulesHaveAClock(), List.of("country.xx.Undated")),
                Arguments.of(brokenRules.onlyCountriesAreLookedUp(), List.of("second.Locator")));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void findsWhoBreaksIt(ArchRule rule, List<String> culprits) {
        EvaluationResult result = rule.evaluate(broken);
        assertThat(result.hasViolation()).isTrue();
        assertThat(culprits).allSatisfy(culprit ->
                assertThat(result.getFailureReport().getDetails()).anyMatch(detail ->
                        detail.contains(BROKEN + "." + culprit)));
        assertThat(result.getFailureReport().getDetails()).allMatch(detail ->
                culprits.stream().anyMatch(culprit -> detail.contains(BROKEN + "." + culprit)));
    }

    /// A web view costs start-up time and memory; without its library nobody can use one.
    @Test
    void thereIsNoWebView() {
        assertThat(Places.text(Path.of("pom.xml"))).contains("javafx-controls").doesNotContain("javafx-web");
    }

    @Test
    void findsCycles() {
        assertThatThrownBy(() -> brokenRules.noCycles().check(broken)).hasMessageContaining("Cycle detected");
    }
}
