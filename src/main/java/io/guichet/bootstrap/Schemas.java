package io.guichet.bootstrap;

import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.platform.database.Migrations;
import java.util.List;

/// The schemas of this program, in the order they migrate: a component's before those that call its functions, and the
/// countries' last.
public final class Schemas {

    private static final List<String> COMPONENTS = List.of("access", "audit", "directory", "document", "care", "contract",
            "reimbursement");

    private final Countries countries;

    public Schemas(Countries countries) {
        this.countries = countries;
    }

    public Migrations migrations() {
        return new Migrations(COMPONENTS, countries.all().stream().map(Country::code).toList());
    }

    /// All Hibernate entities: the countries bring theirs.
    public List<Class<?>> entities() {
        return countries.all().stream().<Class<?>>flatMap(country -> country.entities().stream()).toList();
    }
}
