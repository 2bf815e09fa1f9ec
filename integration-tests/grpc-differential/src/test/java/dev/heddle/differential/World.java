package dev.heddle.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** What one script is played in. */
final class World {
    /** What hooks bring about may bring about more hooks. */
    private static final int MOST_STEPS = 200;

    private static final long MORE_THAN_SOON = 2_000_000_000L;

    private final Script script;
    private final Hooks hooks;
    private final FakeTime time = new FakeTime();
    private final Flow flow;
    private final Trace trace;
    private final Methods methods;
    private final Connection connection;
    private final List<Conversation> calls = new ArrayList<>();
    private int stepsLeft = MOST_STEPS;
    private volatile String stuck;

    World(Script script) {
        this.script = script;
        this.hooks = new Hooks(script);
        this.flow = new Flow(this);
        this.trace = new Trace(flow::rest, script.setup().netty());
        this.methods = new Methods(script.setup(), trace);
        this.connection = new Connection(this);
    }

    /** Plays the script, to its end. */
    void play() {
        for (int number = 0; number < script.setup().calls(); number++) {
            calls.add(new Conversation(this, number));
        }
        connection.open();
        script.steps().forEach(this::perform);
        flow.settle();
        trace.add("end", "of the steps");
        sayHowCallsStand();
        connection.close();
        sayHowCallsStand();
    }

    private void sayHowCallsStand() {
        calls.forEach(call -> trace.add("end", call.client().state()));
    }

    /** Does a step, on the thread it is for. */
    void perform(Step step) {
        if (stuck != null || stepsLeft-- <= 0) {
            return;
        }
        if (step.role() == Role.SELF) {
            act(step);
        } else {
            flow.on(step.role().label(), step, () -> act(step));
        }
    }

    private void act(Step step) {
        trace.add("step", step.verb() + " " + step.number() + (step.call() == 0 ? "" : " of call " + step.call()));
        String said = "done";
        try {
            switch (step.verb()) {
                case RUN_CHANNEL, RUN_SERVER, RUN_CALL, SETTLE -> flow.run(step.verb());
                case ADVANCE_TIME -> advanceTime(step.number() == 1);
                case SHUTDOWN_CHANNEL, SHUTDOWN_CHANNEL_NOW, SHUTDOWN_SERVER_NOW -> connection.shutdown(step.verb());
                default -> said = calls.get(step.call()).perform(step);
            }
        } catch (ClientEnd.NotHereException notHere) {
            said = "not here";
        } catch (Throwable thrown) {
            said = "throws " + Describe.thrown(thrown);
        }
        flow.pace();
        trace.add("step", step.verb() + " " + said);
    }

    private void advanceTime(boolean lastFirst) {
        time.advance(MORE_THAN_SOON);
        for (Runnable due; (due = time.takeDue(lastFirst)) != null; ) {
            flow.on("timer", "a timer", due);
            flow.pace();
        }
    }

    /** Lets callers that wait do what they were given to do. Answers whether there was anything. */
    boolean settleCallers() {
        boolean moved = false;
        for (Conversation call : calls) {
            moved |= call.client().settle();
        }
        return moved;
    }

    /** Ends the script, which waits for something that does not come. */
    void stuck(Object what) {
        if (stuck == null) {
            trace.add("STUCK", what.toString());
            stuck = Workers.describe();
        }
    }

    boolean isStuck() {
        return stuck != null;
    }

    /** What the threads did when the script was stuck, or nothing. */
    String whereStuck() {
        return stuck == null ? "" : stuck;
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

    Flow flow() {
        return flow;
    }

    Methods methods() {
        return methods;
    }

    Connection connection() {
        return connection;
    }

    Conversation calls(int number) {
        return calls.get(number);
    }

    /** What an executor is called in traces. */
    static String nameOf(Executor executor) {
        return executor instanceof Gate || executor.getClass().getEnclosingClass() == BlockingClient.class
                ? "executor " + executor
                : "an executor";
    }
}
