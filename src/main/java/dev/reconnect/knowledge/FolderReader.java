package dev.reconnect.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;

/**
 * Fills a {@link FileSet} from the folders {@code rules} and {@code knowledge}, wherever they lie. Links are followed,
 * because a mounted configuration consists of links, but only to places inside the same folder.
 */
public final class FolderReader {

    private static final int DEPTH = 5;

    private final FileSetLimits limits = new FileSetLimits();

    private FolderReader() {}

    /** Never throws for what the folders hold: what cannot be read is a flaw of the set. */
    public static FileSet read(Path rules, Path knowledge) {
        FolderReader reader = new FolderReader();
        reader.walk("rules", rules);
        reader.walk("knowledge", knowledge);
        return new FileSet(reader.limits.taken(), reader.limits.flaws());
    }

    private void walk(String name, Path folder) {
        try {
            Path root = folder.toRealPath();
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new Visitor(name, root));
        } catch (IOException e) {
            limits.refuse(
                    name,
                    "folder-unreadable",
                    "the folder " + folder + " cannot be read",
                    "Give the folder that holds rules/ and knowledge/.");
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final String name;
        private final Path root;

        Visitor(String name, Path root) {
            this.name = name;
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String path = path(file);
            if (isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (!file.toRealPath().startsWith(root)) {
                limits.refuse(path, "link-outside", "the link leads out of the folder", "Put the file itself here.");
            } else if (attributes.isDirectory()) {
                limits.refuse(path, "too-deep", "folders are nested too deep", "Move its files up.");
            } else if (!attributes.isRegularFile()) {
                limits.refuse(path, "unexpected-file", "this is no regular file", "Remove it.");
            } else if (attributes.size() > 4L * FileSetLimits.CHARACTERS_A_FILE) {
                limits.refuse(path, "file-too-large", "the file has " + attributes.size() + " bytes", "Split it.");
            } else {
                decode(path, file);
            }
            return limits.isFull() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (e instanceof FileSystemLoopException) {
                limits.refuse(path(file), "link-loop", "the link leads back to a folder above it", "Remove the link.");
            } else if (!isHidden(file)) {
                limits.refuse(path(file), "file-unreadable", "the file cannot be read", "Check its permissions.");
            }
            return FileVisitResult.CONTINUE;
        }

        private String path(Path file) {
            String below = root.relativize(file).toString().replace('\\', '/');
            return below.isEmpty() ? name : name + "/" + below;
        }

        private boolean isHidden(Path file) {
            return file.getFileName().toString().startsWith(".");
        }
    }

    private void decode(String path, Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(4 * FileSetLimits.CHARACTERS_A_FILE + 1);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            int line = (int) decoded.chars().filter(c -> c == '\n').count() + 1;
            int column = decoded.length() - decoded.lastIndexOf('\n');
            limits.refuse(path, line, column, "not-utf-8", "the file is not UTF-8 here", "Save it as UTF-8.");
        } else {
            limits.take(path, decoded);
        }
    }
}
