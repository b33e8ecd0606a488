package dev.reconnect.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of a stretch of prose, with their places.
 *
 * <p>They can be read in two ways: in full, and bare, without the words that negate. A phrase such as "port is open" is
 * looked for in the bare words and so found in "port is not open" too, where the missing word turns its meaning.
 */
final class Words {

    /** Words that turn the meaning of what follows; in their stemmed form. */
    static final Set<String> NEGATIONS = Set.of("not", "no", "never", "without", "neither", "nor", "non");

    /** Words of two sentences are this far apart, so that no phrase reaches across. */
    private static final int SENTENCE_GAP = 100;

    /**
     * One word.
     *
     * @param term     as the analyzer leaves it
     * @param sentence number of its sentence in the stretch
     * @param start    offset in the clean text
     */
    record Word(String term, int sentence, int start, int end) {

        boolean isNegation() {
            return NEGATIONS.contains(term);
        }
    }

    private final List<Word> words;
    private final int[] bare;

    private Words(List<Word> words) {
        this.words = List.copyOf(words);
        this.bare = indicesOfBare(this.words);
    }

    /** @param sentenceStarts offsets within the stretch where sentences begin, ascending */
    static Words of(Analyzer analyzer, String stretch, int offset, int[] sentenceStarts) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("full", stretch)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            int sentence = 0;
            while (stream.incrementToken()) {
                while (sentence < sentenceStarts.length && place.startOffset() >= sentenceStarts[sentence]) {
                    sentence++;
                }
                words.add(
                        new Word(term.toString(), sentence, offset + place.startOffset(), offset + place.endOffset()));
            }
            stream.end();
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return new Words(words);
    }

    private static int[] indicesOfBare(List<Word> words) {
        int[] indices = new int[words.size()];
        int size = 0;
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isNegation()) {
                indices[size] = i;
                size++;
            }
        }
        return java.util.Arrays.copyOf(indices, size);
    }

    List<Word> all() {
        return words;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Every word once. */
    Set<String> terms() {
        return words.stream().map(Word::term).collect(Collectors.toUnmodifiableSet());
    }

    TokenStream fullStream() {
        int[] all = new int[words.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return new Stream(words, all);
    }

    TokenStream bareStream() {
        return new Stream(words, bare);
    }

    /** The position that the index gives to the word at a place of the stream. */
    private static int position(List<Word> words, int[] indices, int at) {
        return at + words.get(indices[at]).sentence() * SENTENCE_GAP;
    }

    /** The place in the stream of the word at a position of the index. */
    static int placeAt(int position, List<Word> words, int[] indices) {
        int low = 0;
        int high = indices.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (position(words, indices, middle) < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int fullIndexAt(int position) {
        int[] all = new int[words.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return placeAt(position, words, all);
    }

    int bareIndexAt(int position) {
        return bare[placeAt(position, words, bare)];
    }

    /** Words that were analyzed before, as Lucene reads them. */
    private static final class Stream extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final List<Word> words;
        private final int[] indices;
        private int next;

        Stream(List<Word> words, int[] indices) {
            this.words = words;
            this.indices = indices;
        }

        @Override
        public boolean incrementToken() {
            if (next >= indices.length) {
                return false;
            }
            clearAttributes();
            Word word = words.get(indices[next]);
            term.append(word.term());
            place.setOffset(word.start(), word.end());
            int before = next == 0 ? -1 : position(words, indices, next - 1);
            increment.setPositionIncrement(position(words, indices, next) - before);
            next++;
            return true;
        }

        @Override
        public void reset() {
            next = 0;
        }
    }
}
