package dev.reconnect.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The files of the console, read from the class path once and compressed once.
 *
 * <p>Their list stands in {@code web/files.txt}: a class path cannot be asked what it holds. The digest over all of them
 * is part of their addresses, so that a browser may keep each one for ever and still sees a new version at once.
 */
final class ConsoleFiles {

    private static final String FOLDER = "web/";
    private static final String LIST = FOLDER + "files.txt";
    private static final String ASSETS = "{assets}";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8",
            "woff2", "font/woff2");

    private final Map<String, Page> pages = new TreeMap<>();
    private final String digest;

    /**
     * One file as it is sent.
     *
     * @param packed gzip; as long as {@code plain} or longer where packing does not pay
     * @param tag    its ETag
     */
    record Page(byte[] plain, byte[] packed, String type, String tag) {

        boolean packs() {
            return packed.length < plain.length;
        }
    }

    private ConsoleFiles(Map<String, byte[]> files) {
        this.digest = digest(files.values().toArray(byte[][]::new));
        files.forEach((path, bytes) -> pages.put(path, page(path, bytes)));
    }

    static ConsoleFiles read() {
        List<String> paths = new String(bytes(LIST), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        Map<String, byte[]> files = new TreeMap<>();
        paths.forEach(path -> files.put(path, bytes(FOLDER + path)));
        return new ConsoleFiles(files);
    }

    /** The folder under which a browser finds the files of this version. */
    String folder() {
        return "/console/" + digest;
    }

    Map<String, Page> pages() {
        return pages;
    }

    private Page page(String path, byte[] bytes) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        byte[] plain = ending.equals("html")
                ? new String(bytes, StandardCharsets.UTF_8)
                        .replace(ASSETS, folder())
                        .getBytes(StandardCharsets.UTF_8)
                : bytes;
        return new Page(plain, packed(plain), TYPES.get(ending), '"' + digest(plain) + '"');
    }

    private static byte[] bytes(String path) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("the console's file " + path + " is missing from the build");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new BestGzip(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    private static String digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
