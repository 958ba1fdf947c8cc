package io.guichet.country.form;

/// What can be done to a field besides typing.
public interface FieldActions {

    /// Makes a masked field readable, once the database has recorded who did.
    ///
    /// @param then what to do when it is readable
    void reveal(FieldViewModel field, Runnable then);

    /// Puts one field back to what is stored.
    void undo(FieldViewModel field);
}
