package dev.heddle.soak;

import dev.heddle.soak.ShiftWorkflow.Done;
import dev.heddle.soak.ShiftWorkflow.Shift;
import io.grpc.Context;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts workflows on one task queue, one after the other, and does with each all that a client can. */
final class ShiftCaller {
    private static final long PATIENCE_SECONDS = 120;
    private static final long CALL_SECONDS = 30;
    private static final List<Kind> KINDS = List.of(
            Kind.ACTIVITY,
            Kind.SIGNAL,
            Kind.QUERY,
            Kind.LOCAL_ACTIVITY,
            Kind.UPDATE,
            Kind.ACTIVITY,
            Kind.SIGNAL,
            Kind.QUERY,
            Kind.ACTIVITY,
            Kind.SIGNAL,
            Kind.ACTIVITY);

    private final Ledger ledger = Ledger.get();
    private final WorkflowClient client;
    private final String queue;
    private final Crew crew;
    private final ScheduledExecutorService timer;

    ShiftCaller(WorkflowClient client, String queue, Crew crew, ScheduledExecutorService timer) {
        this.timer = timer;
        this.client = client;
        this.queue = queue;
        this.crew = crew;
    }

    /** Starts workflows until there are no more numbers. */
    void run(Numbers numbers) {
        for (int number; (number = numbers.take()) >= 0; ) {
            Plan plan = Plan.of(Kind.WORKFLOW, number);
            // Of a workflow that does not run to its end no other call is made.
            boolean ends = !plan.is(Fault.REFUSE) && !plan.is(Fault.CANCEL);
            Map<Integer, Kind> more = new TreeMap<>();
            for (int each : ends ? numbers.take(KINDS.size()) : List.<Integer>of()) {
                more.put(each, KINDS.get(more.size()));
            }
            run(number, plan, more);
        }
    }

    private void run(int number, Plan plan, Map<Integer, Kind> more) {
        int then = crew.disruption().now();
        ledger.sent(number, Kind.WORKFLOW);
        more.forEach(ledger::sent);
        Map<Integer, Outcome> outcomes = new TreeMap<>();
        try {
            Done done = run(stub(number), number, plan, more, outcomes);
            outcomes.put(number, Outcome.OK);
            outcomes.putAll(done.outcomes());
            done.effects().forEach(each -> ledger.mark(each, Ledger.Mark.EFFECT));
        } catch (TimeoutException lost) {
            outcomes.put(number, Outcome.NONE);
        } catch (RuntimeException failure) {
            outcomes.put(number, note(number, failure));
        }
        boolean disrupted = crew.disruption().since(then);
        outcomes.forEach((each, outcome) -> ledger.ended(each, outcome, disrupted));
    }

    private ShiftWorkflow stub(int number) {
        return client.newWorkflowStub(
                ShiftWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(queue)
                        .setWorkflowId("shift-" + number)
                        .setWorkflowTaskTimeout(Duration.ofSeconds(3))
                        .build());
    }

    private Done run(ShiftWorkflow stub, int number, Plan plan, Map<Integer, Kind> more, Map<Integer, Outcome> outcomes)
            throws TimeoutException {
        WorkflowStub workflow = WorkflowStub.fromTyped(stub);
        workflow.start(number, new Shift(of(Kind.ACTIVITY, more), of(Kind.LOCAL_ACTIVITY, more)));
        if (plan.is(Fault.CANCEL)) {
            workflow.cancel();
        }
        more.forEach((each, kind) -> {
            switch (kind) {
                case SIGNAL ->
                    outcomes.put(each, call(each, () -> {
                        stub.signal(each);
                        return each;
                    }));
                case QUERY -> outcomes.put(each, call(each, () -> stub.query(each)));
                case UPDATE -> outcomes.put(each, call(each, () -> stub.update(each)));
                default -> {} // The workflow makes it.
            }
        });
        if (!plan.is(Fault.REFUSE) && !plan.is(Fault.CANCEL)) {
            stub.signal(ShiftWorkflow.OVER);
        }
        return workflow.getResult(PATIENCE_SECONDS, TimeUnit.SECONDS, Done.class);
    }

    private static List<Integer> of(Kind kind, Map<Integer, Kind> kinds) {
        return kinds.keySet().stream().filter(each -> kinds.get(each) == kind).toList();
    }

    /** Not for ever, because the server may never again think of an update that has met a dying worker. */
    private Outcome call(int number, Callable<Integer> call) {
        try (Context.CancellableContext limited =
                Context.current().withDeadlineAfter(CALL_SECONDS, TimeUnit.SECONDS, timer)) {
            return Outcome.of(number, limited.call(call), null);
        } catch (Exception failure) {
            return note(number, failure);
        }
    }

    private Outcome note(int number, Exception failure) {
        Outcome outcome = Outcome.of(failure);
        if (outcome == Outcome.BROKEN) {
            String cause = failure.getCause() == null ? "" : ", for " + failure.getCause();
            System.out.println(
                    "call %d, a %s to %s: %s%s".formatted(number, ledger.kind(number), queue, failure, cause));
        }
        return outcome;
    }
}
