package dev.reconnect;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The guide of {@code rules/README.md}: its files are written, its commands are run. */
final class Guide {

    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("-H ['\"]([^:'\"]+): ([^'\"]+)['\"]");
    private static final Pattern BODY = Pattern.compile("-d '(.*?)'", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile("http://127\\.0\\.0\\.1:8080(\\S*)");
    private static final String RULES = "rules/account/caps-lock-on.drl";

    private final Path folder;
    private final String address;
    private final List<String> commands = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    Guide(Path folder, String address) {
        this.folder = folder;
        this.address = address;
    }

    /** Copies what an author has to begin with, and puts the key where the guide says. */
    void begin(Path content, String key) throws IOException {
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(content.relativize(file).toString(), Files.readString(file));
            }
        }
        write("key.txt", key + "\n");
    }

    /** Writes every file and runs every command, in order. */
    List<String> walk() throws IOException, InterruptedException {
        String readme = Files.readString(Path.of("rules/README.md"));
        // What follows is a reference, whose example is another one.
        Matcher block = BLOCK.matcher(readme.substring(0, readme.indexOf("\n## The dialect")));
        while (block.find()) {
            String text = block.group(2);
            switch (block.group(1)) {
                case "yaml" -> write(text.lines().findFirst().orElseThrow().substring(2), text);
                case "drl" -> write(RULES, text);
                case "sh" -> (text.startsWith("curl") ? calls : commands).add(text.strip());
                default -> throw new IllegalStateException("what is a block of " + block.group(1) + "?");
            }
        }
        List<String> outputs = new ArrayList<>();
        for (String command : commands) {
            outputs.add(run(command));
        }
        return outputs;
    }

    List<String> calls() {
        return calls;
    }

    static HttpRequest request(ServiceProcess service, String curl) {
        Matcher path = PATH.matcher(curl);
        if (!path.find()) {
            throw new IllegalStateException("no address in " + curl);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(service.at(path.group(1)));
        Matcher headers = HEADER.matcher(curl);
        while (headers.find()) {
            request.header(headers.group(1), headers.group(2));
        }
        Matcher body = BODY.matcher(curl);
        return body.find()
                ? request.POST(HttpRequest.BodyPublishers.ofString(body.group(1)))
                        .build()
                : request.build();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String run(String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.replaceAll(one -> one.equals("target/quarkus-app/quarkus-run.jar")
                ? ServiceProcess.JAR.toAbsolutePath().toString()
                : one.equals("http://127.0.0.1:8080") ? address : one);
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue() + ":\n" + output);
        }
        return output;
    }
}
