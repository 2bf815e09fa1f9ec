package dev.heddle.differential;

import io.grpc.CallOptions;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.stub.ClientCalls;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Uses a stub that waits for the response. What its thread gets to do, it does in turn: callbacks that run on it are kept
 * until it is told to go on, and so is what it does with a message it was given.
 */
final class BlockingClient extends ClientEnd {
    private final boolean stream;
    private final Semaphore turns = new Semaphore(0);
    private Workers.Job job;
    private Turns executor;
    private int granted;
    private volatile int delivered;
    private volatile int begun;
    private volatile boolean waitsForTurn;
    private volatile boolean runsTask;
    private volatile boolean handlesInterrupt;

    BlockingClient(World world, int number) {
        super(world, number);
        stream = world.setup().kind() == MethodType.SERVER_STREAMING;
    }

    @Override
    void start(int argument) {
        if (job != null || !world.flow().mayWait()) {
            throw new NotHereException();
        }
        job = Workers.start(Role.CALLER.label(), () -> world.calls(number).inContext(() -> call(Payload.of(argument))));
        awaitQuiet();
    }

    private void call(String request) {
        try {
            if (stream) {
                iterate(ClientCalls.blockingServerStreamingCall(
                        channel(), world.methods().ofClient(), options(), request));
            } else {
                String response =
                        ClientCalls.blockingUnaryCall(channel(), world.methods().ofClient(), options(), request);
                watch.say("returns " + Payload.show(response));
            }
        } catch (Throwable thrown) {
            watch.say("throws " + Describe.thrown(thrown));
        }
        watch.say("interrupted " + Thread.interrupted());
    }

    private void iterate(Iterator<String> responses) {
        while (hasNext(responses)) {
            String response = responses.next();
            watch.at(Moment.ON_MESSAGE, () -> Payload.show(response));
        }
        watch.at(Moment.ON_CLOSE, nothing());
    }

    private boolean hasNext(Iterator<String> responses) {
        try {
            return responses.hasNext();
        } finally {
            waitsForTurn = true;
            turns.acquireUninterruptibly();
            waitsForTurn = false;
            begun++;
        }
    }

    @Override
    void cancel(String message, Throwable cause) {
        if (job == null
                || job.done()
                || waitsForTurn
                || delivered > granted
                || !parked()
                || !world.flow().mayWait()) {
            throw new NotHereException();
        }
        handlesInterrupt = true;
        job.thread().interrupt();
        awaitQuiet();
    }

    @Override
    void cancelled() {
        if (job != null && Thread.currentThread() == job.thread()) {
            handlesInterrupt = false;
        }
    }

    @Override
    void delivering() {
        if (stream) {
            delivered++;
        }
    }

    @Override
    String state() {
        return job == null ? "not called" : job.done() ? "returned" : "waits";
    }

    @Override
    CallOptions withOwnExecutor(CallOptions options) {
        Executor given = options.getExecutor();
        if (given == null || given instanceof Gate) {
            return options;
        }
        executor = new Turns(given);
        return options.withExecutor(executor);
    }

    @Override
    boolean settle() {
        if (job == null || job.done() || Workers.within(job)) {
            return false;
        }
        boolean moved = false;
        Runnable task;
        while (executor != null && !job.done() && (task = executor.tasks.poll()) != null) {
            moved = true;
            runsTask = true;
            Runnable turn = task;
            executor.waiting.execute(() -> {
                try {
                    turn.run();
                } finally {
                    runsTask = false;
                }
            });
            awaitQuiet();
        }
        while (delivered > granted && !job.done() && !world.isStuck()) {
            moved = true;
            granted++;
            turns.release();
            awaitQuiet();
        }
        return moved;
    }

    private void awaitQuiet() {
        Patience patience = new Patience();
        while (!job.done() && (runsTask || handlesInterrupt || begun < granted || !parked())) {
            if (patience.isOver()) {
                world.stuck("the caller that waits for a response");
                return;
            }
            Thread.yield();
        }
    }

    /** Whether the caller waits, in the library or for its turn. */
    private boolean parked() {
        Thread thread = job.thread();
        return waitsForTurn || thread.getState() == Thread.State.WAITING && LockSupport.getBlocker(thread) != null;
    }

    /** Keeps what is to run on the thread that waits. */
    private static final class Turns implements Executor {
        private final Executor waiting;
        private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

        Turns(Executor waiting) {
            this.waiting = waiting;
        }

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        @Override
        public String toString() {
            return "own";
        }
    }
}
