package dev.heddle.realserver.peers;

import dev.heddle.harness.Repository;
import dev.heddle.realserver.server.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How a worker of another language is made ready to run on this machine: from its sources, with the newest of its SDK. */
enum Program {
    /** In a virtual environment. */
    PYTHON("Python", "python3") {
        @Override
        List<String> make(Path python, Path folder) throws IOException, InterruptedException {
            Path environment = folder.resolve("python");
            Path own = environment.resolve("bin").resolve("python");
            if (!Files.isExecutable(own)) {
                run(folder, Duration.ofMinutes(1), python.toString(), "-m", "venv", environment.toString());
            }
            run(
                    folder,
                    Duration.ofMinutes(3),
                    own.toString(),
                    "-m",
                    "pip",
                    "install",
                    "--upgrade",
                    "--quiet",
                    "--disable-pip-version-check",
                    // Without a network this is to be known soon.
                    "--retries=0",
                    "--timeout=5",
                    "--requirement=" + sources("python").resolve("requirements.txt"));
            return List.of(own.toString(), sources("python").resolve("peer.py").toString());
        }
    },

    /** Built with the versions of its go.mod. */
    GO("Go", "go") {
        @Override
        List<String> make(Path go, Path folder) throws IOException, InterruptedException {
            Path program = folder.resolve("go-peer").toAbsolutePath();
            Path sources = sources("go");
            // Without a network this is to be known soon: one module tells.
            run(sources, Duration.ofSeconds(20), go.toString(), "mod", "download", "go.temporal.io/sdk");
            run(sources, Duration.ofMinutes(10), go.toString(), "build", "-o", program.toString(), ".");
            return List.of(program.toString());
        }
    },

    /** With the packages of its package-lock.json, beside a copy of its sources; run as they are. */
    TYPESCRIPT("TypeScript", "node") {
        @Override
        List<String> make(Path node, Path folder) throws IOException, InterruptedException {
            Path npm = Tool.onPath("npm").orElseThrow(() -> new IOException("npm is not on the PATH"));
            NodeProject project = new NodeProject(sources("typescript"), folder.resolve("typescript"));
            project.install(npm);
            // It has its native part for some systems, and this may be none of them.
            run(
                    project.folder(),
                    Duration.ofMinutes(1),
                    node.toString(),
                    "--eval",
                    "require('@temporalio/core-bridge')");
            return List.of(
                    node.toString(),
                    "--import=" + project.folder().resolve("node_modules/tsx/dist/loader.mjs"),
                    project.folder().resolve("peer.ts").toString());
        }
    };

    private final String language;
    private final String tool;

    Program(String language, String tool) {
        this.language = language;
        this.tool = tool;
    }

    /** What the types of its workflows begin with. */
    String language() {
        return language;
    }

    /**
     * The command that starts it.
     *
     * @param folder an existing one, for what is made
     * @throws IOException if it cannot be had here, with the reason in a line
     */
    List<String> command(Path folder) throws IOException, InterruptedException {
        return make(
                Tool.onPath(tool).orElseThrow(() -> new IOException(tool + " is not on the PATH")),
                folder.toAbsolutePath());
    }

    abstract List<String> make(Path found, Path folder) throws IOException, InterruptedException;

    private static void run(Path folder, Duration limit, String... command) throws IOException, InterruptedException {
        Tool.run(folder, Map.of("GOFLAGS", "-mod=readonly", "GOWORK", "off"), limit, List.of(command));
    }

    private static Path sources(String language) {
        return Repository.file("integration-tests/real-server/src/test").resolve(language);
    }
}
