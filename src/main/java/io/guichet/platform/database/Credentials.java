package io.guichet.platform.database;

/// A PostgreSQL role and its password. Prints only the role.
public record Credentials(String user, String password) {

    @Override
    public String toString() {
        return user;
    }
}
