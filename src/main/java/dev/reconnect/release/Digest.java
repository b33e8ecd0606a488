package dev.reconnect.release;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** Names a set of files by its content: the same files have the same digest on every machine. */
final class Digest {

    private static final int SHORT = 12;

    private Digest() {}

    /**
     * SHA-256 over the paths in order and their texts, each preceded by its length in bytes, so that no text can pass for
     * the beginning of the next path.
     */
    static String of(SortedMap<String, String> files) {
        MessageDigest sha = sha256();
        files.forEach((path, text) -> {
            add(sha, path);
            add(sha, text);
        });
        return "sha256:" + HexFormat.of().formatHex(sha.digest());
    }

    /** A name for people and paths: {@code r} and the first digits of the digest. */
    static String id(String digest) {
        int start = digest.indexOf(':') + 1;
        return "r" + digest.substring(start, start + SHORT);
    }

    private static void add(MessageDigest sha, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
