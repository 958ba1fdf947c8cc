package io.guichet.bootstrap.benchmark;

import io.guichet.country.MemberFile;
import io.guichet.country.field.FieldGroup;
import io.guichet.country.field.FieldInput;
import io.guichet.country.field.FieldSpec;
import io.guichet.country.field.FieldType;
import io.guichet.directory.Directory;
import io.guichet.directory.OpenMember;
import io.guichet.directory.SearchRequest;
import io.guichet.directory.SearchResult;
import io.guichet.directory.internal.IndexLookUp;
import io.guichet.directory.internal.SomeMembers;
import io.guichet.kernel.FileRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// From keystroke to rows: what people type, replayed character by character, each one a search of its own.
final class SearchBenchmark implements Benchmark.OnDatabase {

    private static final int MEMBERS = 40;
    private static final int WARM_UP = 300;
    private static final int ROWS = 20;
    private static final int RAW = 1_000;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Figure> measure(Subject subject) {
        List<String> texts = texts(subject);
        if (texts.isEmpty()) {
            return List.of();
        }
        Directory directory = subject.components().directory();
        int warm = 0;
        for (String text : texts) {
            if (warm < WARM_UP) {
                warm += type(directory, text, new Durations(), new Durations());
            }
        }
        Durations total = new Durations();
        Durations server = new Durations();
        texts.forEach(text -> type(directory, text, total, server));
        Durations raw = new Durations();
        Durations rawServer = new Durations();
        List<FileRef> known = SomeMembers.of(subject.database(), RAW);
        for (int i = 0; i < RAW; i++) {
            raw.addNanos(BareQuestion.nanos(subject.database()));
        }
        known.forEach(member -> rawServer.addNanos(IndexLookUp.nanos(subject.database(), member)));
        return List.of(
                Figure.ofMicros("search.keystroke.p50", total.percentile(50), raw.percentile(50)),
                Figure.ofMicros("search.keystroke.p95", total.percentile(95), raw.percentile(95)),
                Figure.ofMicros("search.database.p50", server.percentile(50), rawServer.percentile(50)),
                Figure.ofMicros("search.database.p95", server.percentile(95), rawServer.percentile(95)));
    }

    /// Types `text` character by character; returns how many searches that made.
    private static int type(Directory directory, String text, Durations total, Durations server) {
        int searches = 0;
        for (int end = 1; end <= text.length(); end++) {
            SearchRequest request = new SearchRequest(text.substring(0, end), Locale.ENGLISH, Set.of(), Set.of(), ROWS);
            long start = System.nanoTime();
            SearchResult result = directory.search(request);
            total.addNanos(System.nanoTime() - start);
            server.addNanos(result.databaseTime().toNanos());
            searches++;
        }
        return searches;
    }

    private static List<String> texts(Subject subject) {
        List<String> texts = new ArrayList<>();
        for (FileRef member : SomeMembers.of(subject.database(), MEMBERS)) {
            subject.components().directory().open(member, "benchmark").ifPresent(open -> {
                texts.addAll(texts(open, subject.components().input()));
                subject.components().directory().close(member);
            });
        }
        return texts;
    }

    /// What somebody may type to find this member.
    private static List<String> texts(OpenMember member, FieldInput input) {
        MemberFile file = member.file();
        String name = file.label();
        String[] words = name.split(" ");
        String turned = words[words.length - 1] + " " + words[0];
        List<String> texts = new ArrayList<>(List.of(name, turned, misspelled(turned)));
        for (FieldGroup group : member.groups()) {
            for (FieldSpec field : group.fields()) {
                file.values().get(field.key()).ifPresent(value -> {
                    String shown = input.edited(field, value, Locale.ENGLISH);
                    switch (field.type()) {
                        case FieldType.Day() when field.key().endsWith("birthDate") -> {
                            texts.add(shown);
                            texts.add(words[0] + " " + shown);
                        }
                        case FieldType.Identifier _, FieldType.Phone _, FieldType.Email _ -> texts.add(shown);
                        default -> { }
                    }
                });
            }
        }
        return texts;
    }

    /// Two letters in the middle of the first word swapped.
    private static String misspelled(String text) {
        int at = Math.max(1, text.indexOf(' ') / 2);
        return text.length() < 3 ? text
                : text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }
}
