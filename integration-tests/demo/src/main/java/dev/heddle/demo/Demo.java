package dev.heddle.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Runs the order application twice from the same JARs, without Heddle and with it, and shows what Heddle saw. Each run
 * has a server, a worker and a client, in a JVM each. The system property {@code temporal.address} names a server to
 * use instead of the one in memory.
 */
public final class Demo {
    private static final PrintStream OUT = System.out;
    private static final List<String> EXTENSIONS = List.of("call-tree", "context-propagation");

    private final Path repository;
    private final Path folder;
    private final Optional<String> givenServer = Optional.ofNullable(System.getProperty("temporal.address"));

    private Demo(Path repository) throws IOException {
        this.repository = repository.toAbsolutePath().normalize();
        this.folder = Files.createDirectories(this.repository.resolve("integration-tests/demo/target/demo"));
    }

    /** The argument is the folder of the repository. */
    public static void main(String[] arguments) throws IOException {
        new Demo(Path.of(arguments[0])).show();
    }

    private void show() throws IOException {
        List<String> heddle = List.of(
                "-javaagent:" + relative(repository.resolve("agent/target/heddle-agent.jar")),
                "-Dheddle.extensions=" + relative(copyExtensions()));

        title("The order application, as its developers ship it");
        String plain = run("plain", List.of());
        OUT.print(plain);

        title("The same JARs, with -javaagent and a folder of extensions");
        String woven = run("heddle", heddle);
        OUT.print(woven);
        printTree("What Heddle saw in the client process", "heddle-client");
        printTree("What Heddle saw in the worker process", "heddle-worker");
        if (!woven.equals(plain)) {
            throw new IllegalStateException("the two runs do not give the same business result");
        }
        OUT.println();
        OUT.println("Both runs gave the same business result. The logs are in " + relative(folder) + ".");

        title("To try by hand, in three terminals");
        OUT.println(command("orders.Server", List.of()).toString());
        OUT.println(command("orders.OrderWorker", heddle).toString());
        OUT.println(command("orders.OrderClient", heddle).toString());
    }

    private Path copyExtensions() throws IOException {
        Path extensions = Files.createDirectories(folder.resolve("extensions"));
        for (String name : EXTENSIONS) {
            String jar = "heddle-extension-" + name + ".jar";
            Files.copy(
                    repository
                            .resolve("extensions")
                            .resolve(name)
                            .resolve("target")
                            .resolve(jar),
                    extensions.resolve(jar),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return extensions;
    }

    /** Runs the three processes and returns what the client printed: the business result. */
    private String run(String name, List<String> heddle) throws IOException {
        String port = String.valueOf(freePort());
        String address = givenServer.orElse("127.0.0.1:" + port);
        try (Jvm server = startServer(name + "-server", port);
                Jvm worker = application("orders.OrderWorker", heddle, name + "-worker", address)) {
            worker.await("worker ready");
            try (Jvm client = application("orders.OrderClient", heddle, name + "-client", address)) {
                return client.result();
            }
        }
    }

    /** No process at all if a server is given. */
    private Jvm startServer(String name, String port) throws IOException {
        if (givenServer.isPresent()) {
            return null;
        }
        Jvm server = Jvm.start(repository, command("orders.Server", List.of()).argument(port), log(name));
        return server.await("server ready");
    }

    private Jvm application(String mainClass, List<String> heddle, String name, String address) throws IOException {
        Command command = command(mainClass, heddle).option("-Dtemporal.address=" + address);
        if (!heddle.isEmpty()) {
            command = command.option("-Dheddle.extension.call-tree.file=" + tree(name));
        }
        return Jvm.start(repository, command, log(name));
    }

    private Command command(String mainClass, List<String> options) {
        Path application = repository.resolve("integration-tests/order-application/target");
        return new Command(
                options,
                List.of(
                        relative(application.resolve("order-application.jar")),
                        relative(application.resolve("lib")) + "/*"),
                mainClass,
                List.of());
    }

    private void printTree(String heading, String name) throws IOException {
        title(heading);
        OUT.print(Files.readString(tree(name)));
    }

    private Path tree(String name) {
        return folder.resolve(name + ".tree");
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private String relative(Path path) {
        return repository.relativize(path).toString();
    }

    private static void title(String text) {
        OUT.println();
        OUT.println(text);
        OUT.println("-".repeat(text.length()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
