package io.guichet.platform.report;

import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.util.JRLoader;

/// Fills templates. Templates are compiled while building, and read once. Safe for use by many threads; never on the
/// JavaFX thread: a page costs tens of milliseconds.
public final class PaperPress {

    private final Texts texts;
    private final Map<String, JasperReport> templates = new ConcurrentHashMap<>();

    /// @param texts where the templates' words come from
    public PaperPress(Texts texts) {
        this.texts = texts;
    }

    /// The pages of `paper`.
    ///
    /// @throws IllegalStateException when the template cannot be filled: a word is missing, a field is of another kind
    public PrintedPaper print(Paper paper) {
        JasperReport template = templates.computeIfAbsent(paper.template(), PaperPress::load);
        Map<String, Object> parameters = new HashMap<>(paper.values());
        parameters.put(JRParameter.REPORT_LOCALE, Texts.nearest(paper.language()));
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts.bundle(paper.language()));
        Collection<Map<String, ?>> rows = new ArrayList<>(paper.rows());
        try {
            return new PrintedPaper(JasperFillManager.getInstance(DefaultJasperReportsContext.getInstance())
                    .fill(template, parameters, new JRMapCollectionDataSource(rows)), paper.language());
        } catch (JRException unfillable) {
            throw new IllegalStateException(paper.template() + " cannot be filled", unfillable);
        }
    }

    /// The pages of a paper that may have been refused.
    public Outcome<Pages> print(Outcome<Paper> asked) {
        return switch (asked) {
            case Outcome.Done<Paper>(Paper paper) -> new Outcome.Done<>(print(paper));
            case Outcome.Denied<Paper>(UserMessage reason) -> new Outcome.Denied<>(reason);
            case Outcome.Invalid<Paper>(var problems) -> new Outcome.Invalid<>(problems);
            case Outcome.Conflict<Paper> conflict -> throw new IllegalStateException("nothing was written: " + conflict);
        };
    }

    private static JasperReport load(String template) {
        String resource = "/reports/" + template + ".jasper";
        try (InputStream compiled = PaperPress.class.getResourceAsStream(resource)) {
            if (compiled == null) {
                throw new IllegalArgumentException("no template " + resource);
            }
            return (JasperReport) JRLoader.loadObject(compiled);
        } catch (JRException unreadable) {
            throw new IllegalStateException(resource + " cannot be read", unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
