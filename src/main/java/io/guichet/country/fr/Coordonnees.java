package io.guichet.country.fr;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// `fr.coordonnees`: where and how a person is reached.
@Entity
@Table(schema = "fr", name = "coordonnees")
class Coordonnees {

    @Id
    long personne;
    @Nullable String adresse;
    @Nullable String complement;
    @Column(name = "code_postal")
    @Nullable String codePostal;
    @Nullable String commune;
    @Nullable String telephone;
    @Nullable String mobile;
    @Nullable String courriel;
    long version;

    static Coordonnees of(Object personne) {
        Coordonnees row = new Coordonnees();
        row.personne = (Long) personne;
        return row;
    }
}
