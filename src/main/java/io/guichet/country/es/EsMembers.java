package io.guichet.country.es;

import io.guichet.country.MemberRecords;
import io.guichet.country.binding.BoundMembers;
import io.guichet.country.binding.NeighbourTable;
import io.guichet.country.binding.RootTable;
import io.guichet.country.es.sql.EsSql;
import io.guichet.country.identifier.Iban;
import io.guichet.kernel.CountryCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The Spanish member file: `asegurado` and the tables beside it, field by field.
final class EsMembers {

    private static final String IDENTITY = "es.member.group.identity";
    private static final String COVER = "es.member.group.cover";
    private static final String CONTACT = "es.member.group.contact";
    private static final String PUBLIC_CARE = "es.member.group.publicCare";
    private static final String QUESTIONNAIRE = "es.member.group.questionnaire";
    private static final String BANK = "es.member.group.bank";
    private static final List<String> LANGUAGES = List.of("es", "ca", "gl", "eu", "en", "fr", "nl", "de");
    private static final int NAME = 80;

    private EsMembers() {
    }

    static MemberRecords records(CountryCode country, Clock clock) {
        return new BoundMembers<>(country, asegurado(), List.of(contacto(country.value()), domicilio(), asistencia(),
                cuestionario(), cuenta()), new AseguradoRules(clock)::check);
    }

    /// The key that a reference stands for.
    static Optional<UUID> key(String reference) {
        return EsSql.key(reference);
    }

    private static RootTable<Asegurado> asegurado() {
        return new RootTable<>(Asegurado.class, "asegurado", EsMembers::key, row -> row.version, Asegurado::label)
                .field(IDENTITY, "es.member.firstNames", "nombre").required()
                .text(NAME, row -> row.nombre, (row, value) -> row.nombre = value)
                .field(IDENTITY, "es.member.firstSurname", "primer_apellido").required()
                .text(NAME, row -> row.primerApellido, (row, value) -> row.primerApellido = value)
                .field(IDENTITY, "es.member.secondSurname", "segundo_apellido")
                .text(NAME, row -> row.segundoApellido, (row, value) -> row.segundoApellido = value)
                .field(IDENTITY, "es.member.sex", "sexo").required()
                .choice(List.of("M", "H"), row -> row.sexo, (row, value) -> row.sexo = value)
                .field(IDENTITY, "es.member.birthDate", "fecha_nacimiento").required()
                .day(row -> row.fechaNacimiento, (row, value) -> row.fechaNacimiento = value)
                .field(IDENTITY, "es.member.language", "idioma").required()
                .choice(LANGUAGES, row -> row.idioma, (row, value) -> row.idioma = value)
                .field(IDENTITY, "es.member.documentType", "tipo_documento")
                .choice(List.of(Document.DNI, Document.NIE, Document.PASSPORT),
                        row -> row.tipoDocumento, (row, value) -> row.tipoDocumento = value)
                .field(IDENTITY, "es.member.document", "numero_documento").identifying()
                .identifier(new Document(), row -> row.numeroDocumento, (row, value) -> row.numeroDocumento = value)
                .field(IDENTITY, "es.member.naf", "naf").identifying()
                .identifier(EsIdentifiers.NAF, row -> row.naf, (row, value) -> row.naf = value)
                .field(COVER, "es.member.kinship", "parentesco").readOnly()
                .choice(List.of("TITULAR", "CONYUGE", "HIJO", "OTRO"),
                        row -> row.parentesco, (row, value) -> row.parentesco = value)
                .field(COVER, "es.member.coverFrom", "fecha_alta").readOnly()
                .day(row -> row.fechaAlta, (row, value) -> row.fechaAlta = value)
                .field(COVER, "es.member.coverUntil", "fecha_baja").readOnly()
                .day(row -> row.fechaBaja, (row, value) -> row.fechaBaja = value)
                .field(COVER, "es.member.recognisedSince", "antiguedad_reconocida")
                .day(row -> row.antiguedadReconocida, (row, value) -> row.antiguedadReconocida = value);
    }

