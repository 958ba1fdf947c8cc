package io.guichet.directory.internal;

import io.guichet.directory.SearchRow.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which characters of a label show why it was found.
final class Highlights {

    /// How much of the longer word two words must share to be taken for a misspelling of each other.
    private static final double ALIKE = 0.6;
    private static final int SHORTEST_INSIDE = 3;

    private final String label;
    private final Fold folded;
    private final List<Hit> words = new ArrayList<>();
    private final List<Hit> hits = new ArrayList<>();

    private Highlights(String label) {
        this.label = label;
        this.folded = Fold.of(label);
        String text = folded.text();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == ' ') {
                if (at > from) {
                    words.add(new Hit(from, at));
                }
                from = at + 1;
            }
        }
    }

    /// Where `label` shows these words, in order and without overlap.
    ///
    /// @param tokens  folded words or beginnings of words
    /// @param similar whether words that are merely alike count
    static List<Hit> ofWords(String label, List<String> tokens, boolean similar) {
        Highlights highlights = new Highlights(label);
        for (String token : tokens) {
            if (!highlights.beginnings(token) && !highlights.joined(token) && !highlights.inside(token) && similar) {
                highlights.alike(token);
            }
        }
        return highlights.merged();
    }

    /// Where `label` shows one of these compact identifiers, whatever separators stand between.
    static List<Hit> ofKeys(String label, List<String> keys) {
        StringBuilder compact = new StringBuilder();
        List<Integer> origins = new ArrayList<>();
        for (int at = 0; at < label.length(); at++) {
            String character = IdentifierSpellings.compact(label.substring(at, at + 1));
            if (!character.isEmpty()) {
                compact.append(character);
                origins.add(at);
            }
        }
        for (String key : keys) {
            int from = compact.indexOf(key);
            if (from >= 0) {
                return List.of(new Hit(origins.get(from), origins.get(from + key.length() - 1) + 1));
            }
        }
        return List.of();
    }

    private boolean beginnings(String token) {
        boolean found = false;
        for (Hit word : words) {
            if (folded.text().startsWith(token, word.from())) {
                hits.add(original(word.from(), word.from() + token.length()));
                found = true;
            }
        }
        return found;
    }

    /// Written together, spoken apart: `vandenberg` for Van den Berg.
    private boolean joined(String token) {
        for (int first = 0; first < words.size(); first++) {
            StringBuilder run = new StringBuilder();
            for (int last = first; last < words.size() && run.length() < token.length(); last++) {
                run.append(folded.text(), words.get(last).from(), words.get(last).to());
                if (last > first && run.indexOf(token) == 0) {
                    int surplus = run.length() - token.length();
                    hits.add(original(words.get(first).from(), words.get(last).to() - surplus));
                    return true;
                }
            }
        }
        return false;
    }

    private boolean inside(String token) {
        int from = token.length() < SHORTEST_INSIDE ? -1 : folded.text().indexOf(token);
        if (from >= 0) {
            hits.add(original(from, from + token.length()));
        }
        return from >= 0;
    }

    private void alike(String token) {
        words.stream()
                .max(Comparator.comparingDouble((Hit word) -> likeness(token, word)))
                .filter(word -> likeness(token, word) >= ALIKE)
                .ifPresent(word -> hits.add(original(word.from(), word.to())));
    }

    private double likeness(String token, Hit word) {
        String other = folded.text().substring(word.from(), word.to());
        return 1 - (double) distance(token, other) / Math.max(token.length(), other.length());
    }

    /// Letters missing, added, wrong, or swapped with their neighbour.
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + wrong, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }

    /// Folded positions as positions of the label; accents written as characters of their own stay with their letter.
    private Hit original(int from, int to) {
        int end = folded.origins().get(to - 1) + 1;
        int next = folded.origins().get(to);
        boolean marksFollow = end < next && label.substring(end, next).codePoints()
                .allMatch(point -> Character.getType(point) == Character.NON_SPACING_MARK
                        || Character.isLowSurrogate((char) point));
        return new Hit(folded.origins().get(from), marksFollow ? next : Math.max(end, Math.min(next, end)));
    }

    private List<Hit> merged() {
        List<Hit> merged = new ArrayList<>();
        hits.stream().sorted(Comparator.comparingInt(Hit::from).thenComparingInt(Hit::to)).forEach(hit -> {
            Hit last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && hit.from() <= last.to()) {
                merged.set(merged.size() - 1, new Hit(last.from(), Math.max(last.to(), hit.to())));
            } else {
                merged.add(hit);
            }
        });
        return merged;
    }
}
