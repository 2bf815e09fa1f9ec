package dev.heddle.differential;

import io.grpc.Channel;
import io.grpc.ClientCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** What one script is played in. */
final class World {
    /** What hooks bring about may bring about more hooks. */
    private static final int MOST_STEPS = 200;

    private final Script script;
    private final Hooks hooks;
    private final Trace trace;
    private final FakeTime time = new FakeTime();
    private final Methods methods;
    private final Gate channelGate = new Gate(this, "channel");
    private final Gate serverGate = new Gate(this, "server");
    private final Gate callGate = new Gate(this, "call");
    private final ThreadLocal<Integer> inServer = ThreadLocal.withInitial(() -> 0);
    private final List<Conversation> calls = new ArrayList<>();
    private final Collection<ClientCall<?, ?>> open = new ConcurrentLinkedQueue<>();
    private final Wire wire;
    private Connection connection;
    private int stepsLeft = MOST_STEPS;
    private volatile String stuck;

    World(Script script) {
        this.script = script;
        this.hooks = new Hooks(script);
        this.trace = new Trace(this::rest, script.setup().netty());
        this.methods = new Methods(script.setup(), trace);
        this.wire = script.setup().netty() ? new Wire(this) : null;
    }

    /** Plays the script, to its end. */
    void play() {
        for (int number = 0; number < script.setup().calls(); number++) {
            calls.add(new Conversation(this, number));
        }
        connection = new Connection(this);
        connection.open();
        script.steps().forEach(this::perform);
        settle();
        trace.add("end", "of the steps");
        for (Conversation call : calls) {
            trace.add("end", call.client().state());
        }
        connection.close();
    }

    /** Does a step, on the thread it is for. */
    void perform(Step step) {
        if (stuck != null || stepsLeft-- <= 0) {
            return;
        }
        if (step.role() == Role.SELF || script.setup().oneThread() || !mayWait()) {
            act(step);
        } else if (!Workers.run(step.role().label(), () -> act(step))) {
            stuck(step.toString());
        }
    }

    private void act(Step step) {
        trace.add("step", step.verb() + " " + step.number() + (step.call() == 0 ? "" : " of call " + step.call()));
        String said;
        try {
            said = switch (step.verb()) {
                case RUN_CHANNEL, RUN_SERVER, RUN_CALL, SETTLE, ADVANCE_TIME -> {
                    pass(step);
                    yield "done";
                }
                case SHUTDOWN_CHANNEL, SHUTDOWN_CHANNEL_NOW, SHUTDOWN_SERVER_NOW -> {
                    connection.shutdown(step.verb());
                    yield "done";
                }
                default -> calls.get(step.call()).perform(step);
            };
        } catch (ClientEnd.NotHereException notHere) {
            said = "not here";
        } catch (Throwable thrown) {
            said = "throws " + Describe.thrown(thrown);
        }
        pace();
        trace.add("step", step.verb() + " " + said);
    }

    private void pass(Step step) {
        if (step.verb() == Verb.ADVANCE_TIME) {
            time.advance(2_000_000_000L);
            for (Runnable due; (due = time.takeDue(step.number() == 1)) != null; ) {
                if (script.setup().oneThread() || !mayWait()) {
                    due.run();
                } else if (!Workers.run("timer", due)) {
                    stuck("a timer");
                }
                pace();
            }
        } else if (mayWait()) {
            switch (step.verb()) {
                case RUN_CHANNEL -> channelGate.drain();
                case RUN_SERVER -> serverGate.drain();
                case RUN_CALL -> callGate.drain();
                default -> settle();
            }
        }
    }

    /** After something has happened: lets the network come to rest, and executors run that run their tasks early. */
    void pace() {
        if (stuck != null) {
            return;
        }
        rest();
        if (!mayWait()) {
            return;
        }
        boolean moved;
        do {
            moved = false;
            if (script.setup().serverRuns() == Runs.EAGER) {
                moved = serverGate.drain();
            }
            if (script.setup().channelRuns() == Runs.EAGER) {
                moved |= channelGate.drain() | callGate.drain();
            }
            if (script.setup().channelRuns() != Runs.QUEUED) {
                moved |= settleCallers();
            }
            rest();
        } while (moved && stuck == null);
    }

    /** Runs everything until nothing is left to do. */
    void settle() {
        boolean moved;
        do {
            rest();
            moved = serverGate.drain() | channelGate.drain() | callGate.drain() | settleCallers();
        } while (moved && stuck == null);
    }

    private boolean settleCallers() {
        boolean moved = false;
        for (Conversation call : calls) {
            moved |= call.client().settle();
        }
        return moved;
    }

    /**
     * Does something that makes the library do several things at once, which over a network it does on the event loop, so
     * that what comes of the first does not race against the next.
     */
    void onNetwork(Runnable body) {
        if (wire == null) {
            body.run();
        } else {
            wire.run(body);
        }
    }

    /** Lets the network come to rest. */
    void rest() {
        if (wire != null && stuck == null) {
            wire.settle();
        }
    }

    /** The current thread runs code of the server. */
    void enterServer() {
        inServer.set(inServer.get() + 1);
    }

    void leaveServer() {
        inServer.set(inServer.get() - 1);
    }

    /** Whether the current thread may wait for another one: it is not the network's, and the library holds no lock. */
    boolean mayWait() {
        return wire != null ? !wire.isLoopThread() : !script.setup().serverHoldsLock() || inServer.get() == 0;
    }

    /** Ends the script, which waits for something that does not come. */
    void stuck(String what) {
        if (stuck == null) {
            trace.add("STUCK", what);
            StringBuilder threads = new StringBuilder();
            Thread.getAllStackTraces().forEach((thread, frames) -> {
                if (thread.getName().equals("worker") || thread.getName().startsWith("loop")) {
                    threads.append(thread).append(' ').append(thread.getState()).append('\n');
                    for (StackTraceElement frame : frames) {
                        threads.append("    ").append(frame).append('\n');
                    }
                }
            });
            stuck = threads.toString();
        }
    }

    /** What the threads did when the script was stuck, or nothing. */
    String whereStuck() {
        return stuck == null ? "" : stuck;
    }

    boolean isStuck() {
        return stuck != null;
    }

    Setup setup() {
        return script.setup();
    }

    Hooks hooks() {
        return hooks;
    }

    Trace trace() {
        return trace;
    }

    FakeTime time() {
        return time;
    }

    Methods methods() {
        return methods;
    }

    Wire wire() {
        return wire;
    }

    Gate channelGate() {
        return channelGate;
    }

    Gate serverGate() {
        return serverGate;
    }

    Gate callGate() {
        return callGate;
    }

    Channel channel() {
        return connection.channel();
    }

    Conversation calls(int number) {
        return calls.get(number);
    }

    void inContext(int call, Runnable body) {
        calls.get(call).inContext(body);
    }

    /** A call of the client's has started. */
    void opened(ClientCall<?, ?> call) {
        open.add(call);
    }

    /** A call of the client's has been told of its end. */
    void closed(ClientCall<?, ?> call) {
        open.remove(call);
    }

    /** Ends the calls that the script has left open, in their order. */
    void endCalls() {
        for (ClientCall<?, ?> call : open) {
            try {
                call.cancel("the script is over", null);
            } catch (Throwable thrown) {
                trace.add("end", "cancelling throws " + Describe.thrown(thrown));
            }
            settle();
        }
    }

    /** What an executor is called in traces. */
    String nameOf(Executor executor) {
        return executor instanceof Gate || executor.getClass().getEnclosingClass() == BlockingClient.class
                ? "executor " + executor
                : "an executor";
    }
}