    private static NeighbourTable<Contacto> contacto(String region) {
        return new NeighbourTable<>(Contacto.class, "contacto", Contacto::of, (row, version) -> row.version = version)
                .field(CONTACT, "es.member.mobile", "movil")
                .phone(region, row -> row.movil, (row, value) -> row.movil = value)
                .field(CONTACT, "es.member.phone", "telefono")
                .phone(region, row -> row.telefono, (row, value) -> row.telefono = value)
                .field(CONTACT, "es.member.email", "correo")
                .email(row -> row.correo, (row, value) -> row.correo = value);
    }

    private static NeighbourTable<Domicilio> domicilio() {
        return new NeighbourTable<>(Domicilio.class, "domicilio", Domicilio::of, (row, version) -> row.version = version)
                .field(CONTACT, "es.member.streetType", "tipo_via")
                .choice(List.of("CALLE", "AVENIDA", "PLAZA", "PASEO", "CAMINO", "RONDA", "CARRETERA", "TRAVESIA"),
                        row -> row.tipoVia, (row, value) -> row.tipoVia = value)
                .field(CONTACT, "es.member.street", "nombre_via")
                .text(100, row -> row.nombreVia, (row, value) -> row.nombreVia = value)
                .field(CONTACT, "es.member.houseNumber", "numero")
                .text(10, row -> row.numero, (row, value) -> row.numero = value)
                .field(CONTACT, "es.member.floorDoor", "piso_puerta")
                .text(20, row -> row.pisoPuerta, (row, value) -> row.pisoPuerta = value)
                .field(CONTACT, "es.member.postcode", "codigo_postal")
                .text(5, row -> row.codigoPostal, (row, value) -> row.codigoPostal = value)
                .field(CONTACT, "es.member.city", "municipio")
                .text(NAME, row -> row.municipio, (row, value) -> row.municipio = value);
    }

    private static NeighbourTable<AsistenciaPublica> asistencia() {
        return new NeighbourTable<>(AsistenciaPublica.class, "asistencia_publica", AsistenciaPublica::of,
                (row, version) -> row.version = version)
                .field(PUBLIC_CARE, "es.member.region", "comunidad_autonoma")
                .choice(List.of("AN", "AR", "AS", "CB", "CE", "CL", "CM", "CN", "CT", "EX", "GA", "IB", "MC", "MD", "ML",
                        "NC", "PV", "RI", "VC"), row -> row.comunidadAutonoma, (row, value) -> row.comunidadAutonoma = value)
                .field(PUBLIC_CARE, "es.member.healthCard", "tarjeta_sanitaria").identifying()
                .text(16, row -> row.tarjetaSanitaria, (row, value) -> row.tarjetaSanitaria = value)
                .field(PUBLIC_CARE, "es.member.mutualFund", "mutualidad")
                .choice(List.of("MUFACE", "ISFAS", "MUGEJU"),
                        row -> row.mutualidad, (row, value) -> row.mutualidad = value);
    }

    private static NeighbourTable<CuestionarioSalud> cuestionario() {
        return new NeighbourTable<>(CuestionarioSalud.class, "cuestionario_salud", CuestionarioSalud::of,
                (row, version) -> row.version = version)
                .field(QUESTIONNAIRE, "es.member.questionnaireDate", "cumplimentado").health()
                .day(row -> row.cumplimentado, (row, value) -> row.cumplimentado = value)
                .field(QUESTIONNAIRE, "es.member.smoker", "fumador").health()
                .flag(row -> row.fumador, (row, value) -> row.fumador = value)
                .field(QUESTIONNAIRE, "es.member.conditions", "preexistencias").health()
                .text(500, row -> row.preexistencias, (row, value) -> row.preexistencias = value);
    }

    private static NeighbourTable<CuentaBancaria> cuenta() {
        return new NeighbourTable<>(CuentaBancaria.class, "cuenta_bancaria", CuentaBancaria::of,
                (row, version) -> row.version = version)
                .field(BANK, "es.member.iban", "iban").identifying()
                .identifier(new Iban(), row -> row.iban, (row, value) -> row.iban = value)
                .field(BANK, "es.member.accountHolder", "titular")
                .text(NAME, row -> row.titular, (row, value) -> row.titular = value);
    }
}
