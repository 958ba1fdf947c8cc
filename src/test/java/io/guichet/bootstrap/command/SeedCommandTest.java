package io.guichet.bootstrap.command;

import static io.guichet.testing.TestTerminal.guichet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.testing.TestHome;
import io.guichet.testing.TestTerminal.Result;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedCommandTest {

    @TempDir
    Path temporary;

    private TestHome home;
    private String folder;

    @BeforeEach
    void unpack() {
        home = TestHome.unpacked(temporary);
        folder = home.path().toString();
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void fillsANewFolderAndGoesOnBehindIt() {
        Result first = guichet("seed", "--members", "40", "--claims", "15", "--json", "--home", folder);
        assertThat(first.status()).as(first.err()).isZero();
        for (Country country : Countries.load().all()) {
            JsonNode tables = first.json().path(country.code().folder());
            assertThat(tables.properties().stream().map(table -> table.getValue().asLong())).as(country.code().value())
                    .contains(40L).as("what is rare may be missing among 40 people").filteredOn(rows -> rows == 0).hasSizeLessThan(4);
        }
        assertThat(first.err()).contains("Creating sample data").contains("100 %");

        Result second = guichet("seed", "--members", "25", "--random-seed", "9", "--home", folder);
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(second.out()).contains("Schema").containsPattern("(?m) 25$");

        Result found = guichet("search", "--home", folder, "--json", "--limit", "5", "example");
        assertThat(found.status()).as(found.err()).isZero();
    }

    @Test
    void leavesRealWorkAlone() {
        assertThat(guichet("database", "start", "--empty", "--home", folder).status()).isZero();

        Result refused = guichet("seed", "--members", "5", "--home", folder);

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("holds real work");
        assertThat(guichet("database", "stop", "--force", "--home", folder).status()).isZero();
    }

    @Test
    void wrongNumbersAreWrongUsage() {
        assertThat(guichet("seed", "--members", "0", "--home", folder).status()).isEqualTo(2);
        Result huge = guichet("seed", "--members", "99999999999", "--home", folder);
        assertThat(huge.status()).isEqualTo(2);
        assertThat(huge.err()).contains("10,000,000");
        assertThat(guichet("seed", "--members", "5", "--claims", "-1", "--home", folder).err()).contains("from 0 to 250");
        Result claims = guichet("seed", "--members", "5", "--claims", "251", "--home", folder);
        assertThat(claims.status()).isEqualTo(2);
        assertThat(claims.err()).contains("--claims needs a number from 0 to 250");
        assertThat(guichet("seed", "--members", "2000000", "--claims", "50000001", "--home", folder).err())
                .contains("50,000,000");
        assertThat(guichet("seed", "--home", folder).status()).isEqualTo(2);
        assertThat(guichet(Map.of(), "seed", "--members", "many", "--home", folder).status()).isEqualTo(2);
    }
}
