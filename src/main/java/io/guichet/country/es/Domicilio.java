package io.guichet.country.es;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `es.domicilio`: where a person lives.
@Entity
@Table(schema = "es", name = "domicilio")
class Domicilio {

    @Id
    @Nullable UUID asegurado;
    @Column(name = "tipo_via")
    @Nullable String tipoVia;
    @Column(name = "nombre_via")
    @Nullable String nombreVia;
    @Nullable String numero;
    @Column(name = "piso_puerta")
    @Nullable String pisoPuerta;
    @Column(name = "codigo_postal")
    @Nullable String codigoPostal;
    @Nullable String municipio;
    long version;

    static Domicilio of(Object asegurado) {
        Domicilio row = new Domicilio();
        row.asegurado = (UUID) asegurado;
        return row;
    }
}
