package dev.reconnect.bench;

import dev.reconnect.bench.echo.EchoResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * The packaged service with an echo in it. The build leaves a second package that can be added to ({@code mutable-jar});
 * here the echo is laid beside it and Quarkus packages it anew. So both calls run in one process and through the same
 * filters, and the package that ships has no such call, not even a disabled one.
 *
 * @see "https://quarkus.io/guides/reaugmentation"
 */
final class EchoPackage {

    static final Path JAR = Results.FOLDER.resolve("echo/quarkus-run.jar");
    static final String PATH = "/bench/echo";

    private EchoPackage() {}

    static void build() throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("there is no " + JAR + ": run mvn -Pbench verify");
        }
        lay(JAR.resolveSibling("providers/echo.jar"));
        Path log = Results.FOLDER.resolve("echo-build.log");
        Process build = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dquarkus.launch.rebuild=true",
                        // Beside where the package lies now; the build said it from where it stood.
                        "-Dquarkus.package.output-directory=" + JAR.getParent().getFileName(),
                        "-D" + EchoResource.ENABLED + "=true",
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (build.waitFor() != 0) {
            throw new IllegalStateException("no echo:\n" + Files.readString(log));
        }
    }

    private static void lay(Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            // Without it Quarkus does not look into the archive.
            entries.putNextEntry(new JarEntry("META-INF/beans.xml"));
            for (Class<?> type : List.of(EchoResource.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new JarEntry(name));
                try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
                    bytes.transferTo(entries);
                }
            }
        }
    }
}
