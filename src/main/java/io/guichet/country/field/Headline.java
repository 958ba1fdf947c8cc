package io.guichet.country.field;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The fields that the header of a member file shows, so that a call can be answered without reading the form.
/// They are found in the file's description: the national identifier, e-mail address and phone number by their type
/// (the first of each), the others by the last part of their key, which every country names alike.
///
/// @param birthDate  the field named `….birthDate`
/// @param sex        the field named `….sex`
/// @param language   the field named `….language`
/// @param nationalId the first identifying identifier
/// @param email      the first e-mail address
/// @param phone      the first phone number
public record Headline(@Nullable FieldSpec birthDate, @Nullable FieldSpec sex, @Nullable FieldSpec language,
                       @Nullable FieldSpec nationalId, @Nullable FieldSpec email, @Nullable FieldSpec phone) {

    /// The headline of a file described by `groups`; what it lacks is null.
    public static Headline of(List<FieldGroup> groups) {
        return new Headline(
                first(groups, named("birthDate")),
                first(groups, named("sex")),
                first(groups, named("language")),
                first(groups, field -> field.type() instanceof FieldType.Identifier
                        && field.sensitivity() == Sensitivity.IDENTIFYING),
                first(groups, field -> field.type() instanceof FieldType.Email),
                first(groups, field -> field.type() instanceof FieldType.Phone));
    }

    private static Predicate<FieldSpec> named(String last) {
        return field -> field.key().endsWith("." + last);
    }

    private static @Nullable FieldSpec first(List<FieldGroup> groups, Predicate<FieldSpec> wanted) {
        return groups.stream().flatMap(group -> group.fields().stream()).filter(wanted).findFirst().orElse(null);
    }
}
