package dev.heddle.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where things are in the repository. */
record Place(Path repository, Path folder) {
    private static final Path TARGET = Path.of("target");

    static Place in(Path repository) throws IOException {
        Path root = repository.toAbsolutePath().normalize();
        return new Place(root, Files.createDirectories(root.resolve("integration-tests/demo/target/demo")));
    }

    /** An empty folder for what a run writes. */
    Path folder(String run) throws IOException {
        Path own = Files.createDirectories(folder.resolve(run));
        try (Stream<Path> files = Files.list(own)) {
            for (Path old : files.toList()) {
                Files.delete(old);
            }
        }
        return own;
    }

    /** The agent, which is the command line too. */
    String agentJar() {
        return relative(repository.resolve("agent/target/heddle-agent.jar"));
    }

    /** The option that puts the agent in front of a program. */
    String agent() {
        return "-javaagent:" + agentJar();
    }

    /** The class path of the order application. */
    List<String> application() {
        Path target = repository.resolve("integration-tests/order-application").resolve(TARGET);
        return List.of(relative(target.resolve("order-application.jar")), relative(target.resolve("lib")) + "/*");
    }

    Path extension(String name) {
        String jar = "heddle-extension-" + name + ".jar";
        return repository.resolve("extensions").resolve(name).resolve(TARGET).resolve(jar);
    }

    /** A folder of that name with these extensions. */
    Path extensions(String name, List<String> names) throws IOException {
        Path extensions = Files.createDirectories(folder.resolve(name));
        for (String extension : names) {
            Path jar = extension(extension);
            Files.copy(jar, extensions.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        close(extensions);
        return extensions;
    }

    /** Lets nobody else write extensions, which would be refused: the build may have a umask of 002. */
    private static void close(Path extensions) throws IOException {
        try (Stream<Path> files = Stream.concat(Stream.of(extensions), Files.list(extensions))) {
            for (Path file : files.toList()) {
                Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
                rights.removeAll(Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
                Files.setPosixFilePermissions(file, rights);
            }
        }
    }

    String relative(Path path) {
        return repository.relativize(path).toString();
    }
}
