package io.guichet.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares a component on the `package-info` of its root package: its name and the components whose
/// public API it uses. `ModulesTest` compares the declaration with what the code really does.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface AppModule {

    /// The component's name: its package, its database schema and its folders below `fxml/`, `i18n/` and `reports/`.
    String name();

    /// Names of the components whose root package this one uses.
    String[] dependsOn() default {};
}
