package io.guichet.access.internal;

import io.guichet.access.StaffGroup;
import io.guichet.kernel.CountryCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The staff of the embedded sample: one account a kind of work for all countries, one care agent a country. The password
/// of each is its name, which is why they exist on loopback with sample data only.
public final class SampleStaff {

    private final List<CountryCode> countries;

    public SampleStaff(List<CountryCode> countries) {
        this.countries = List.copyOf(countries);
    }

    /// One account.
    ///
    /// @param name      role and password
    /// @param group     what they work as
    /// @param countries where
    public record Account(String name, StaffGroup group, List<CountryCode> countries) {
        public Account {
            countries = List.copyOf(countries);
        }
    }

    /// The accounts, in the order a sign-in screen offers them.
    public List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        accounts.add(new Account("care", StaffGroup.CARE_AGENT, countries));
        for (CountryCode country : countries) {
            accounts.add(new Account("care." + country.folder(), StaffGroup.CARE_AGENT, List.of(country)));
        }
        accounts.add(new Account("operations", StaffGroup.OPERATIONS, countries));
        accounts.add(new Account("lead", StaffGroup.OPERATIONS_LEAD, countries));
        accounts.add(new Account("sales", StaffGroup.SALES, countries));
        accounts.add(new Account("auditor", StaffGroup.AUDITOR, countries));
        accounts.add(new Account("admin", StaffGroup.STAFF_ADMIN, countries));
        return List.copyOf(accounts);
    }

    /// Creates the accounts that are not there yet, and completes the others when a country was added.
    ///
    /// Some are named as the group of their work (`sales`). PostgreSQL keeps one role a name, so in the sample that group
    /// itself may sign in; on a central server no group may.
    ///
    /// @param owner connection of the embedded server's superuser, in a transaction that the caller commits
    public void hire(Connection owner) throws SQLException {
        StaffAccounts staff = new StaffAccounts(owner);
        for (Account account : accounts()) {
            staff.hire(account.name(), account.name().toCharArray(), List.of(account.group()), account.countries());
        }
    }
}
