package dev.heddle.test.readme;

import dev.heddle.harness.Repository;
import dev.heddle.harness.ThisMaven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project of an extension's author, as the page has it: its POM, its class, its test and its service file. */
final class SampleProject {
    private static final String VERSION = "0.1.0-SNAPSHOT";

    private final Path folder;

    SampleProject(Path folder, String page) throws IOException {
        this.folder = folder;
        List<String> examples = Pages.blocks(page, "java");
        write("pom.xml", Pages.blocks(page, "xml").get(0));
        write("src/main/java/Tenant.java", named(examples, "Tenant"));
        write("src/test/java/TenantTest.java", named(examples, "TenantTest"));
        write("src/main/resources/META-INF/services/dev.heddle.api.Extension", "Tenant\n");
    }

    private static String named(List<String> examples, String type) {
        return examples.stream()
                .filter(example -> example.contains("public final class " + type + " "))
                .findFirst()
                .orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("project").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The JAR that Maven makes. */
    Path jar() {
        return folder.resolve("project/target/heddle-extension-tenant-1.0.0.jar");
    }

    ThisMaven.Result build() throws IOException {
        ThisMaven maven = new ThisMaven();
        Path own = ownRepository(maven.repository());
        add(own, "heddle", "pom.xml", null);
        add(own, "heddle-agent-api", "agent-api/pom.xml", "agent-api/target/heddle-agent-api.jar");
        add(own, "heddle-agent", "agent/pom.xml", "agent/target/heddle-agent.jar");
        add(
                own,
                "heddle-testing",
                "extensions/libraries/testing/pom.xml",
                "extensions/libraries/testing/target/heddle-testing.jar");
        return maven.run(folder.resolve("project"), own.getParent().getParent(), "package");
    }

    /** Where Heddle's own artifacts go, as if they were installed, without touching the repository that there is. */
    private Path ownRepository(Path existing) throws IOException {
        Path repository =
                Files.createDirectories(folder.resolve("repository/dev")).getParent();
        link(existing, repository, "dev");
        if (Files.isDirectory(existing.resolve("dev"))) {
            link(existing.resolve("dev"), repository.resolve("dev"), "heddle");
        }
        return Files.createDirectories(repository.resolve("dev/heddle"));
    }

    private static void link(Path from, Path to, String except) throws IOException {
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.toList()) {
                if (!child.getFileName().toString().equals(except)) {
                    Files.createSymbolicLink(to.resolve(child.getFileName()), child);
                }
            }
        }
    }

    private static void add(Path group, String artifact, String pom, String jar) throws IOException {
        Path version = Files.createDirectories(group.resolve(artifact).resolve(VERSION));
        String name = artifact + '-' + VERSION;
        Files.copy(Repository.file(pom), version.resolve(name + ".pom"));
        if (jar != null) {
            Files.copy(Repository.file(jar), version.resolve(name + ".jar"));
        }
    }
}
