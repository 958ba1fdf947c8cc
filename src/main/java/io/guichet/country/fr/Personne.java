package io.guichet.country.fr;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// `fr.personne`: the root row of a member file.
@Entity
@Table(schema = "fr", name = "personne")
class Personne {

    @Id
    long numero;
    @Column(name = "nir")
    @Nullable String nir;
    @Column(name = "cle_nir")
    @Nullable Short cleNir;
    @Column(name = "nom_naissance")
    @Nullable String nomNaissance;
    @Column(name = "nom_usage")
    @Nullable String nomUsage;
    @Nullable String prenoms;
    @Column(name = "date_naissance")
    @Nullable LocalDate dateNaissance;
    @Nullable String sexe;
    @Column(name = "lieu_naissance")
    @Nullable String lieuNaissance;
    @Nullable String langue;
    @Version
    long version;

    /// The NIR with its key, as people write it; the table keeps them apart.
    @Nullable String nirWithKey() {
        return nir == null || cleNir == null ? null : nir + (cleNir < 10 ? "0" : "") + cleNir;
    }

    void nirWithKey(@Nullable String typed) {
        nir = typed == null ? null : typed.substring(0, Nir.WITHOUT_KEY);
        cleNir = typed == null ? null : Short.valueOf(typed.substring(Nir.WITHOUT_KEY));
    }

    /// The first of the first names, and the name used in daily life.
    String label() {
        String first = String.valueOf(prenoms).split(" ", 2)[0];
        return first + " " + (nomUsage == null ? nomNaissance : nomUsage);
    }
}
