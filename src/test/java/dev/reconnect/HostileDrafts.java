package dev.reconnect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code hostile/drafts.txt}, whose first lines say how it is written. */
final class HostileDrafts {

    /** @param code of a flaw that must be among those found; one of several with " or " between them */
    record Hostile(String title, String code, Map<String, String> files) {}

    private static final Pattern INNERMOST = Pattern.compile("«(?:([0-9]+)\\*([^«»]*)|([0-9a-f]{2,4}))»");

    private HostileDrafts() {}

    static List<Hostile> all() throws IOException {
        List<Hostile> all = new ArrayList<>();
        String[] sections = Files.readString(Path.of("src/test/resources/hostile/drafts.txt"))
                .split("(?m)^== ");
        for (int i = 1; i < sections.length; i++) {
            String[] head = sections[i].substring(0, sections[i].indexOf('\n')).split(" => ");
            all.add(new Hostile(head[0], head[1], files(sections[i])));
        }
        return all;
    }

    private static Map<String, String> files(String section) {
        Map<String, String> files = new LinkedHashMap<>();
        String[] parts = section.split("(?m)^-- ");
        for (int i = 1; i < parts.length; i++) {
            String head = parts[i].substring(0, parts[i].indexOf('\n'));
            String text = parts[i].substring(head.length() + 1);
            int times = head.contains(" *") ? Integer.parseInt(head.substring(head.indexOf(" *") + 2)) : 1;
            String path = head.replaceAll(" \\*[0-9]+$", "");
            for (int n = 0; n < times; n++) {
                String number = Integer.toString(n);
                files.put(written(path.replace("@", number)), written(text.replace("@", number)));
            }
        }
        return files;
    }

    private static String written(String text) {
        String written = text;
        for (Matcher next = INNERMOST.matcher(written); next.find(); next = INNERMOST.matcher(written)) {
            StringBuilder replaced = new StringBuilder(written.substring(0, next.start()));
            if (next.group(3) == null) {
                for (int n = 0; n < Integer.parseInt(next.group(1)); n++) {
                    replaced.append(next.group(2).replace("#", Integer.toString(n)));
                }
            } else {
                replaced.append((char) Integer.parseInt(next.group(3), 16));
            }
            written = replaced.append(written.substring(next.end())).toString();
        }
        return written;
    }
}
