package dev.reconnect.intake;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Writes contractions out and brings spellings together that mean the same word. */
final class SpellingFilter extends TokenFilter {

    private static final String NOT = "not";

    /** Contractions that lost their apostrophe, or that do not just lose an ending. */
    private static final Map<String, String> NEGATED = Map.ofEntries(
            Map.entry("cannot", "can"),
            Map.entry("cant", "can"),
            Map.entry("can't", "can"),
            Map.entry("won't", "will"),
            Map.entry("wont", "will"),
            Map.entry("dont", "do"),
            Map.entry("doesnt", "does"),
            Map.entry("didnt", "did"),
            Map.entry("isnt", "is"),
            Map.entry("wasnt", "was"),
            Map.entry("arent", "are"),
            Map.entry("werent", "were"),
            Map.entry("couldnt", "could"),
            Map.entry("wouldnt", "would"),
            Map.entry("hasnt", "has"),
            Map.entry("havent", "have"),
            Map.entry("hadnt", "had"),
            Map.entry("shouldnt", "should"),
            Map.entry("ain't", "is"),
            Map.entry("shan't", "shall"));

    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("licence", "license"),
            Map.entry("licences", "licenses"),
            Map.entry("logon", "login"),
            Map.entry("logons", "logins"),
            Map.entry("signin", "login"),
            Map.entry("signon", "login"),
            Map.entry("rdping", "rdp"),
            Map.entry("rdped", "rdp"),
            Map.entry("rdp'ing", "rdp"),
            Map.entry("rdp'ed", "rdp"),
            Map.entry("rdp'd", "rdp"),
            Map.entry("computers", "computer"),
            Map.entry("vms", "vm"),
            Map.entry("pcs", "pc"),
            Map.entry("optimiser", "optimizer"),
            Map.entry("behaviour", "behavior"),
            Map.entry("centre", "center"),
            Map.entry("creds", "credentials"),
            Map.entry("pwd", "password"),
            Map.entry("passwd", "password"),
            Map.entry("cert", "certificate"),
            Map.entry("certs", "certificates"),
            Map.entry("admins", "admin"),
            Map.entry("connections", "connection"),
            Map.entry("administrator", "admin"),
            Map.entry("administrators", "admin"),
            Map.entry("addr", "address"),
            Map.entry("gw", "gateway"),
            Map.entry("av", "antivirus"),
            Map.entry("colleagues", "colleague"));

    /** Short forms that stand for two words. */
    private static final Map<String, String> SECOND_WORD = Map.of(
            "win7",
            "7",
            "win8",
            "8",
            "win10",
            "10",
            "win11",
            "11",
            "w10",
            "10",
            "w11",
            "11",
            "windows10",
            "10",
            "windows11",
            "11");

    /** Words whose ending tells more than it costs: what worked once, a connection as a thing, an app that authenticates. */
    private static final Set<String> KEPT = Set.of("worked", "connection", "authenticator", "wins");

    private static final String[] ENDINGS = {"'s", "'ve", "'ll", "'re", "'m", "'d"};

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private State firstWord;
    private String secondWord = "";

    SpellingFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (firstWord != null) {
            restoreState(firstWord);
            firstWord = null;
            term.setEmpty().append(secondWord);
            increment.setPositionIncrement(1);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        spell(term.toString());
        return true;
    }

    private void spell(String word) {
        String positive = positiveOf(word);
        if (!positive.isEmpty()) {
            two(positive, NOT);
            return;
        }
        if (SECOND_WORD.containsKey(word)) {
            two("windows", SECOND_WORD.get(word));
            return;
        }
        if (word.chars().anyMatch(Character::isDigit)) {
            keyword.setKeyword(true);
            return;
        }
        String plain = withoutEnding(word);
        String same = SAME.getOrDefault(plain, american(plain));
        if (!same.equals(word)) {
            term.setEmpty().append(same);
        }
        if (KEPT.contains(same)) {
            keyword.setKeyword(true);
        }
    }

    private void two(String first, String second) {
        term.setEmpty().append(first);
        firstWord = captureState();
        secondWord = second;
    }

    /** The verb of a negated contraction; empty for any other word. */
    private static String positiveOf(String word) {
        String known = NEGATED.get(word);
        if (known != null) {
            return known;
        }
        return word.endsWith("n't") && word.length() > 3 ? word.substring(0, word.length() - 3) : "";
    }

    private static String withoutEnding(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /** British endings in the American spelling; phrases go the same way, so a word changed in vain does no harm. */
    private static String american(String word) {
        for (String ending : new String[] {"ise", "ised", "ises", "ising", "isation"}) {
            if (word.endsWith(ending) && word.length() > ending.length() + 3) {
                int at = word.length() - ending.length();
                return word.substring(0, at) + "iz" + ending.substring(2);
            }
        }
        return word;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        firstWord = null;
    }
}
