package dev.reconnect.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The closed lists of words in the files, and the enums behind them: {@code name-resolution} is {@code NAME_RESOLUTION}. */
final class Words {

    private Words() {}

    static <E extends Enum<E>> Optional<E> find(Class<E> words, String word) {
        return Arrays.stream(words.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }

    static <E extends Enum<E>> List<String> all(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Words::word).toList();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
