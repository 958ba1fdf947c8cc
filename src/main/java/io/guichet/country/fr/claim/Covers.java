package io.guichet.country.fr.claim;

import io.guichet.country.fr.adjudication.Plan;
import io.guichet.country.fr.adjudication.Products;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/// What covers one person, day by day.
interface Covers {

    /// The terms of a day.
    ///
    /// @param head who brings the insurance
    record Cover(String product, String level, boolean responsible, LocalDate birth, long head, Plan plan) {

        /// Lines of a claim under the same terms are decided together.
        String key() {
            return Products.code(product, level);
        }
    }

    /// The cover of that day: the person's own contract before one they are a dependant of. Empty when nothing pays.
    Optional<Cover> on(LocalDate day) throws SQLException;
}
