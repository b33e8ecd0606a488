package dev.reconnect.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the notation of phrases: words in order, {@code (a|b c)} alternatives, {@code [x]} optional, {@code ..} a gap of
 * up to three words, {@code ...} of up to eight, {@code <name>} a set of words from {@link Synonyms}.
 */
final class PhraseNotation {

    static final int SHORT_GAP = 3;
    static final int LONG_GAP = 8;

    /** More readings than this and a phrase is many phrases. */
    static final int MOST_VARIANTS = 400;

    /** Deeper nesting is a slip of the pen. */
    private static final int DEEPEST = 6;

    /** More alternatives at one place are no longer read as one. */
    private static final int MOST_ALTERNATIVES = 250;

    /**
     * A part of a phrase: one of several runs of words at one place, or a gap.
     *
     * @param words none of the runs holds another: of two such, an index of intervals would only ever see the shorter
     */
    record Element(Set<List<String>> words, int gap) {

        boolean isGap() {
            return gap > 0;
        }
    }

    private final String phrase;
    private final Function<String, List<String>> analyzed;
    private final Map<String, List<List<Element>>> sets;
    private int at;

    private PhraseNotation(
            String phrase, Function<String, List<String>> analyzed, Map<String, List<List<Element>>> sets) {
        this.phrase = phrase;
        this.analyzed = analyzed;
        this.sets = sets;
    }

    /**
     * All readings of a phrase, each a plain list of places and gaps.
     *
     * @param analyzed turns a word into the terms of the index
     * @throws IllegalArgumentException with the reason, for an author's eyes
     */
    static List<List<Element>> variants(String phrase, Function<String, List<String>> analyzed) {
        return variants(phrase, analyzed, new HashMap<>());
    }

    /** @param sets what sets of words come to, kept from phrase to phrase: the larger ones take long to sort out */
    static List<List<Element>> variants(
            String phrase, Function<String, List<String>> analyzed, Map<String, List<List<Element>>> sets) {
        PhraseNotation notation = new PhraseNotation(phrase, analyzed, sets);
        List<List<Element>> variants = notation.alternatives(0, '\0');
        if (notation.at < phrase.length()) {
            throw notation.wrong("an unexpected '" + phrase.charAt(notation.at) + "'");
        }
        variants.forEach(notation::check);
        return variants;
    }

    private void check(List<Element> variant) {
        boolean noWord = variant.stream().allMatch(Element::isGap);
        if (noWord || variant.get(0).isGap() || variant.get(variant.size() - 1).isGap()) {
            throw wrong("a reading without a word, or with a gap at its edge");
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("phrase \"" + phrase + "\" has " + what);
    }

    private List<List<Element>> alternatives(int depth, char close) {
        if (depth > DEEPEST) {
            throw wrong("brackets nested too deeply");
        }
        List<List<Element>> all = new ArrayList<>(sequence(depth));
        while (at < phrase.length() && phrase.charAt(at) == '|' && close != '\0') {
            at++;
            all.addAll(sequence(depth));
        }
        if (close != '\0') {
            if (at >= phrase.length() || phrase.charAt(at) != close) {
                throw wrong("no closing '" + close + "'");
            }
            at++;
        }
        return all;
    }

    private List<List<Element>> sequence(int depth) {
        List<List<Element>> readings = List.of(List.of());
        while (at < phrase.length() && "|)]".indexOf(phrase.charAt(at)) < 0) {
            if (phrase.charAt(at) == ' ') {
                at++;
            } else {
                readings = joined(readings, item(depth));
            }
        }
        return readings;
    }

    private List<List<Element>> item(int depth) {
        char c = phrase.charAt(at);
        if (c == '(') {
            at++;
            return together(alternatives(depth + 1, ')'));
        }
        if (c == '[') {
            at++;
            List<List<Element>> optional = new ArrayList<>(together(alternatives(depth + 1, ']')));
            optional.add(List.of());
            return optional;
        }
        return word();
    }

    private List<List<Element>> word() {
        int from = at;
        while (at < phrase.length() && " ()[]|".indexOf(phrase.charAt(at)) < 0) {
            at++;
        }
        String word = phrase.substring(from, at);
        if (word.equals("..") || word.equals("...")) {
            return List.of(List.of(new Element(Set.of(), word.length() == 2 ? SHORT_GAP : LONG_GAP)));
        }
        if (word.startsWith("<") && word.endsWith(">")) {
            return set(word.substring(1, word.length() - 1));
        }
        return List.of(terms(word));
    }

    private List<List<Element>> set(String name) {
        List<List<Element>> known = sets.get(name);
        if (known == null) {
            known = together(Synonyms.of(name).stream().map(this::terms).toList());
            sets.put(name, known);
        }
        return known;
    }

    private List<Element> terms(String words) {
        return analyzed.apply(words).stream()
                .map(term -> new Element(Set.of(List.of(term)), 0))
                .toList();
    }

    /** Alternatives without gaps share one place, as far as none of them holds another; the rest stay readings of their own. */
    private static List<List<Element>> together(List<List<Element>> alternatives) {
        List<Set<List<String>>> layers = new ArrayList<>();
        List<List<Element>> all = new ArrayList<>();
        for (List<Element> alternative : alternatives) {
            List<List<String>> runs = runs(alternative);
            if (runs.isEmpty()) {
                all.add(alternative);
            }
            runs.forEach(run -> place(run, layers));
        }
        layers.forEach(layer -> all.add(List.of(new Element(layer, 0))));
        return all;
    }

    private static void place(List<String> run, List<Set<List<String>>> layers) {
        for (Set<List<String>> layer : layers) {
            boolean free = layer.stream()
                    .noneMatch(other -> isNegated(other) != isNegated(run)
                            || !other.equals(run) && (holds(other, run) || holds(run, other)));
            if (free) {
                layer.add(run);
                return;
            }
        }
        layers.add(new LinkedHashSet<>(Set.of(run)));
    }

    /** Runs that negate are looked for in other words than runs that do not. */
    private static boolean isNegated(List<String> run) {
        return run.stream().anyMatch(Words.NEGATIONS::contains);
    }

    private static boolean holds(List<String> run, List<String> part) {
        return Collections.indexOfSubList(run, part) >= 0;
    }

    /** The plain runs of words that an alternative stands for; empty when it has a gap or too many. */
    private static List<List<String>> runs(List<Element> alternative) {
        List<List<String>> runs = List.of(List.of());
        for (Element element : alternative) {
            if (element.isGap() || runs.size() * element.words().size() > MOST_ALTERNATIVES) {
                return List.of();
            }
            List<List<String>> longer = new ArrayList<>();
            for (List<String> run : runs) {
                for (List<String> words : element.words()) {
                    List<String> both = new ArrayList<>(run);
                    both.addAll(words);
                    longer.add(List.copyOf(both));
                }
            }
            runs = longer;
        }
        return alternative.isEmpty() ? List.of() : runs;
    }

    private List<List<Element>> joined(List<List<Element>> firsts, List<List<Element>> seconds) {
        if (firsts.size() * seconds.size() > MOST_VARIANTS) {
            throw wrong("more than " + MOST_VARIANTS + " readings; write it as several phrases");
        }
        List<List<Element>> all = new ArrayList<>();
        for (List<Element> first : firsts) {
            for (List<Element> second : seconds) {
                List<Element> both = new ArrayList<>(first);
                both.addAll(second);
                all.add(List.copyOf(both));
            }
        }
        return all;
    }
}
