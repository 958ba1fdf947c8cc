package io.guichet.country.es;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `es.cuenta_bancaria`: the account reimbursements are paid to.
@Entity
@Table(schema = "es", name = "cuenta_bancaria")
class CuentaBancaria {

    @Id
    @Nullable UUID asegurado;
    @Nullable String iban;
    @Nullable String titular;
    long version;

    static CuentaBancaria of(Object asegurado) {
        CuentaBancaria row = new CuentaBancaria();
        row.asegurado = (UUID) asegurado;
        return row;
    }
}
