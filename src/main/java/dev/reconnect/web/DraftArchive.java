package dev.reconnect.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads a zip of rules and knowledge. What it unpacks to is counted while it is unpacked, because what an archive says
 * about its own size may be a lie; paths are only ever names in a release and never reach a file system.
 */
final class DraftArchive {

    private static final int MOST_FILES = 20_000;
    private static final int LARGEST_FILE = 4_000_000;
    private static final long LARGEST = 32_000_000;

    private final List<DraftRequest.DraftFile> files = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();
    private long total;

    private DraftArchive() {}

    /** @throws ProblemException 422 if it is no zip, is too large, or leads anywhere but below its top */
    static List<DraftRequest.DraftFile> read(byte[] archive) {
        DraftArchive read = new DraftArchive();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_FILES) {
                    throw refused("It holds more than " + MOST_FILES + " files.", "Send the rules and knowledge only.");
                }
                read.take(entry, zip);
            }
            if (entries == 0) {
                throw refused("It is no zip, or holds nothing.", "Send a zip with rules/ and knowledge/ at its top.");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused("It is damaged, or its names are not UTF-8.", "Make it anew.");
        }
        return read.files;
    }

    private void take(ZipEntry entry, ZipInputStream zip) throws IOException {
        String path = entry.getName();
        if (path.startsWith("/") || path.contains("..") || path.contains("\\") || path.contains(":")) {
            throw refused("A path in it leads out of it.", "Use plain paths such as rules/<area>/<name>.drl.");
        }
        if (entry.isDirectory()) {
            return;
        }
        byte[] bytes = unpack(zip);
        boolean wanted = path.startsWith("rules/") || path.startsWith("knowledge/");
        boolean hidden = path.startsWith(".") || path.contains("/.");
        if (!wanted || hidden) {
            return;
        }
        if (!paths.add(path)) {
            throw refused("The path " + path + " comes twice.", "Send each file once.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            files.add(new DraftRequest.DraftFile(path, text));
        } catch (CharacterCodingException e) {
            throw refused("The file " + path + " is not UTF-8.", "Save it as UTF-8.");
        }
    }

    private byte[] unpack(ZipInputStream zip) throws IOException {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int length = zip.read(part); length >= 0; length = zip.read(part)) {
            unpacked.write(part, 0, length);
            total += length;
            if (unpacked.size() > LARGEST_FILE || total > LARGEST) {
                throw refused(
                        "It unpacks to more than " + LARGEST_FILE + " bytes a file or " + LARGEST + " in all.",
                        "Send the rules and knowledge only.");
            }
        }
        return unpacked.toByteArray();
    }

    private static ProblemException refused(String detail, String hint) {
        return new ProblemException(Problem.of(ProblemType.BAD_ARCHIVE, detail, hint));
    }
}
