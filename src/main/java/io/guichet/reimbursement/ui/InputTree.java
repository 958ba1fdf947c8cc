package io.guichet.reimbursement.ui;

import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.country.form.FieldForm;
import io.guichet.country.form.FieldViewModel;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts what stands in forms into the tree that the rules read, at the places that the keys of the fields tell.
final class InputTree {

    private static final String BEFORE = ".whatif.";

    private final Map<String, Object> root;

    private InputTree(Map<String, Object> root) {
        this.root = root;
    }

    /// A tree that begins as a copy of `beginning`.
    static InputTree of(Map<String, ?> beginning) {
        return new InputTree(copy(beginning));
    }

    /// The place of a field in the input: `plan.guarantee.mode`, `line.charged`.
    static String place(FieldSpec field) {
        return field.key().substring(field.key().indexOf(BEFORE) + BEFORE.length());
    }

    /// Puts every field of the form at its place, less the part `within`; what is empty is taken away. A flag that must be
    /// told is told as no.
    InputTree put(FieldForm form, String within) {
        for (FieldViewModel field : form.fields()) {
            String canonical = field.value();
            Object value = canonical == null ? field.spec().required() && field.spec().type() instanceof FieldType.Flag ? false : null
                    : field.spec().type() instanceof FieldType.Flag ? (Object) Boolean.valueOf(canonical) : canonical;
            put(place(field.spec()).substring(within.length()), value);
        }
        return this;
    }

    /// Puts a value at a place; null takes away what is there.
    InputTree put(String place, @Nullable Object value) {
        String[] names = place.split("\\.");
        Map<String, Object> at = root;
        for (int i = 0; i < names.length - 1; i++) {
            Map<String, Object> below = child(at, names[i], value != null);
            if (below == null) {
                return this;
            }
            at = below;
        }
        String last = names[names.length - 1];
        if (value == null) {
            at.remove(last);
        } else {
            at.put(last, value);
        }
        return this;
    }

    /// What stands at a place as a field's canonical text, where it is no list and no object.
    static Optional<String> canonical(Map<String, ?> tree, String place) {
        Object at = tree;
        for (String name : place.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return switch (at) {
            case String text -> Optional.of(text);
            case Boolean flag -> Optional.of(flag.toString());
            case BigDecimal number -> Optional.of(number.toPlainString());
            case Number number -> Optional.of(number.toString());
            case null, default -> Optional.empty();
        };
    }

    Map<String, Object> tree() {
        return root;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> child(Map<String, Object> parent, String name, boolean make) {
        if (parent.get(name) instanceof Map<?, ?> there) {
            return (Map<String, Object>) there;
        }
        if (!make) {
            return null;
        }
        Map<String, Object> made = new HashMap<>();
        parent.put(name, made);
        return made;
    }

    private static Map<String, Object> copy(Map<?, ?> original) {
        Map<String, Object> copied = new HashMap<>();
        original.forEach((name, value) -> {
            if (value != null) {
                copied.put(String.valueOf(name), value instanceof Map<?, ?> below ? copy(below) : value);
            }
        });
        return copied;
    }
}
