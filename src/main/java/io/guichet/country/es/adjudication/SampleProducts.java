package io.guichet.country.es.adjudication;

import io.guichet.country.es.adjudication.Modality.Kind;
import io.guichet.country.es.adjudication.Modality.Rows;
import io.guichet.country.es.adjudication.Terms.Rate;
import io.guichet.country.es.adjudication.Terms.Share;
import io.guichet.country.es.adjudication.Terms.Tier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sample products of Spain, from the file that fills their tables too. The file explains its own lines.
public final class SampleProducts {

    private static final String FILE = "/io/guichet/country/es/productos.txt";
    private static final String EVERY_ACT = "*";

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Rows> rows = new LinkedHashMap<>();
    private final Map<String, String> productOf = new LinkedHashMap<>();
    private final Map<String, Modality> modalities = new LinkedHashMap<>();

    private SampleProducts() {
    }

    /// The lines of the file that say something.
    public static List<String> lines() {
        try (InputStream stream = SampleProducts.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("no " + FILE);
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Reads the file.
    public static SampleProducts read() {
        SampleProducts products = new SampleProducts();
        List<List<String>> lines = lines().stream()
                .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList()).toList();
        // acts and waiting belong to products, and stand before the modalities that share them
        lines.forEach(products::introduce);
        lines.forEach(products::complete);
        products.rows.forEach((code, rows) -> products.modalities.put(code, rows.build()));
        return products;
    }

    /// The modality with that code.
    Optional<Modality> modality(String code) {
        return Optional.ofNullable(modalities.get(code));
    }

    /// All of them, in the order of the file.
    public List<Modality> all() {
        return List.copyOf(modalities.values());
    }

    private void introduce(List<String> line) {
        String code = line.get(1);
        if (line.getFirst().equals("producto")) {
            names.put(code, line.get(2));
        } else if (line.getFirst().equals("modalidad")) {
            String modality = line.get(2);
            productOf.put(modality, code);
            rows.put(modality, new Rows(modality, names.get(code) + " · " + line.get(3), kind(line.get(4))));
        }
    }

    private void complete(List<String> line) {
        String code = line.get(1);
        switch (line.getFirst()) {
            case "prestacion" -> ofProduct(code).forEach(each -> each.covers(some(line.get(2)), isYes(line.get(3)), since(line.get(4))));
            case "carencia" -> ofProduct(code).forEach(each ->
                    each.waits(some(line.get(2)), Integer.parseInt(line.get(3)), isYes(line.get(4)), since(line.get(5))));
            case "copago" -> modalityRows(code).copay(act(line.get(2)), new Tier(Integer.parseInt(line.get(3)),
                    line.get(4).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(line.get(4)), cents(line.get(5))),
                    period(line.get(6), line.get(7)));
            case "tope" -> modalityRows(code).copayLimit(cents(line.get(2)), since(line.get(3)));
            case "limite" -> {
                Period period = period(line.get(8), line.get(9));
                modalityRows(code).gives(act(line.get(2)), new Share(percent(line.get(3)), percent(line.get(4)),
                        limit(line.get(5)), limit(line.get(6))), period);
                if (!line.get(7).isEmpty()) {
                    modalityRows(code).capital(cents(line.get(7)), period);
                }
            }
            default -> {
                // names were read before; prices decide no claim
            }
        }
    }

    private List<Rows> ofProduct(String product) {
        return rows.entrySet().stream().filter(entry -> product.equals(productOf.get(entry.getKey()))).map(Map.Entry::getValue).toList();
    }

    private Rows modalityRows(String code) {
        Rows found = rows.get(code);
        if (found == null) {
            throw new IllegalStateException(FILE + " has terms of a modality that is not there: " + code);
        }
        return found;
    }

    /// A kind of modality by its word in the tables.
    ///
    /// @throws IllegalArgumentException for a word that nobody knows
    public static Kind kind(String word) {
        return switch (word) {
            case "CUADRO_MEDICO" -> Kind.NETWORK;
            case "COPAGO" -> Kind.COPAY;
            case "REEMBOLSO" -> Kind.REIMBURSEMENT;
            case "MIXTA" -> Kind.MIXED;
            default -> throw new IllegalArgumentException("no kind of modality: " + word);
        };
    }

    private static @Nullable MedicalAct act(String text) {
        return text.equals(EVERY_ACT) ? null : some(text);
    }

    private static MedicalAct some(String text) {
        return MedicalAct.valueOf(text);
    }

    private static boolean isYes(String text) {
        return text.equals("si");
    }

    private static long cents(String text) {
        return new BigDecimal(text).movePointRight(2).longValueExact();
    }

    private static long limit(String text) {
        return text.isEmpty() ? Terms.NO_LIMIT : cents(text);
    }

    private static Rate percent(String text) {
        return Rate.of(new BigDecimal(text).movePointLeft(2));
    }

    private static Period since(String from) {
        return period(from, "");
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), to.isEmpty() ? null : LocalDate.parse(to));
    }
}
