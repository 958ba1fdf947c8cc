package io.guichet.country.es;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `es.contacto`: how a person is reached.
@Entity
@Table(schema = "es", name = "contacto")
class Contacto {

    @Id
    @Nullable UUID asegurado;
    @Nullable String movil;
    @Nullable String telefono;
    @Nullable String correo;
    long version;

    static Contacto of(Object asegurado) {
        Contacto row = new Contacto();
        row.asegurado = (UUID) asegurado;
        return row;
    }
}
