package io.guichet.country.contract;

import java.util.Locale;

/// How a contract stands on a day.
public enum ContractState {
    COMING, RUNNING, SUSPENDED, ENDED;

    /// As the database writes it: `running`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
