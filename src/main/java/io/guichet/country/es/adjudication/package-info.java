/// What a Spanish policy pays, and why: network, copays, reimbursement, waiting periods, authorisations and yearly limits.
/// There is no public payer behind it. Pure: no database, no clock, no language.
@NullMarked
package io.guichet.country.es.adjudication;

import org.jspecify.annotations.NullMarked;
