package io.guichet.country.be;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// `be.verzekerde`: the root row of a member file.
@Entity
@Table(schema = "be", name = "verzekerde")
class Verzekerde {

    @Id
    @Nullable String nummer;
    @Nullable String inss;
    boolean bis;
    @Nullable String naam;
    @Nullable String voornamen;
    @Nullable LocalDate geboortedatum;
    @Nullable String geboorteplaats;
    @Nullable String geslacht;
    @Nullable String taal;
    @Version
    long version;

    /// Whether it is a BIS number follows from the number.
    void inss(@Nullable String typed) {
        inss = typed;
        bis = typed != null && VerzekerdeRules.isBis(typed);
    }

    /// The first of the first names, and the family name.
    String label() {
        return String.valueOf(voornamen).split(" ", 2)[0] + " " + naam;
    }
}
