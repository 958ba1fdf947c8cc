package io.guichet.country.fr;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// `fr.compte_bancaire`: the account reimbursements are paid to.
@Entity
@Table(schema = "fr", name = "compte_bancaire")
class CompteBancaire {

    @Id
    long personne;
    @Nullable String titulaire;
    @Nullable String iban;
    long version;

    static CompteBancaire of(Object personne) {
        CompteBancaire row = new CompteBancaire();
        row.personne = (Long) personne;
        return row;
    }
}
