package io.guichet.care;

import java.util.List;

/// What cases are about; each is labelled `care.topic.<code>`.
public final class CaseTopics {

    /// In the order they are offered.
    public static final List<String> ALL = List.of("reimbursement", "cover", "card", "contribution", "personalData", "contract",
            "complaint", "other");

    private CaseTopics() {
    }
}
