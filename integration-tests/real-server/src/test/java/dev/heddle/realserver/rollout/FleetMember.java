package dev.heddle.realserver.rollout;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One of a fleet that works on the same workflows: it has a worker, starts workflows of its own without end, and does what
 * it is told line by line. Nothing of Heddle is in it.
 */
public final class FleetMember {
    private static final String QUEUE = "rollout";

    private final WorkflowClient client;
    private final String name;
    private volatile boolean ending;

    /** An order, to which things are added until it is closed. */
    @WorkflowInterface
    public interface Order {
        @WorkflowMethod
        String run(String first);

        @SignalMethod
        void add(String what);

        @SignalMethod
        void close();
    }

    /** What is done with each thing. */
    @ActivityInterface
    public interface Stamp {
        String stamp(String what);
    }

    /** Stamps what is added, one after the other. */
    public static final class OrderImpl implements Order {
        private final Stamp stamp = Workflow.newActivityStub(
                Stamp.class,
                ActivityOptions.newBuilder()
                        // A member that ends may be given one that it does not see any more.
                        .setStartToCloseTimeout(Duration.ofSeconds(10))
                        .build());
        private final List<String> added = new ArrayList<>();
        private boolean closed;

        @Override
        public String run(String first) {
            StringBuilder all = new StringBuilder(stamp.stamp(first));
            for (int next = 0; true; next++) {
                int seen = next;
                Workflow.await(() -> closed || seen < added.size());
                if (seen == added.size()) {
                    return all.toString();
                }
                all.append(' ').append(stamp.stamp(added.get(next)));
            }
        }

        @Override
        public void add(String what) {
            added.add(what);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private FleetMember(WorkflowClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /** With the server's address and a name that no other has. */
    public static void main(String[] arguments) throws Exception {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(arguments[0]).build());
        FleetMember member = new FleetMember(WorkflowClient.newInstance(stubs), arguments[1]);
        WorkerFactory factory = WorkerFactory.newInstance(member.client);
        Worker worker = factory.newWorker(
                QUEUE,
                WorkerOptions.newBuilder()
                        .setStickyQueueScheduleToStartTimeout(Duration.ofSeconds(1))
                        .build());
        worker.registerWorkflowImplementationTypes(OrderImpl.class);
        worker.registerActivitiesImplementations((Stamp) what -> what + "!");
        factory.start();
        Thread load = new Thread(member::load);
        load.start();
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in))) {
            for (String line; (line = commands.readLine()) != null; ) {
                member.obey(line.split(" ", 3));
            }
        }
        member.ending = true;
        load.join();
        factory.shutdown();
        factory.awaitTermination(1, TimeUnit.MINUTES);
        stubs.shutdown();
        System.out.println("ended");
        System.exit(0);
    }

    private void load() {
        try {
            for (int i = 1; !ending; i++) {
                Order order = start(name + "-" + i, "secret-" + i);
                order.add("more");
                order.close();
                say(WorkflowStub.fromTyped(order).getResult(String.class), "secret-" + i + "! more!", "load " + i);
            }
        } catch (RuntimeException failure) {
            fail("load", failure);
        }
    }

    private Order start(String id, String first) {
        Order order = client.newWorkflowStub(
                Order.class,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(id)
                        .setTaskQueue(QUEUE)
                        .setWorkflowRunTimeout(Duration.ofMinutes(10))
                        .build());
        WorkflowClient.start(order::run, first);
        return order;
    }

    private static void say(String found, String expected, String what) {
        if (!found.equals(expected)) {
            fail(what, new IllegalStateException(found));
        }
        System.out.println("done " + what);
    }

    private static void fail(String what, Exception failure) {
        failure.printStackTrace(System.out);
        System.out.println("FAILED " + what);
        // Whoever waits for more is told so by the end.
        Runtime.getRuntime().halt(1);
    }

    /** {@code open ID TEXT}, {@code add ID TEXT}, {@code close ID RESULT}, {@code replay ID}. */
    private void obey(String[] words) {
        try {
            Order order = client.newWorkflowStub(Order.class, words[1]);
            switch (words[0]) {
                case "open" -> start(words[1], words[2]);
                case "add" -> order.add(words[2]);
                case "close" -> {
                    order.close();
                    say(WorkflowStub.fromTyped(order).getResult(String.class), words[2], "result");
                }
                case "replay" ->
                    WorkflowReplayer.replayWorkflowExecution(client.fetchHistory(words[1]), OrderImpl.class);
                default -> throw new IllegalArgumentException(words[0]);
            }
            System.out.println("done " + words[0]);
        } catch (Exception failure) {
            fail(words[0], failure);
        }
    }
}
