package io.guichet.country.es.adjudication;

import io.guichet.kernel.UserMessage;
import java.util.Optional;

/// Kinds of medical act, as policies speak of them, in the order people read them. The codes are those of the tables.
public enum MedicalAct {
    CONSULTA(false), ESPECIALISTA(false), URGENCIA(false), FISIOTERAPIA(false), PRUEBA_COMPLEJA(false),
    HOSPITALIZACION(true), PARTO(true), CIRUGIA(true);

    private final boolean hospital;

    MedicalAct(boolean hospital) {
        this.hospital = hospital;
    }

    /// The kind with that code, or empty when there is none.
    public static Optional<MedicalAct> of(String code) {
        for (MedicalAct act : values()) {
            if (act.name().equals(code)) {
                return Optional.of(act);
            }
        }
        return Optional.empty();
    }

    /// What people call it.
    public UserMessage label() {
        return UserMessage.of("es.act." + name());
    }

    /// The heading it stands under.
    public UserMessage family() {
        return UserMessage.of(hospital ? "es.guarantee.family.hospital" : "es.guarantee.family.ambulatory");
    }
}
