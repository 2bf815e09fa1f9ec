package dev.heddle.realserver.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.harness.SpanReceiver;
import dev.heddle.realserver.server.TemporalServer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Worker processes, one at work after the other and one that stands by, and a client process. */
final class TradeFleet implements AutoCloseable {
    private static final int STANDING_BY = 1;
    /** More than there are tasks, each tried again now and then. */
    private static final int MOST = 60;

    private static final long PATIENCE_MINUTES = 8;

    private final TemporalServer server;
    private final SpanReceiver receiver;
    private final Path token;
    private final List<Death> deaths;
    private final String queue = "trade-" + UUID.randomUUID();
    private final String endpoint;
    private final Deque<TradeProcess> standingBy = new ArrayDeque<>();
    private final List<TradeProcess> all = new ArrayList<>();
    private int workers;

    /**
     * Nobody is started yet.
     *
     * @param deaths when workers die, in turn
     */
    TradeFleet(TemporalServer server, SpanReceiver receiver, Path token, List<Death> deaths) {
        this.server = server;
        this.receiver = receiver;
        this.token = token;
        this.deaths = deaths;
        this.endpoint = server.createEndpoint(TemporalServer.NAMESPACE, queue);
    }

    private TradeProcess start(Class<?> main, String... arguments) {
        TradeProcess process = new TradeProcess(ForkedJvm.ofCustomer()
                .agent("")
                .option("-Dheddle.extensions=" + Repository.extensionJar("opentelemetry-tracing"))
                .option("-Dheddle.extension.opentelemetry-tracing.export-before-answer=true")
                .option("-XX:+UseSerialGC")
                .environment("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url())
                .environment("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .start(main.getName(), arguments));
        all.add(process);
        return process;
    }

    /** One that dies before an answer lets that of the one before pass, which the server waits for. */
    private TradeProcess startWorker() {
        Death death = deaths.get(workers % deaths.size());
        int survived = death == Death.ANSWERED || workers == 0 ? 0 : 1;
        workers++;
        return start(
                TradeWorker.class, server.address(), queue, token.toString(), death.name(), Integer.toString(survived));
    }

    /** Makes the client trade, and returns how many workers have died by then. */
    int trade() throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        TradeProcess client = start(TradeClient.class, server.address(), queue, token.toString(), endpoint);
        int died = 0;
        while (true) {
            while (standingBy.size() <= STANDING_BY) {
                standingBy.add(startWorker());
            }
            // Those that are started do not take each other's time, and that of the one at work.
            CompletableFuture.anyOf(standingBy.peek().ready(), standingBy.peek().ended())
                    .get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(workers).as(this::printed).isLessThan(MOST);
            TradeProcess worker = standingBy.remove();
            worker.go();
            CompletableFuture.anyOf(worker.ended(), client.ended()).get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (client.ended().isDone()) {
                assertThat(client.ended().get()).as(this::printed).isZero();
                worker.finish();
                return died;
            }
            assertThat(worker.ended().get()).as(this::printed).isEqualTo(Death.EXIT_CODE);
            died++;
        }
    }

    /** What all have printed. */
    String printed() {
        StringBuilder text = new StringBuilder();
        all.forEach(process -> text.append(process).append('\n'));
        return text.toString();
    }

    @Override
    public void close() {
        all.forEach(TradeProcess::close);
    }
}
