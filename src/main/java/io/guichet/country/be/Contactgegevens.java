package io.guichet.country.be;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// `be.contactgegevens`: where and how a person is reached.
@Entity
@Table(schema = "be", name = "contactgegevens")
class Contactgegevens {

    @Id
    @Nullable String verzekerde;
    @Nullable String straat;
    @Nullable String huisnummer;
    @Nullable String bus;
    @Nullable String postcode;
    @Nullable String gemeente;
    @Nullable String telefoon;
    @Nullable String gsm;
    @Nullable String email;
    long version;

    static Contactgegevens of(Object verzekerde) {
        Contactgegevens row = new Contactgegevens();
        row.verzekerde = (String) verzekerde;
        return row;
    }
}
