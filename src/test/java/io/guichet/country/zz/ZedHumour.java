package io.guichet.country.zz;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// `zz.humour`.
@Entity
@Table(schema = "zz", name = "humour")
class ZedHumour {

    @Id
    @Nullable String person;
    @Nullable String prevailing;
    boolean leeched;
    long version;

    static ZedHumour of(Object person) {
        ZedHumour row = new ZedHumour();
        row.person = (String) person;
        return row;
    }
}
