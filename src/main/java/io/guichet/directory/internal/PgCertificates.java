package io.guichet.directory.internal;

import io.guichet.country.Countries;
import io.guichet.country.Country;
import io.guichet.country.MemberFile;
import io.guichet.country.cover.Cover;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.Headline;
import io.guichet.country.paper.CountryPapers;
import io.guichet.country.paper.PaperWords;
import io.guichet.directory.Certificates;
import io.guichet.directory.Directory;
import io.guichet.directory.OpenMember;
import io.guichet.directory.Overviews;
import io.guichet.kernel.FileRef;
import io.guichet.kernel.Outcome;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.i18n.Texts;
import io.guichet.platform.report.Paper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Certificates from what the member's country says of their cover.
public final class PgCertificates implements Certificates {

    private static final String TEMPLATE = "directory/certificate";
    private static final String PURPOSE = "letter";

    private final Directory directory;
    private final Overviews overviews;
    private final Countries countries;
    private final Supplier<Texts> texts;
    private final Clock clock;

    /// @param texts asked for when a certificate is made: words in languages that are not in use
    /// @param clock tells the day on which a certificate is made
    public PgCertificates(Directory directory, Overviews overviews, Countries countries, Supplier<Texts> texts,
                          Clock clock) {
        this.directory = directory;
        this.overviews = overviews;
        this.countries = countries;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Outcome<Paper> certificate(FileRef member, LocalDate day, @Nullable Locale language) {
        Optional<Country> country = countries.find(member.country());
        Optional<CountryPapers> papers = country.flatMap(Country::papers);
        if (country.isEmpty() || papers.isEmpty()) {
            return new Outcome.Denied<>(UserMessage.of("directory.certificate.noPapers"));
        }
        Optional<OpenMember> before = directory.refresh(member);
        Optional<OpenMember> open = before.or(() -> directory.open(member, PURPOSE));
        if (open.isEmpty()) {
            return new Outcome.Denied<>(UserMessage.of("directory.certificate.unknown"));
        }
        try {
            List<Cover> covers = overviews.covers(member, day).stream()
                    .filter(cover -> cover.state() == Cover.State.RUNNING).toList();
            MemberFile file = open.get().file();
            if (covers.isEmpty()) {
                return new Outcome.Denied<>(UserMessage.of("directory.certificate.nothing", file.label(), day));
            }
            Locale words = language == null
                    ? PaperWords.spoken(country.get().members().groups(), file.values(), country.get().languages()) : language;
            return new Outcome.Done<>(new Writing(new PaperWords(texts.get(), words)).paper(papers.get(), country.get(), file, covers, day));
        } finally {
            if (before.isEmpty()) {
                directory.close(member);
            }
        }
    }

    private static Optional<String> headline(Country country, Function<Headline, @Nullable FieldSpec> part,
                                             MemberFile file) {
        return Optional.ofNullable(part.apply(Headline.of(country.members().groups()))).flatMap(field -> file.values().get(field.key()));
    }

    /// One certificate in one language.
    private final class Writing {

        private final PaperWords words;

        Writing(PaperWords words) {
            this.words = words;
        }

        Paper paper(CountryPapers papers, Country country, MemberFile file, List<Cover> covers, LocalDate day) {
            LocalDate today = LocalDate.now(clock);
            String born = headline(country, Headline::birthDate, file).map(birth -> words.day(LocalDate.parse(birth))).orElse("–");
            Map<String, String> values = words.letterhead(papers, file.label(), file.values(), today);
            values.put("subject", words.text("directory.certificate.subject"));
            values.put("statement", words.text("directory.certificate.statement", file.label(), born, day));
            values.put("note", words.text("directory.certificate.note", today));
            return new Paper(TEMPLATE, words.language(), values, covers.stream().map(this::row).toList());
        }

        private Map<String, Object> row(Cover cover) {
            LocalDate to = cover.to();
            return Map.of("product", cover.product(), "number", cover.number(), "role", words.text(cover.role()),
                    "from", words.day(cover.from()),
                    "to", to == null ? words.text("directory.certificate.open") : words.day(to));
        }
    }
}
