package io.guichet.country.es;

import io.guichet.country.es.adjudication.MedicalAct;
import io.guichet.kernel.UserMessage;
import java.util.Arrays;
import java.util.List;

/// Codes of the tables and the texts that say them.
final class EsWords {

    /// Kinds of medical act, in the order people read them.
    static final List<String> ACTS = Arrays.stream(MedicalAct.values()).map(MedicalAct::name).toList();
    /// What a person is to the first insured of the family.
    static final List<String> KINSHIPS = List.of("TITULAR", "CONYUGE", "HIJO", "OTRO");
    /// How a premium is split over the year.
    static final List<String> PAYMENTS = List.of("MENSUAL", "TRIMESTRAL", "SEMESTRAL", "ANUAL");
    /// Kinds of modality.
    static final List<String> MODALITIES = List.of("CUADRO_MEDICO", "COPAGO", "REEMBOLSO", "MIXTA");

    private EsWords() {
    }

    /// A kind of act in words.
    static UserMessage act(String code) {
        return MedicalAct.of(code).map(MedicalAct::label).orElse(UserMessage.of("es.act.otherActs"));
    }

    /// A kinship in words.
    static UserMessage kinship(String code) {
        return UserMessage.of(switch (code) {
            case "TITULAR" -> "es.member.kinship.TITULAR";
            case "CONYUGE" -> "es.member.kinship.CONYUGE";
            case "HIJO" -> "es.member.kinship.HIJO";
            default -> "es.member.kinship.OTRO";
        });
    }

    /// A kind of modality in words.
    static UserMessage modality(String code) {
        return UserMessage.of(switch (code) {
            case "CUADRO_MEDICO" -> "es.contract.modality.CUADRO_MEDICO";
            case "COPAGO" -> "es.contract.modality.COPAGO";
            case "REEMBOLSO" -> "es.contract.modality.REEMBOLSO";
            default -> "es.contract.modality.MIXTA";
        });
    }
}
