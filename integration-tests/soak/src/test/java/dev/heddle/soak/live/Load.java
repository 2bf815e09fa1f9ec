package dev.heddle.soak.live;

import echo.Echo;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.NonDeterministicException;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The application: a server and a worker, and threads that call them until it closes. */
final class Load {
    private static final String QUEUE = "live";
    private static final MethodDescriptor<String, String> ECHO = Echo.method("live.Echo", "Say", MethodType.UNARY);

    private final Tally tally = Tally.get();
    private final WorkflowServiceStubs temporal;
    private final WorkflowClient client;
    private final WorkerFactory workers;
    private final Server server;
    private final ManagedChannel channel =
            InProcessChannelBuilder.forName("live").build();
    private final List<Thread> threads = new ArrayList<>();
    private final LongWork[] longWork = new LongWork[4];
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong workflows = new AtomicLong();
    private int begun;
    private volatile boolean over;

    /** A workflow that outlives several rounds, so that agents come and go while it is in the cache. */
    private record LongWork(String name, Shift.Work work, AtomicInteger signals) {}

    Load(String address) throws Exception {
        temporal = WorkflowServiceStubs.newConnectedServiceStubs(
                WorkflowServiceStubsOptions.newBuilder()
                        .setTarget(address)
                        .setRpcTimeout(Duration.ofSeconds(30))
                        .setSystemInfoTimeout(Duration.ofSeconds(60))
                        .build(),
                Duration.ofSeconds(60));
        client = WorkflowClient.newInstance(temporal);
        workers = WorkerFactory.newInstance(client);
        server = InProcessServerBuilder.forName("live")
                .addService(ServerServiceDefinition.builder("live.Echo")
                        .addMethod(ECHO, ServerCalls.asyncUnaryCall((request, answers) -> {
                            tally.arrived(request);
                            answers.onNext(request);
                            answers.onCompleted();
                        }))
                        .build())
                .build()
                .start();
        Worker worker = workers.newWorker(
                QUEUE,
                WorkerOptions.newBuilder()
                        .setDefaultDeadlockDetectionTimeout(60_000)
                        .build());
        worker.registerWorkflowImplementationTypes(
                WorkflowImplementationOptions.newBuilder()
                        .setFailWorkflowExceptionTypes(NonDeterministicException.class)
                        .build(),
                Shift.WorkImpl.class);
        worker.registerActivitiesImplementations(new Shift.TaskImpl());
        workers.start();
        for (int i = 0; i < longWork.length; i++) {
            longWork[i] = begin("long-" + ++begun);
        }
        for (int i = 0; i < 2; i++) {
            begin("calls-" + i, this::call);
            begin("workflows-" + i, this::workflow);
        }
    }

    private LongWork begin(String name) {
        Shift.Work work = work(name);
        WorkflowClient.start(work::run, name, false);
        return new LongWork(name, work, new AtomicInteger());
    }

    /** Ends the oldest of the workflows that live long, whose histories would grow for ever, and begins another. */
    void renew(int round) {
        int oldest = round % longWork.length;
        end(longWork[oldest]);
        longWork[oldest] = begin("long-" + ++begun);
    }

    /** Ends all of them and begins others: what lives now has met no agent that has left. */
    void renewAll() {
        for (int i = 0; i < longWork.length; i++) {
            end(longWork[i]);
            longWork[i] = begin("long-" + ++begun);
        }
    }

    private void end(LongWork old) {
        old.work.end();
        int done = WorkflowStub.fromTyped(old.work).getResult(Integer.class);
        tally.answered(old.name, String.valueOf(old.signals.get() + 1), String.valueOf(done));
        for (int signal = 1; signal <= old.signals.get(); signal++) {
            tally.answered(old.name + "-" + signal, "done", "done");
        }
    }

    private Shift.Work work(String id) {
        return client.newWorkflowStub(
                Shift.Work.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(QUEUE)
                        .setWorkflowId(id)
                        .build());
    }

    private void begin(String name, Runnable call) {
        Thread thread = new Thread(
                () -> {
                    while (!over) {
                        try {
                            call.run();
                        } catch (RuntimeException failure) {
                            tally.problem(name + " failed: " + failure + ", because " + failure.getCause());
                        }
                    }
                },
                name);
        threads.add(thread);
        thread.start();
    }

    private void call() {
        String id = "call-" + calls.incrementAndGet();
        tally.answered(id, id, ClientCalls.blockingUnaryCall(channel, ECHO, CallOptions.DEFAULT, id));
        // Steady, and leaves the machine some room.
        LockSupport.parkNanos(100_000);
    }

    private void workflow() {
        String id = "workflow-" + workflows.incrementAndGet();
        tally.answered(id, "1", String.valueOf(work(id).run(id, true)));
        // Its server keeps all histories.
        LockSupport.parkNanos(20_000_000);
    }

    /** Lets the load do more of each kind, also those workflows that have been there since the beginning. */
    void pass() throws InterruptedException {
        for (LongWork each : longWork) {
            each.signals.incrementAndGet();
            each.work.next();
        }
        long untilCall = calls.get() + 20;
        long untilWorkflow = workflows.get() + 5;
        while (calls.get() < untilCall || workflows.get() < untilWorkflow) {
            Thread.sleep(1);
        }
    }

    /** Ends all that runs, and checks what came of it. */
    void close() throws Exception {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        for (LongWork each : longWork) {
            end(each);
        }
        if (tally.open() > 0) {
            tally.problem(tally.open() + " calls have arrived whose callers have no answer");
        }
        channel.shutdownNow();
        server.shutdownNow();
        workers.shutdownNow();
        temporal.shutdownNow();
    }
}
