package dev.heddle.soak;

import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * The application under load: {@code Soak ADDRESS} of a Temporal server. It knows nothing of Heddle; the extension knows
 * its {@link Ledger}. Ends with 1 if the ledger shows a problem or the JVM has grown.
 */
final class Soak {
    /** How the report begins, after whatever was logged. */
    static final String REPORT = "What came of the calls\n\n";

    private static final int WIDTH = 32;
    private static final int SERVERS = 4;
    private static final int CREWS = 4;
    /** One in so many calls is Temporal's. */
    private static final int TEMPORAL = 20;
    /** All numbers are shared out: to warm up, until the middle, until the end. */
    private static final List<Double> PHASES = List.of(0.2, 0.6, 1.0);

    private static final int STRIKES = Integer.getInteger("soak.strikes", 12);
    private static final long PATIENCE_MINUTES = 30;
    private static final Logger GRPC = Logger.getLogger("io.grpc");

    private final Ledger ledger = Ledger.get();
    private final ExecutorService executor = Executors.newFixedThreadPool(16);
    private final ExecutorService callers = Executors.newFixedThreadPool(2 * WIDTH);
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final EventLoopGroup events = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final List<EchoServer> servers = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Crew> crews = new ArrayList<>();
    private final List<ShiftCaller> shiftCallers = new ArrayList<>();
    private final Saboteur saboteur = new Saboteur(servers, lanes, crews);
    private final WorkflowServiceStubs temporal;

    private Soak(String address) throws Exception {
        temporal = WorkflowServiceStubs.newConnectedServiceStubs(
                WorkflowServiceStubsOptions.newBuilder()
                        .setTarget(address)
                        .setRpcTimeout(Duration.ofSeconds(30))
                        .setChannelInitializer(channel -> channel.executor(executor))
                        .build(),
                Duration.ofSeconds(20));
        WorkflowClient client = WorkflowClient.newInstance(temporal);
        for (int i = 0; i < SERVERS; i++) {
            servers.add(new EchoServer(events, executor));
        }
        for (int i = 0; i < WIDTH; i++) {
            lanes.add(new Lane(servers.get(i % SERVERS), executor));
        }
        for (int i = 0; i < CREWS; i++) {
            List<String> queues = IntStream.range(i * WIDTH / CREWS, (i + 1) * WIDTH / CREWS)
                    .mapToObj(queue -> "queue-" + queue)
                    .toList();
            Crew crew = new Crew(client, queues, i % 2 == 0);
            crews.add(crew);
            queues.forEach(queue -> shiftCallers.add(new ShiftCaller(client, queue, crew, timer)));
        }
    }

    public static void main(String[] arguments) throws Exception {
        // It logs what handlers throw.
        GRPC.setLevel(Level.OFF);
        boolean well = false;
        try {
            well = new Soak(arguments[0]).run();
        } catch (Exception failure) {
            failure.printStackTrace();
        }
        // Also if calls hang, whose threads would keep the JVM.
        System.exit(well ? 0 : 1);
    }

    private boolean run() throws Exception {
        Growth growth = new Growth();
        int first = 0;
        for (double share : PHASES) {
            int end = (int) (share * ledger.size());
            makeCalls(first, end);
            growth.measure(end);
            first = end;
        }
        close();
        Audit.of(ledger);
        growth.judge(ledger);
        System.out.println(REPORT + Report.of(ledger) + growth + saboteur);
        System.out.println("%d times through an interceptor chain, %d accidents contained%n"
                .formatted(ledger.entered.get(), ledger.accidents.get()));
        ledger.problems().forEach(problem -> System.out.println("PROBLEM " + problem));
        return ledger.problems().isEmpty();
    }

    private void makeCalls(int first, int end) throws Exception {
        int middle = first + (end - first) / TEMPORAL;
        int between = ledger.size() / STRIKES;
        Numbers ofTemporal = new Numbers(first, middle, number -> {});
        Numbers ofGrpc = new Numbers(middle, end, number -> {
            if (number % between == 0) {
                saboteur.strike();
            }
        });
        List<Callable<Void>> work = new ArrayList<>();
        for (Lane lane : lanes) {
            work.add(() -> {
                lane.run(ofGrpc);
                return null;
            });
        }
        for (ShiftCaller caller : shiftCallers) {
            work.add(() -> {
                caller.run(ofTemporal);
                return null;
            });
        }
        for (Future<Void> each : callers.invokeAll(work, PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            if (each.isCancelled()) {
                ledger.problem("a caller has not come to an end in " + PATIENCE_MINUTES + " minutes");
            } else {
                each.get();
            }
        }
        saboteur.rest();
    }

    private void close() throws Exception {
        for (Lane lane : lanes) {
            lane.close();
        }
        for (EchoServer server : servers) {
            server.close();
        }
        crews.forEach(Crew::close);
        temporal.shutdownNow();
        saboteur.close();
    }
}
