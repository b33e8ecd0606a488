package dev.reconnect.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands around a phrase and turns its meaning: negation, doubt, advice. */
final class Scope {

    /** How the surroundings leave a phrase. */
    enum Meaning {
        AS_SAID,
        DENIED,
        DOUBTFUL
    }

    /** Words that may stand between a negation and what it negates; stemmed. */
    private static final Set<String> FILLERS = Listed.set("""
            a an ani the my our your ha have had been be is it in on us use over via through with to realli even
            yet current actual there at all think believ thi that from by activ run instal kind of such anoth
            third parti extra addit special one involv see behind affect due becaus caus relat configur set want
            need
            """);

    private static final int NEGATION_WITHIN = 6;
    private static final int DOUBT_WITHIN = 7;
    private static final int ADVICE_WITHIN = 26;

    /** Words of doubt, stemmed; what follows is a guess. */
    private static final Set<String> DOUBTS = Listed.set("""
            mayb perhap possibl probabl suspect guess assum wonder suppos presum whether unsur consid theori
            unless potenti vermut vielleicht
            """);

    /** Modal verbs that make a guess before "be" or "have". */
    private static final Set<String> MODALS = Set.of("might", "mai", "could", "must", "would", "should");

    private static final Set<String> BORDERS =
            Set.of("but", "howev", "although", "though", "while", "yet", "still", "aber", "except");

    /** Questions that begin so ask whether something is the case, and do not say it is. */
    private static final Set<String> ASKING =
            Set.of("is", "are", "do", "does", "did", "should", "could", "can", "would", "has", "have", "am", "will");

    private static final Set<String> ADVISING =
            Set.of("verify", "ensure", "check", "confirm", "make", "please", "contact", "ask", "refer");

    private final List<Words.Word> words;
    private final String text;

    /** @param text the clean text that the words' offsets refer to */
    Scope(List<Words.Word> words, String text) {
        this.words = words;
        this.text = text;
    }

    /**
     * @param from  index of the phrase's first word
     * @param to    index of its last word
     * @param ownNegation whether the phrase itself speaks of not: then only doubt can change it
     */
    Meaning of(int from, int to, boolean ownNegation) {
        if (isDoubtful(from, to) || isAdvice(from) || isAsked(from, to)) {
            return Meaning.DOUBTFUL;
        }
        boolean denied = !ownNegation && (negatedInside(from, to) != negatedBefore(from));
        return denied ? Meaning.DENIED : Meaning.AS_SAID;
    }

    private boolean negatedInside(int from, int to) {
        for (int i = from; i <= to; i++) {
            if (words.get(i).isNegation()) {
                return true;
            }
        }
        return false;
    }

    private boolean negatedBefore(int from) {
        boolean list = false;
        for (int i = from - 1; i >= 0 && from - i <= NEGATION_WITHIN && sameSentence(i, from); i--) {
            Words.Word word = words.get(i);
            if (word.isNegation()) {
                return !isOnly(i) && !answers(i);
            }
            if (word.term().equals("or") || word.term().equals("nor")) {
                list = true;
            } else if (breaksBetween(i, i + 1) && !list || !FILLERS.contains(word.term()) && !list) {
                return false;
            }
        }
        return false;
    }

    /** "AzureAdJoined: NO, extension failed": a "no" before a comma answers what came before and denies nothing behind it. */
    private boolean answers(int negation) {
        return words.get(negation).term().equals("no")
                && negation + 1 < words.size()
                && breaksBetween(negation, negation + 1);
    }

    /** "not only", "no longer", "no idea", "not sure": another word is meant. */
    private boolean isOnly(int negation) {
        if (negation + 1 >= words.size()) {
            return false;
        }
        String next = words.get(negation + 1).term();
        return next.equals("onli")
                || next.equals("idea")
                || next.equals("matter")
                || next.equals("problem")
                || next.equals("issu");
    }

    private boolean isDoubtful(int from, int to) {
        if (from > 0 && words.get(from - 1).term().equals("if") && sameSentence(from - 1, from)) {
            return true;
        }
        for (int i = from - 1; i >= 0 && from - i <= DOUBT_WITHIN && sameSentence(i, from); i--) {
            String term = words.get(i).term();
            if (BORDERS.contains(term)) {
                return false;
            }
            boolean modal = MODALS.contains(term)
                    && i + 1 <= to
                    && isBeing(words.get(i + 1).term());
            boolean thought = (term.equals("thought") || term.equals("think") || term.equals("believ"))
                    && !negatedBefore(i)
                    && from - i <= 5
                    && !spokenFor(i);
            boolean unknown = term.equals("sure") && i > 0 && words.get(i - 1).isNegation();
            if (DOUBTS.contains(term) || modal || thought || unknown) {
                return true;
            }
        }
        return false;
    }

    /** "I think" at the end of what was said is over once "and I" begins something else. */
    private boolean spokenFor(int i) {
        return i + 1 < words.size() && words.get(i + 1).term().equals("and");
    }

    private static boolean isBeing(String term) {
        return term.equals("be") || term.equals("have") || term.equals("caus") || term.equals("relat");
    }

    /** "Verify that the firewall is open": said to the reader, by a tool or an article. */
    private boolean isAdvice(int from) {
        for (int i = from - 1; i >= 0 && from - i <= ADVICE_WITHIN && sameSentence(i, from); i--) {
            String surface = surface(i);
            boolean begins = i == 0
                    || !sameSentence(i - 1, i)
                    || breaksBetween(i - 1, i)
                    || words.get(i - 1).term().equals("pleas")
                    || words.get(i - 1).term().equals("and")
                    || words.get(i - 1).term().equals("to");
            boolean bySpeaker = i > 0
                    && (words.get(i - 1).term().equals("i")
                            || words.get(i - 1).term().equals("we"));
            boolean make = surface.equals("make")
                    && i + 1 < words.size()
                    && surface(i + 1).equals("sure");
            if (ADVISING.contains(surface) && begins && !bySpeaker && (!surface.equals("make") || make)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAsked(int from, int to) {
        int last = to;
        while (last + 1 < words.size() && sameSentence(last + 1, to)) {
            last++;
        }
        int end = words.get(last).end();
        boolean question = end < text.length()
                && text.substring(end, Math.min(text.length(), end + 3)).indexOf('?') >= 0;
        if (!question) {
            return false;
        }
        int first = from;
        while (first > 0 && sameSentence(first - 1, from) && !breaksBetween(first - 1, first)) {
            first--;
        }
        return ASKING.contains(surface(first));
    }

    private String surface(int i) {
        return text.substring(words.get(i).start(), words.get(i).end()).toLowerCase(Locale.ROOT);
    }

    private boolean sameSentence(int one, int other) {
        return words.get(one).sentence() == words.get(other).sentence();
    }

    /** Whether a comma, colon, bracket or dash stands between two neighbouring words. */
    private boolean breaksBetween(int one, int other) {
        int from = words.get(one).end();
        int to = words.get(other).start();
        for (int i = from; i < to && i < from + 12; i++) {
            if (",;:()".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
