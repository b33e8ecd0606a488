package dev.reconnect.knowledge;

import java.util.regex.Pattern;

/** Names of files and folders are ids: what rules and other files call them by. */
final class FileNames {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private FileNames() {}

    static boolean isId(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * The id that a file gives to what is in it. Reports a bad name, or a place other than the one that {@code layout}
     * names.
     */
    static String idOf(Sheet sheet, String layout) {
        String id = sheet.name(".yaml");
        if (sheet.path().split("/").length != layout.split("/").length) {
            sheet.error(1, 1, "misplaced-file", "the file is not where such files belong", "Put it at " + layout + ".");
        } else if (!isId(id) || !isId(sheet.folder())) {
            sheet.error(
                    1,
                    1,
                    "bad-id",
                    "\"" + sheet.folder() + "/" + id + "\" cannot name an area and an id",
                    "Use lower case, digits and hyphens in folder and file names.");
        }
        return id;
    }
}
