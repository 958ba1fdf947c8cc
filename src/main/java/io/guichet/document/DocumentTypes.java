package io.guichet.document;

import java.util.List;
import java.util.regex.Pattern;

/// What documents are. The set is open: a country may ask for a type of its own (`AmendmentKind.documents`), labelled
/// `document.type.<code>`; a code without a label shows as itself.
public final class DocumentTypes {

    /// What any file may have, in the order it is offered.
    public static final List<String> GENERAL = List.of("letter", "identityDocument", "proofOfAddress", "bankDetails",
            "invoice", "prescription", "enrolmentForm", "terminationLetter", "dispensationForm", "portabilityForm", "familyRecord",
            "companyRequest", "batchFile", "other");

    private static final Pattern CODE = Pattern.compile("[a-zA-Z]{1,40}");

    private DocumentTypes() {
    }

    /// Whether this may be the code of a type.
    public static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }
}
