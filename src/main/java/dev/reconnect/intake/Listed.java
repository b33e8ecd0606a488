package dev.reconnect.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a list of words or sayings out of a block of text: parted by bars where they hold blanks, otherwise by blanks. */
final class Listed {

    private Listed() {}

    static List<String> list(String block) {
        boolean bars = block.indexOf('|') >= 0;
        List<String> words = new ArrayList<>();
        for (String word :
                bars ? block.replace('\n', ' ').split("\\|") : block.strip().split("\\s+")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return List.copyOf(words);
    }

    static Set<String> set(String block) {
        return Set.copyOf(list(block));
    }

    static String[] array(String block) {
        return list(block).toArray(String[]::new);
    }
}
