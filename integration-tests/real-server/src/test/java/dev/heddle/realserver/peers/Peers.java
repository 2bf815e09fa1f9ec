package dev.heddle.realserver.peers;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.realserver.server.TemporalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * The processes of a test, which end with it. Where a language cannot be had the test is skipped, and one line says why. What they
 * have printed is printed if the test fails.
 */
final class Peers implements BeforeEachCallback, AfterEachCallback {
    /** What is said in each call, so that it can be looked for. */
    static final String GREETING = "a-greeting-that-can-be-found";

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Peers.class);

    /** No limit of a moment for a task, which a busy machine does not keep; and no way round by another one. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "TEMPORAL_DEBUG", "true",
            "NO_PROXY", "127.0.0.1",
            "no_proxy", "127.0.0.1",
            // The sources are not the place for what Python compiles.
            "PYTHONDONTWRITEBYTECODE", "1");

    private final List<Peer> started = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private ExtensionContext context;

    /** The command of a program, or why there is none. */
    private record Found(List<String> command, String reason) {}

    @Override
    public void beforeEach(ExtensionContext test) {
        context = test;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        boolean failed = test.getExecutionException()
                .filter(failure -> !(failure instanceof TestAbortedException))
                .isPresent();
        started.forEach(Peer::close);
        if (failed) {
            started.forEach(System.out::println);
        }
    }

    /** Sets a variable for those that are started after this. */
    Peers environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** One of another language, with these arguments. */
    Peer start(Program program, TemporalServer server, String... arguments) throws IOException {
        Found found = context.getRoot().getStore(NAMESPACE).computeIfAbsent(program, Peers::find, Found.class);
        if (found.reason() != null) {
            throw new TestAbortedException(found.reason());
        }
        String queue = queue(program.language());
        List<String> command = new ArrayList<>(found.command());
        command.addAll(List.of("--address", server.address(), "--queue", queue, "--greeting", GREETING));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(ENVIRONMENT);
        builder.environment().putAll(environment);
        return started(new Peer(program.language(), queue, builder.start()));
    }

    /** One of Java, with the agent and extensions as they ship, and their settings as options of the JVM. */
    Peer startJava(TemporalServer server, List<String> extensions, String... options) {
        ForkedJvm jvm = underHeddle(extensions, options);
        String queue = queue("Java");
        return started(new Peer("Java", queue, jvm.start(JavaPeer.class.getName(), server.address(), queue, GREETING)));
    }

    /** The same with {@link KeptPlaces}, which has a Nexus endpoint of its own. */
    Peer startKeeper(TemporalServer server, List<String> extensions, String... options) {
        ForkedJvm jvm = underHeddle(extensions, options);
        String queue = queue("Java");
        String endpoint = server.createEndpoint(TemporalServer.NAMESPACE, queue);
        return started(new Peer(
                "Java", queue, jvm.start(KeptPlaces.class.getName(), server.address(), queue, GREETING, endpoint)));
    }

    private ForkedJvm underHeddle(List<String> extensions, String... options) {
        ForkedJvm jvm = ForkedJvm.ofCustomer()
                .agent("")
                .option("-Dheddle.extensions="
                        + extensions.stream()
                                .map(extension ->
                                        Repository.extensionJar(extension).toString())
                                .collect(Collectors.joining(",")))
                .option("-XX:+UseSerialGC");
        List.of(options).forEach(jvm::option);
        ENVIRONMENT.forEach(jvm::environment);
        environment.forEach(jvm::environment);
        return jvm;
    }

    private Peer started(Peer peer) {
        started.add(peer);
        return peer;
    }

    private static String queue(String language) {
        return language + "-" + UUID.randomUUID();
    }

    private static Found find(Program program) {
        try {
            Path folder = Path.of(System.getProperty("test.output", "target"));
            Files.createDirectories(folder);
            return new Found(program.command(folder), null);
        } catch (IOException none) {
            String reason =
                    "No worker of " + program.language() + ", so tests with one are skipped: " + none.getMessage();
            System.out.println(reason);
            return new Found(null, reason);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
