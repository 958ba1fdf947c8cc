package io.guichet.country.es;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `es.asistencia_publica`: the public health service beside the policy.
@Entity
@Table(schema = "es", name = "asistencia_publica")
class AsistenciaPublica {

    @Id
    @Nullable UUID asegurado;
    @Column(name = "comunidad_autonoma")
    @Nullable String comunidadAutonoma;
    @Column(name = "tarjeta_sanitaria")
    @Nullable String tarjetaSanitaria;
    @Nullable String mutualidad;
    long version;

    static AsistenciaPublica of(Object asegurado) {
        AsistenciaPublica row = new AsistenciaPublica();
        row.asegurado = (UUID) asegurado;
        return row;
    }
}
