package io.guichet.country.be;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// `be.bankrekening`: the account reimbursements are paid to.
@Entity
@Table(schema = "be", name = "bankrekening")
class Bankrekening {

    @Id
    @Nullable String verzekerde;
    @Nullable String iban;
    @Nullable String houder;
    long version;

    static Bankrekening of(Object verzekerde) {
        Bankrekening row = new Bankrekening();
        row.verzekerde = (String) verzekerde;
        return row;
    }
}
