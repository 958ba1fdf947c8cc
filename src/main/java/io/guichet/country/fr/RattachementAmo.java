package io.guichet.country.fr;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// `fr.rattachement_amo`: the public insurance. Invisible to the session unless the file is open.
@Entity
@Table(schema = "fr", name = "rattachement_amo")
class RattachementAmo {

    @Id
    long personne;
    @Nullable String regime;
    @Nullable String caisse;
    boolean ald;
    @Column(name = "medecin_traitant")
    @Nullable String medecinTraitant;
    boolean teletransmission;
    long version;

    static RattachementAmo of(Object personne) {
        RattachementAmo row = new RattachementAmo();
        row.personne = (Long) personne;
        return row;
    }
}
