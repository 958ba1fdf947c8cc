package io.guichet.bootstrap;

import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.kernel.CountryCode;
import java.util.List;
import java.util.stream.Stream;

/// The folders below `i18n/` that this program's words come from.
public final class TextFolders {

    private static final List<String> SHARED = List.of("platform", "country", "directory", "document", "care", "contract",
            "reimbursement", "shell", "bootstrap");

    private TextFolders() {
    }

    /// Those of the shared parts, then those of the countries.
    public static List<String> of(Countries countries) {
        return Stream.concat(SHARED.stream(),
                countries.all().stream().map(Country::code).map(CountryCode::folder).filter(TextFolders::hasTexts)).toList();
    }

    /// A country that is being added may have no words yet; that it gets them is for the tests of the texts to demand,
    /// and no reason for the other countries not to start.
    private static boolean hasTexts(String folder) {
        return TextFolders.class.getResource("/i18n/" + folder + "/messages.properties") != null;
    }
}
