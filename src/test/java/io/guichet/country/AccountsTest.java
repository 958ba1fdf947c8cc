package io.guichet.country;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.identifier.IdentifierCheck.Reason;
import io.guichet.country.identifier.IdentifierKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Accounts as the installed countries check them together. Values published by others.
class AccountsTest {

    private final IdentifierKind iban = Countries.load().identifiers().find("iban").orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"ES9121000418450200051332", "BE32123456789002", "FR1420041010050500013M02606",
            "DE89370400440532013000"})
    void rightAccountsAreAccepted(String account) {
        assertThat(iban.check(account).reason()).isNull();
    }

    /// Their international key is right: libraries accept them.
    @ParameterizedTest
    @ValueSource(strings = {"ES2121000418450200051331", "BE41091811735141"})
    void aWrongNationalKeyIsRefused(String account) {
        assertThat(fr.marcwrobel.jbanking.iban.Iban.isValid(account)).isTrue();
        assertThat(iban.check(account).reason()).isEqualTo(Reason.CHECKSUM);
    }
}
