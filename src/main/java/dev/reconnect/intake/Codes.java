package dev.reconnect.intake;

import dev.reconnect.knowledge.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All meanings of all codes. One number can mean different things in different families: every one is answered. */
public final class Codes {

    private static final String EXTENDED = "extended disconnect reason";
    private static final String ERROR_INFO = "MS-RDPBCGR errorInfo";

    private final Map<String, List<ErrorCode>> byCode;
    private final CodeNormaliser normaliser;

    private Codes(Map<String, List<ErrorCode>> byCode, CodeNormaliser normaliser) {
        this.byCode = byCode;
        this.normaliser = normaliser;
    }

    public static Codes of(List<ErrorCode> codes) {
        Map<String, List<ErrorCode>> byCode = new TreeMap<>();
        for (ErrorCode code : codes) {
            byCode.computeIfAbsent(code.code(), unused -> new ArrayList<>()).add(code);
        }
        byCode.replaceAll((code, meanings) -> List.copyOf(meanings));
        return new Codes(Collections.unmodifiableMap(byCode), CodeNormaliser.of(codes));
    }

    public CodeNormaliser normaliser() {
        return normaliser;
    }

    /**
     * What a code means, and its extended code where one is given or written behind it.
     *
     * @param code     in any spelling
     * @param extended in any spelling; empty without one
     */
    public Answer lookUp(String code, String extended) {
        Code first = normaliser.normalise(code);
        String second = extended.isBlank()
                ? first.extended()
                : normaliser.normalise(extended).value();
        return new Answer(first, second, meanings(first.value()), extendedMeanings(second));
    }

    /** All meanings of one normalised code, of all families; empty for a code that is not known. */
    public List<ErrorCode> meanings(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    /** Only the families that are given as the second code of a window. */
    private List<ErrorCode> extendedMeanings(String code) {
        return meanings(code).stream()
                .filter(meaning -> meaning.family().startsWith(EXTENDED)
                        || meaning.family().startsWith(ERROR_INFO))
                .toList();
    }

    /**
     * The answer to one look-up.
     *
     * @param code             the code as it was read
     * @param extended         the extended code, normalised; empty without one
     * @param meanings         every meaning of the code; empty when it is not known
     * @param extendedMeanings the meanings of the extended code as such
     */
    public record Answer(Code code, String extended, List<ErrorCode> meanings, List<ErrorCode> extendedMeanings) {

        public Answer {
            meanings = List.copyOf(meanings);
            extendedMeanings = List.copyOf(extendedMeanings);
        }
    }
}
