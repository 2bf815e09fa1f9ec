package dev.heddle.agent.cli;

import dev.heddle.agent.bootstrap.Main;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code archive}: one run of an application leaves the JVM's own archive of its classes, with which it starts faster. */
@Command(
        name = "archive",
        description = {
            "Runs an application once, by the command that starts it, and leaves an archive of its",
            "classes, with which it starts faster. It ends by itself, by Ctrl-C, or after --for."
        })
final class ArchiveCommand implements Callable<Integer> {
    /** The exit code of what a signal has ended is more than this, as Ctrl-C does. */
    private static final int SIGNALLED = 128;

    @Option(names = "--to", paramLabel = "FILE", description = "the archive; without it application.jsa, or .aot")
    private Path to;

    @Option(names = "--for", paramLabel = "SECONDS", description = "ends the application then, as a SIGTERM does")
    private long seconds;

    @Option(names = "--force", description = "makes it anew where there is one")
    private boolean force;

    @Option(names = "--help", usageHelp = true, description = "show this")
    private boolean help;

    @Parameters(arity = "1..*", paramLabel = "-- COMMAND", description = "java …, as the application is started")
    private List<String> words;

    @Override
    public Integer call() throws IOException, InterruptedException, URISyntaxException {
        JavaCommand command = new JavaCommand(words);
        ArchiveKind kind = ArchiveKind.of(command.feature());
        Path agent = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path archive = to == null ? Path.of(kind.fileName()) : to;
        if (Files.exists(archive) && !force) {
            System.err.println(archive + " is there already; --force makes it anew, --to makes another");
            return 1;
        }
        Files.deleteIfExists(archive);
        int ended = run(command.with(kind.training(archive, agent, command)));
        if (!Files.isRegularFile(archive)) {
            System.err.println("No archive is made: what the JVM has said above has the reason.");
            return 1;
        }
        System.out.printf(
                "%n%s is made, %d MB. Start the application with it by%n%n  %s%n%n"
                        + "and make it anew for each version of the application and of the JDK.%n",
                archive, Math.max(1, Files.size(archive) >> 20), command.with(kind.start(archive, agent, command)));
        if (ended == 0 || ended > SIGNALLED || seconds > 0) {
            return 0;
        }
        System.err.printf("%nThe application ended with %d: the archive has what it loaded until then.%n", ended);
        return 1;
    }

    /** Runs the application to its end, and gives its exit code; what it prints and reads is the terminal's. */
    private int run(JavaCommand command) throws IOException, InterruptedException {
        Process application = new ProcessBuilder(command.words()).inheritIO().start();
        // Ctrl-C reaches both; this one waits until the other has written its archive.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> waitFor(application)));
        if (seconds > 0 && !application.waitFor(seconds, TimeUnit.SECONDS)) {
            application.destroy();
        }
        return application.waitFor();
    }

    private static void waitFor(Process application) {
        try {
            application.waitFor();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
