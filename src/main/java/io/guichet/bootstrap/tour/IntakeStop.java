package io.guichet.bootstrap.tour;

import io.guichet.country.Country;
import io.guichet.country.adjudication.Act;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.claim.ClaimState;
import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.kernel.FileRef;
import io.guichet.platform.ui.Theme;
import io.guichet.reimbursement.WorkFilter;
import io.guichet.reimbursement.ui.entry.EntryScreens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/// Entering claims: whose it is, an empty form, lines with an invoice beside them, something refused, what became of it, and an
/// undecided claim entered anew.
final class IntakeStop implements TourStop {

    private static final List<String> AMOUNTS = List.of("45.00", "60.00");
    /// One of so many is covered today.
    private static final int LOOKED_AT = 60;
    private static final String ABSURD = "12,345,678,901";

    @Override
    public void visit(TourGuide guide) {
        List<Country> able = guide.shared().countries().all().stream()
                .filter(each -> each.claims().isPresent() && each.adjudication().isPresent()).toList();
        if (able.isEmpty()) {
            return;
        }
        guide.act(() -> guide.composition().tabs().open("new-claim", false));
        guide.picture("intake-whose");
        guide.act(() -> guide.composition().tabs().closeSelected());
        for (Country country : able) {
            member(guide, country).ifPresent(member -> enter(guide, country, member, country == able.getFirst()));
        }
        revise(guide, able.getFirst());
    }

    private static Optional<FileRef> member(TourGuide guide, Country country) {
        return guide.components().directory().members(new MemberPageRequest("", Set.of(country.code()), null, false, LOOKED_AT)).rows()
                .stream().map(MemberRow::ref).filter(member -> guide.components().directory().open(member, "check").isPresent()
                        && !guide.components().memberPlans().find(member, LocalDate.now(Clock.systemDefaultZone())).isEmpty())
                .findFirst();
    }

    private static void enter(TourGuide guide, Country country, FileRef member, boolean whole) {
        ClaimForm form = country.claims().orElseThrow().form();
        guide.act(() -> guide.composition().tabs().open(EntryScreens.id(member), false));
        if (whole) {
            guide.picture("intake-empty");
        }
        List<Act> acts = country.adjudication().orElseThrow().acts(LocalDate.now(Clock.systemDefaultZone()));
        for (int line = 0; line < AMOUNTS.size(); line++) {
            if (line > 0) {
                guide.press("#add");
            }
            act(guide, line, acts.get(Math.min(line, acts.size() - 1)));
            type(guide, line, form.charged(), AMOUNTS.get(line));
        }
        invoice(guide);
        guide.picture("intake-" + country.code().folder());
        if (whole) {
            ShellStop.theme(guide, Theme.DARK);
            guide.picture("intake-dark");
            ShellStop.theme(guide, Theme.LIGHT);
            guide.resize(1920, 1080);
            guide.picture("intake-1920x1080");
            guide.resize(TourGuide.WIDTH, TourGuide.HEIGHT);
            type(guide, 1, form.charged(), ABSURD);
            guide.press("#store");
            guide.picture("intake-refused");
            type(guide, 1, form.charged(), AMOUNTS.getLast());
            guide.press("#store");
            guide.picture("intake-stored");
        } else {
            guide.press("#remove-1");
            guide.press("#remove-0");
            guide.press("#paper-remove-0");
        }
        guide.act(() -> guide.composition().tabs().closeSelected());
    }

    private static void revise(TourGuide guide, Country country) {
        guide.components().runs().matching(WorkFilter.ALL.withCountries(Set.of(country.code()))
                .withStates(Set.of(ClaimState.RECEIVED, ClaimState.PENDED))).claims().stream().findFirst().ifPresent(claim -> {
                    guide.act(() -> guide.composition().tabs().open(EntryScreens.reviseId(claim), false));
                    guide.picture("intake-revise");
                    guide.act(() -> guide.composition().tabs().closeSelected());
                });
    }

    private static void act(TourGuide guide, int line, Act act) {
        guide.act(() -> {
            TextField field = guide.find("#act-" + line).map(TextField.class::cast).orElseThrow();
            field.requestFocus();
            field.setText(act.code());
        });
        // Leaving the field takes what can only mean one act.
        guide.act(() -> guide.find("#store").orElseThrow().requestFocus());
    }

    private static void type(TourGuide guide, int line, String key, String text) {
        guide.act(() -> {
            Node block = guide.find("#line-" + line).orElseThrow();
            ((TextField) block.lookup("#field-" + key.replace('.', '-'))).setText(text);
        });
    }

    private static void invoice(TourGuide guide) {
        try {
            Path file = Files.createTempDirectory("guichet").resolve("invoice.pdf");
            Files.write(file, invoicePdf());
            guide.files().answer(file);
            guide.press("#papers-attach");
            Files.delete(file);
            Files.delete(file.getParent());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /// A sheet with a few lines on it, as small as a PDF can be.
    private static byte[] invoicePdf() {
        String page = """
                BT /F1 20 Tf 60 760 Td (Cabinet medical du Parc) Tj ET
                BT /F1 12 Tf 60 730 Td (12 rue des Lilas, 69003 Lyon) Tj ET
                BT /F1 14 Tf 60 660 Td (Facture 2026-0417) Tj ET
                BT /F1 12 Tf 60 620 Td (Consultation                                   45,00 EUR) Tj ET
                BT /F1 12 Tf 60 600 Td (Acte complementaire                        60,00 EUR) Tj ET
                60 588 m 400 588 l S
                BT /F1 12 Tf 60 566 Td (Total                                              105,00 EUR) Tj ET
                """;
        return """
                %%PDF-1.4
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
                4 0 obj <</Length %d>>
                stream
                %s
                endstream endobj
                5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
                trailer <</Root 1 0 R>>
                %%%%EOF
                """.formatted(page.length(), page).getBytes(StandardCharsets.US_ASCII);
    }
}
