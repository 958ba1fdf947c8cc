package io.guichet.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.guichet.kernel.AppModule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// The rules of the house that bytecode shows, for the house below `base`: the real one, or a broken one that proves
/// that the rules can fail.
final class HouseRules {

    private static final List<String> FLOORS = List.of("kernel", "platform", "country");
    private static final int COMPONENTS = FLOORS.size();
    private static final int SHELL = COMPONENTS + 1;
    private static final int BOOTSTRAP = SHELL + 1;
    private static final int ENTRY = BOOTSTRAP + 1;

    private static final Set<String> CLOCKLESS = Set.of("java.time.LocalDate", "java.time.LocalDateTime",
            "java.time.LocalTime", "java.time.Instant", "java.time.ZonedDateTime", "java.time.OffsetDateTime",
            "java.time.Year", "java.time.YearMonth", "java.time.MonthDay");

    private final String base;
    private final Map<String, Set<String>> components = new TreeMap<>();

    HouseRules(String base, JavaClasses house) {
        this.base = base;
        for (JavaClass type : house) {
            if (type.getSimpleName().equals("package-info") && type.isAnnotatedWith(AppModule.class)) {
                AppModule module = type.getAnnotationOfType(AppModule.class);
                components.put(top(type), Set.of(module.dependsOn()));
            }
        }
    }

    /// Component → those it declares to use.
    Map<String, Set<String>> components() {
        return components;
    }

    /// `kernel` ← `platform` ← `country` ← components ← `shell` ← `bootstrap`.
    ArchRule floors() {
        return classes().should(depend("only on floors below, from a package that has its place", (from, to) ->
                floor(from) >= 0 && floor(to) >= 0 && floor(from) >= floor(to)));
    }

    /// No package needs another that needs it.
    ArchRule noCycles() {
        return slices().matching(base + ".(**)").should().beFreeOfCycles();
    }

    /// A component is used through its root package only. `bootstrap`, which puts everything together, may see more.
    ArchRule componentsAreUsedThroughTheirRoot() {
        return classes().should(depend("on another component only through its root package", (from, to) ->
                top(from).equals(top(to)) || floor(from) >= BOOTSTRAP || !components.containsKey(top(to))
                        || to.getPackageName().equals(base + "." + top(to))));
    }

    /// A component declares the components it uses.
    ArchRule usedComponentsAreDeclared() {
        return classes().should(depend("only on components that its @AppModule names", (from, to) ->
                top(from).equals(top(to)) || !components.containsKey(top(from)) || !components.containsKey(top(to))
                        || components.getOrDefault(top(from), Set.of()).contains(top(to))));
    }

    /// What a component declares and does not use, or that is no component: `directory → audit`.
    Set<String> declaredInVain(JavaClasses house) {
        Set<String> used = new TreeSet<>();
        for (JavaClass type : house) {
            type.getDirectDependenciesFromSelf().forEach(dependency ->
                    used.add(top(dependency.getOriginClass()) + " → " + top(dependency.getTargetClass())));
        }
        Set<String> vain = new TreeSet<>();
        components.forEach((component, declared) -> declared.stream()
                .map(other -> component + " → " + other).filter(arrow -> !used.contains(arrow)).forEach(vain::add));
        return vain;
    }

    /// Nothing outside a country's package knows it, another country included.
    ArchRule countriesStandAlone() {
        return classes().should(depend("on a concrete country only from within it", (from, to) ->
                !isConcreteCountry(to) || country(from).equals(country(to))));
    }

    /// Screens ask the public API.
    ArchRule screensTouchNoDatabase() {
        return noClasses().that().resideInAPackage(base + "..ui..").or().resideInAPackage(base + ".shell..")
                .should().dependOnClassesThat().resideInAnyPackage(base + "..internal..", "org.hibernate..",
                        "jakarta.persistence..", "java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer..",
                        "org.flywaydb..")
                .because("screens ask the public API of components");
    }

    /// Entities never leave where they are kept.
    ArchRule entitiesStayInside() {
        return classes().that().areAnnotatedWith("jakarta.persistence.Entity")
                .or().areAnnotatedWith("jakarta.persistence.MappedSuperclass")
                .or().areAnnotatedWith("jakarta.persistence.Embeddable")
                .should(be("in internal or in a country", type ->
                        type.getPackageName().contains(".internal") || isConcreteCountry(type)));
    }

