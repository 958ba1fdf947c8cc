package io.guichet.country.es;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `es.asegurado`: the root row of a member file.
@Entity
@Table(schema = "es", name = "asegurado")
class Asegurado {

    @Id
    @Nullable UUID id;
    @Column(name = "tipo_documento")
    @Nullable String tipoDocumento;
    @Column(name = "numero_documento")
    @Nullable String numeroDocumento;
    @Nullable String nombre;
    @Column(name = "primer_apellido")
    @Nullable String primerApellido;
    @Column(name = "segundo_apellido")
    @Nullable String segundoApellido;
    @Column(name = "fecha_nacimiento")
    @Nullable LocalDate fechaNacimiento;
    @Nullable String sexo;
    @Nullable String idioma;
    @Nullable String naf;
    @Column(updatable = false)
    @Nullable UUID poliza;
    @Nullable String parentesco;
    @Column(name = "fecha_alta")
    @Nullable LocalDate fechaAlta;
    @Column(name = "fecha_baja")
    @Nullable LocalDate fechaBaja;
    @Column(name = "antiguedad_reconocida")
    @Nullable LocalDate antiguedadReconocida;
    @Version
    long version;

    /// First names and both surnames.
    String label() {
        return nombre + " " + primerApellido + (segundoApellido == null ? "" : " " + segundoApellido);
    }
}
