package io.guichet.contract.internal;

import io.guichet.contract.AmendmentRow;
import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.field.FieldValues;
import io.guichet.directory.Directory;
import io.guichet.directory.SearchRow;
import io.guichet.kernel.FileRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes rows of lists, with the names of whom they are about.
final class AmendmentRows {

    private final Directory directory;
    private final Function<StoredAmendment, @Nullable AmendmentKind> kinds;

    /// @param kinds the kind of an amendment, null when this version knows none
    AmendmentRows(Directory directory, Function<StoredAmendment, @Nullable AmendmentKind> kinds) {
        this.directory = directory;
        this.kinds = kinds;
    }

    List<AmendmentRow> of(List<StoredAmendment> amendments) {
        List<FileRef> members = amendments.stream().map(StoredAmendment::about).filter(Objects::nonNull).distinct().toList();
        Map<FileRef, String> names = new HashMap<>();
        for (SearchRow row : directory.rows(members)) {
            names.put(row.ref(), row.label());
        }
        return amendments.stream().map(each -> row(each, names)).toList();
    }

    private AmendmentRow row(StoredAmendment amendment, Map<FileRef, String> names) {
        FileRef about = amendment.about();
        String name = about == null ? described(amendment) : names.getOrDefault(about, "");
        return new AmendmentRow(amendment.ref(), amendment.contractRef(), amendment.contractNumber(), amendment.kind(),
                amendment.effective(), amendment.state(), about, name, amendment.by(), amendment.at());
    }

    private String described(StoredAmendment amendment) {
        AmendmentKind kind = kinds.apply(amendment);
        return kind == null || kind.subject() != AmendmentKind.Subject.NEWCOMER ? "" : described(kind, amendment.values());
    }

    /// What a newcomer is called in the fields: every country's keys of names end so.
    static String described(AmendmentKind kind, FieldValues values) {
        return AmendmentRules.fields(kind).stream().filter(AmendmentRows::isName)
                .map(field -> values.get(field.key()).orElse("")).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    static boolean isName(FieldSpec field) {
        return field.type() instanceof FieldType.Text && field.key().matches(".*([nN]ames?|[sS]urname)$");
    }
}
