package io.guichet.country.es;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.contract.AmendmentKind;
import io.guichet.country.contract.AmendmentOrder;
import io.guichet.country.contract.CoveredPerson;
import io.guichet.country.contract.Fact;
import io.guichet.country.contract.Guarantee;
import io.guichet.country.contract.Product;
import io.guichet.country.contract.TouchedClaim;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Spanish policies as they are read, on the real database.
class EsContractsTest extends SpanishPolicies {

    @Test
    void productsAndTheirOptionsAreOffered() {
        List<Product> products = owner().read(work -> contracts.products(work, DAY));
        assertThat(products).hasSize(7).allMatch(Product::sample).allMatch(product -> !product.options().isEmpty());
        assertThat(owner().<List<Product>>read(work -> contracts.products(work, LocalDate.of(2000, 1, 1)))).isEmpty();
    }

    @Test
    void guaranteesSayEveryAct() {
        List<Guarantee> guarantees = owner().read(work -> contracts.guarantees(work, family().getFirst(), DAY));
        assertThat(guarantees).extracting(Guarantee::code).contains("CONSULTA", "URGENCIA").doesNotHaveDuplicates();
    }

    @Test
    void peopleComeByFamilyPageByPage() {
        String policy = DATABASE.query("SELECT poliza FROM es.asegurado GROUP BY 1 ORDER BY count(*) DESC LIMIT 1").getFirst();
        List<CoveredPerson> all = owner().read(work -> contracts.people(work, policy, LocalDate.of(2013, 1, 1), "", null, 500)).rows();
        List<CoveredPerson> paged = new ArrayList<>();
        @Nullable String after = null;
        boolean more = true;
        while (more) {
            String behind = after;
            Page<CoveredPerson> page = owner().read(work -> contracts.people(work, policy, LocalDate.of(2013, 1, 1), "", behind, 7));
            paged.addAll(page.rows());
            after = page.rows().getLast().place();
            more = page.more();
        }
        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(20);
        assertThat(all.getFirst().head()).isTrue();
        String word = all.get(5).name().split(" ")[0];
        assertThat(owner().<Page<CoveredPerson>>read(work -> contracts.people(work, policy, LocalDate.of(2013, 1, 1), word.substring(0, 3).toUpperCase(
                Locale.ROOT), null, 500)).rows()).isNotEmpty().contains(all.get(5));
    }

    /// Before and after a change the same facts are compared, also of somebody who is not there yet.
    @Test
    void factsAreTheSameWhateverTheirValues() {
        List<String> family = family();
        AmendmentOrder order = order(family.getFirst(), EsAmendments.TERMINATE, DAY, family.getLast(), Map.of());
        FileRef nobody = AmendedPolicy.file(SPAIN.code(), new UUID(1, 1));
        FileRef head = AmendedPolicy.file(SPAIN.code(), UUID.fromString(family.getLast()));
        List<String> present = owner().read(work -> contracts.facts(work, order, Set.of(head))).stream().map(Fact::key).toList();
        List<String> absent = owner().read(work -> contracts.facts(work, order, Set.of(nobody))).stream().map(Fact::key).toList();
        assertThat(absent).isEqualTo(present);
    }

    /// The database knows the same kinds, with the same documents.
    @Test
    void kindsAreThoseOfTheDatabase() {
        assertThat(DATABASE.query("SELECT code || array_to_string(documents, ',') FROM contract.amendment_kind WHERE country = 'ES'"))
                .containsExactlyInAnyOrderElementsOf(contracts.amendments().stream()
                        .map(kind -> kind.code() + String.join(",", kind.documents())).toList());
        assertThat(contracts.amendments()).filteredOn(AmendmentKind::bulk).extracting(AmendmentKind::code)
                .containsExactly("enrol", "terminate");
    }

    /// Who may amend learns which claims a change touches while no file is open: keys, days and states.
    @Test
    void touchedClaimsAreKnownWithoutOpeningAFile() {
        String member = DATABASE.query("SELECT asegurado FROM es.solicitud_reembolso ORDER BY 1 LIMIT 1").getFirst();
        FileRef file = AmendedPolicy.file(SPAIN.code(), UUID.fromString(member));
        int there = DATABASE.query("SELECT id FROM es.solicitud_reembolso WHERE asegurado = ?::uuid", member).size();
        LocalDate ever = LocalDate.of(2013, 1, 1);
        assertThat(DATABASE.as("care.es").<List<TouchedClaim>>read(work -> contracts.touchedClaims(work, Set.of(file), ever))).hasSize(there);
        assertThat(DATABASE.as("care.es").<List<TouchedClaim>>read(work -> contracts.touchedClaims(work, Set.of(file), DAY.plusYears(1)))).isEmpty();
    }
}
