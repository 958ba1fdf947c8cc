package io.guichet.country.contract;

import io.guichet.country.field.FieldGroup;
import java.util.List;
import java.util.Objects;

/// One kind of change that contracts of a country know. Form, CSV columns and checks come from this description.
///
/// @param code      stable, without the country: `enrol`; its label is the text `<country>.amendment.<code>`
/// @param subject   whom it is about
/// @param groups    what is asked beside the effective day; keys begin with `<country>.amendment.<code>.` or name fields
///                  of the member file
/// @param documents codes of documents without which it is not applied; their labels are `document.type.<code>`
/// @param bulk      may come many at a time from a file
public record AmendmentKind(String code, Subject subject, List<FieldGroup> groups, List<String> documents, boolean bulk) {

    /// Whom a change is about.
    public enum Subject {
        /// The contract as a whole.
        CONTRACT,
        /// Somebody the contract covers.
        COVERED,
        /// Somebody it does not cover yet: a member already known, or a new one from the fields.
        NEWCOMER
    }

    public AmendmentKind {
        Objects.requireNonNull(code);
        Objects.requireNonNull(subject);
        groups = List.copyOf(groups);
        documents = List.copyOf(documents);
    }
}
