package dev.reconnect;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The architecture: which rooms there are, and that each uses only the rooms below it and what its line names. */
class FloorsTest {

    private record Room(String name, String... mayAlsoUse) {}

    /** Lowest first. A room may use the rooms before it. */
    private static final List<Room> ROOMS = List.of(
            new Room("fact"),
            new Room("knowledge", "com.fasterxml.jackson..", "org.yaml.snakeyaml.."),
            new Room("rules", "org.drools..", "org.kie.."),
            new Room("intake", "org.apache.lucene..", "com.fasterxml.jackson.."),
            new Room("diagnosis"),
            new Room("release", "com.github.difflib.."),
            new Room("quality", "com.fasterxml.jackson.."),
            new Room("cli", "picocli..", "com.fasterxml.jackson.."),
            new Room(
                    "store",
                    "jakarta..",
                    "io.quarkus..",
                    "io.agroal..",
                    "org.hibernate..",
                    "org.flywaydb..",
                    "org.eclipse.microprofile..",
                    "org.jboss.logging.."),
            new Room(
                    "web",
                    "jakarta..",
                    "io.quarkus..",
                    "io.smallrye..",
                    "io.vertx..",
                    "io.micrometer..",
                    "org.eclipse.microprofile..",
                    "org.jboss.logging..",
                    "org.jboss.resteasy.reactive..",
                    "com.fasterxml.jackson..",
                    "com.github.benmanes.caffeine..",
                    "picocli.."));

    private static final int LONGEST_FILE = 250;

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.reconnect");

    @TestFactory
    Stream<DynamicTest> everyRoomUsesOnlyTheRoomsBelowIt() {
        List<DynamicTest> tests = new ArrayList<>();
        List<String> allowed = new ArrayList<>(List.of("java..", "javax.."));
        for (Room room : ROOMS) {
            allowed.add(pack(room));
            List<String> here = new ArrayList<>(allowed);
            here.addAll(List.of(room.mayAlsoUse()));
            tests.add(DynamicTest.dynamicTest(room.name(), () -> classes()
                    .that(resideInAPackage(pack(room)))
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(here.toArray(String[]::new)))
                    .allowEmptyShould(true)
                    .check(MAIN)));
        }
        return tests.stream();
    }

    @Test
    void everyClassLivesInARoom() {
        String[] rooms = Stream.concat(
                        Stream.of("dev.reconnect"), ROOMS.stream().map(FloorsTest::pack))
                .toArray(String[]::new);

        classes().should().resideInAnyPackage(rooms).check(MAIN);
    }

    @Test
    void entitiesAreUsedOnlyInTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.reconnect.store..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .check(MAIN);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameEndingWith("Info")
                .orShould()
                .haveSimpleNameEndingWith("Handler")
                .orShould()
                .haveSimpleNameEndingWith("Processor")
                .check(MAIN);
    }

    @Test
    void nothingStaticCanChange() {
        fields().that().areStatic().should().beFinal().check(MAIN);
    }

    @Test
    void noFileIsTooLongToRead() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file).size() > LONGEST_FILE)
                    .map(Path::toString)
                    .toList();

            assertThat(tooLong).isEmpty();
        }
    }

    @Test
    void everyTypeIsWrittenOut() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<String> vague = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            lines(file).stream().anyMatch(line -> line.matches("\\s*(for \\()?var \\w+ [=:].*")))
                    .map(Path::toString)
                    .toList();

            assertThat(vague).isEmpty();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pack(Room room) {
        return "dev.reconnect." + room.name() + "..";
    }
}
