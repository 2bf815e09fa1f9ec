package dev.heddle.demo;

import dev.heddle.harness.SpanReceiver;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the order application twice from the same JARs, without Heddle and with it, and shows what Heddle saw. The system
 * property {@code temporal.address} names a Temporal server to use instead of the one in memory.
 */
public final class Demo {
    private static final PrintStream OUT = System.out;

    private Demo() {}

    /** The argument is the folder of the repository. */
    public static void main(String[] arguments) throws IOException {
        show(Place.in(Path.of(arguments[0])));
    }

    private static void show(Place place) throws IOException {
        title("The order application, as its developers ship it");
        starting();
        String plain =
                new Run(place, place.folder("plain"), List.of(), "").play().result();
        OUT.print(plain);

        title("The same JARs, with -javaagent and a folder of extensions");
        starting();
        Path extensions = place.extensions("extensions", List.of("call-tree", "context-propagation"));
        List<String> heddle = List.of(place.agent(), "-Dheddle.extensions=" + place.relative(extensions));
        Run run = callTree(place, "heddle", heddle);
        Run.Played woven = run.play();
        OUT.print(woven.result());
        if (!woven.result().equals(plain)) {
            throw new IllegalStateException("the two runs do not give the same business result");
        }
        OUT.println();
        OUT.println("Both runs gave the same business result.");

        title("What Heddle saw, from the client over the front to the worker");
        try (Jvm tree = run.start("tree", run.tree())) {
            OUT.print(tree.result());
        }
        if (Run.GIVEN_SERVER.isEmpty()) {
            OUT.println("Signals stand apart, because the server in memory drops their headers; real ones do not.");
        }
        OUT.println("The logs, with the page of each process alone, are in " + place.relative(run.folder()) + ".");

        trace(place, plain);

        title("To try by hand, in four terminals, and then for the tree");
        Run byHand = callTree(place, "by-hand", heddle);
        for (String program : List.of("Server", "Worker", "Front", "Client")) {
            OUT.println(byHand.command(program));
        }
        OUT.println(byHand.tree());

        title("java -jar " + place.agentJar() + " status PID, as the worker answered when all was done");
        OUT.print(woven.status());
    }

    /** Each process notes its calls, of which the tree is made. */
    private static Run callTree(Place place, String name, List<String> options) throws IOException {
        Path folder = place.folder(name);
        String traces = place.relative(folder.resolve("%.trace"));
        return new Run(place, folder, options, "-Dheddle.extension.call-tree.trace=" + traces);
    }

    /** The second page. */
    private static void trace(Place place, String plain) throws IOException {
        title("The same JARs once more, with opentelemetry-tracing alone: the trace of an order");
        starting();
        Path extensions = place.extensions("tracing", List.of("opentelemetry-tracing"));
        try (SpanReceiver receiver = new SpanReceiver()) {
            List<String> tracing = List.of(
                    place.agent(),
                    "-Dheddle.extensions=" + place.relative(extensions),
                    "-Dotel.exporter.otlp.endpoint=" + receiver.url());
            String traced = new Run(place, place.folder("traced"), tracing, "-Dotel.service.name=%")
                    .play()
                    .result();
            if (!traced.equals(plain)) {
                throw new IllegalStateException("the traced run does not give the same business result");
            }
            OUT.print(Waterfall.of(receiver.spans()));
        }
        OUT.println();
        OUT.println("To send it to a collector of yours, one option more for each process:");
        OUT.println("-Dotel.exporter.otlp.endpoint=http://localhost:4318");
    }

    /** It takes ten seconds or more, in which nothing else is printed. */
    private static void starting() {
        OUT.println(
                "Starting " + (Run.GIVEN_SERVER.isEmpty() ? "a server, " : "") + "a worker, a front and a client ...");
    }

    private static void title(String text) {
        OUT.println();
        OUT.println(text);
        OUT.println("-".repeat(text.length()));
    }
}
