package io.guichet.country.es;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `es.cuestionario_salud`: the health questionnaire. Invisible to the session unless the file is open.
@Entity
@Table(schema = "es", name = "cuestionario_salud")
class CuestionarioSalud {

    @Id
    @Nullable UUID asegurado;
    @Nullable LocalDate cumplimentado;
    boolean fumador;
    @Nullable String preexistencias;
    long version;

    static CuestionarioSalud of(Object asegurado) {
        CuestionarioSalud row = new CuestionarioSalud();
        row.asegurado = (UUID) asegurado;
        return row;
    }
}
