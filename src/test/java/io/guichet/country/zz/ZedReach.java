package io.guichet.country.zz;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// `zz.reach`.
@Entity
@Table(schema = "zz", name = "reach")
class ZedReach {

    @Id
    @Nullable String person;
    @Nullable String phone;
    @Nullable String email;
    long version;

    static ZedReach of(Object person) {
        ZedReach row = new ZedReach();
        row.person = (String) person;
        return row;
    }
}
