package io.guichet.access;

/// Who is signed in and what they may do.
public interface Access {

    /// The rights of the signed-in role, read from the database.
    Rights rights();
}