    /// View models are tested without a toolkit.
    ArchRule viewModelsNeedNoToolkit() {
        DescribedPredicate<JavaClass> toolkit = DescribedPredicate.describe("the JavaFX toolkit", type ->
                type.getPackageName().startsWith("javafx.") && !type.getPackageName().startsWith("javafx.beans")
                        && !type.getPackageName().startsWith("javafx.collections")
                        && !type.getPackageName().startsWith("javafx.util"));
        return noClasses().that(named("ViewModel")).should().dependOnClassesThat(toolkit)
                .because("view models use javafx.beans and javafx.collections alone");
    }

    /// The kernel can be used anywhere.
    ArchRule kernelIsPlain() {
        return noClasses().that().resideInAPackage(base + ".kernel..").should().dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.hibernate..", "jakarta.persistence..", "java.sql..")
                .because("the kernel knows no JavaFX, no Hibernate, no JDBC");
    }

    /// The JavaFX thread and windows that wait are the business of `platform.ui`: everything else stays testable.
    ArchRule threadAndDialogsBelongToThePlatform() {
        return noClasses().that().resideOutsideOfPackage(base + ".platform.ui..")
                .should().callMethodWhere(call("javafx.application.Platform.runLater", access ->
                        access.getTargetOwner().getName().equals("javafx.application.Platform")
                                && access.getName().equals("runLater")))
                .orShould().callMethodWhere(call("showAndWait", access -> access.getName().equals("showAndWait")))
                .orShould().dependOnClassesThat().haveFullyQualifiedName("javafx.scene.control.Alert")
                .because("Background and Dialogs are ports that tests can replace");
    }

    /// Rules are dated: who asks for today gets it from a clock that a test can set.
    ArchRule rulesHaveAClock() {
        return noClasses().that().resideInAnyPackage(base + ".kernel..", base + ".country..", base + "..internal..")
                .should().callMethodWhere(call("now() without a clock", access ->
                        CLOCKLESS.contains(access.getTargetOwner().getName()) && access.getName().equals("now")
                                && access.getTarget() instanceof CodeUnitAccessTarget target
                                && target.getParameterTypes().isEmpty()))
                .because("a date that is taken from nowhere cannot be tested");
    }

    /// There is one place that finds countries, and no other look-up.
    ArchRule onlyCountriesAreLookedUp() {
        return noClasses().that().doNotHaveFullyQualifiedName(base + ".country.Countries")
                .should().dependOnClassesThat().haveFullyQualifiedName("java.util.ServiceLoader")
                .because("wiring is plain constructors");
    }

    /// Every rule but the declared modules, which have a test of their own.
    List<ArchRule> all() {
        return List.of(floors(), noCycles(), componentsAreUsedThroughTheirRoot(), usedComponentsAreDeclared(),
                countriesStandAlone(), screensTouchNoDatabase(), entitiesStayInside(), viewModelsNeedNoToolkit(),
                kernelIsPlain(), threadAndDialogsBelongToThePlatform(), rulesHaveAClock(),
                onlyCountriesAreLookedUp());
    }

    private static DescribedPredicate<JavaClass> named(String suffix) {
        return DescribedPredicate.describe("are a " + suffix, type -> {
            JavaClass outer = type;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return outer.getSimpleName().endsWith(suffix);
        });
    }

    private static DescribedPredicate<JavaAccess<?>> call(String description, Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(description, test);
    }

    private static ArchCondition<JavaClass> be(String description, Predicate<JavaClass> test) {
        return new ArchCondition<>("be " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!test.test(type)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is not " + description));
                }
            }
        };
    }

    /// A condition on each pair of a class of the house and a class of the house that it needs.
    private ArchCondition<JavaClass> depend(String description, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>("depend " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (target.getPackageName().startsWith(base) && !allowed.test(type, target)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /// The first package below the base: `directory`.
    private String top(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(base + ".")) {
            return "";
        }
        String below = name.substring(base.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    /// −1 for a package that has no place.
    private int floor(JavaClass type) {
        String top = top(type);
        return switch (top) {
            case "" -> ENTRY;
            case "shell" -> SHELL;
            case "bootstrap" -> BOOTSTRAP;
            default -> components.containsKey(top) ? COMPONENTS : FLOORS.indexOf(top);
        };
    }

    private boolean isConcreteCountry(JavaClass type) {
        return !country(type).isEmpty();
    }

    /// `fr` for a class in `country.fr` or below, empty for others.
    private String country(JavaClass type) {
        String prefix = base + ".country.";
        String name = type.getPackageName() + ".";
        return name.startsWith(prefix) && name.indexOf('.', prefix.length()) == prefix.length() + 2
                ? name.substring(prefix.length(), prefix.length() + 2) : "";
    }
}
