package io.guichet.country.zz;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// `zz.person`.
@Entity
@Table(schema = "zz", name = "person")
class ZedPerson {

    @Id
    @Nullable String code;
    @Nullable String number;
    @Nullable String name;
    @Nullable LocalDate born;
    @Column(updatable = false)
    @Nullable String pact;
    @Version
    long version;

    String label() {
        return String.valueOf(name);
    }
}
