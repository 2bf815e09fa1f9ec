package sample.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import sample.Journal;

/** What a workflow client does with workflows. */
final class WorkflowCalls {
    private final WorkflowClient client;
    private final Names names;
    private final CompletionCalls completion;
    private final WorkflowStub errands;
    private final WorkflowStub again;
    private final WorkflowStub withSignal;
    private final WorkflowStub cancelled;
    private final WorkflowStub terminated;

    WorkflowCalls(WorkflowClient client, Names names) {
        this.client = client;
        this.names = names;
        this.completion = new CompletionCalls(client);
        this.errands = stub("Errands", "errands");
        this.again = stub("errands");
        this.withSignal = stub("Errands", "errands");
        this.cancelled = stub("Other", "cancelled");
        this.terminated = stub("Other", "terminated");
    }

    void make() throws Exception {
        runErrands();
        startAndCancel();
        startAndTerminate();
    }

    private void runErrands() throws Exception {
        Journal.step("client start", () -> errands.start(true));
        completion.make();
        if (!ErrandsImpl.AGAIN.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the workflow does not continue");
        }
        Journal.step("client signal", () -> again.signal("tell", "news"));
        Journal.step("client query", () -> again.query("told", String.class));
        Journal.call("client describe", () -> again.describe());
        Journal.step(
                "client signalWithStart",
                () -> withSignal.signalWithStart("tell", new Object[] {"end"}, new Object[] {false}));
        Journal.step("client getResult", () -> again.getResult(30, TimeUnit.SECONDS, String.class));
        Journal.step(
                "client getResultAsync",
                () -> stub("errands").getResultAsync(String.class).get(30, TimeUnit.SECONDS));
    }

    private void startAndCancel() throws Exception {
        Journal.step("client start", () -> cancelled.start());
        Journal.step("client cancel", () -> cancelled.cancel());
        Journal.call("client getResult", () -> cancelled.getResult(30, TimeUnit.SECONDS, String.class));
    }

    private void startAndTerminate() throws Exception {
        Journal.step("client start", () -> terminated.start());
        Journal.step("client signal", () -> terminated.signal("greet", "hello"));
        // Errands has greeted anterminated.
        if (!OtherImpl.GREETED.tryAcquire(2, 30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the workflow is not greeted");
        }
        Journal.step("client terminate", () -> terminated.terminate("enough"));
    }

    private WorkflowStub stub(String type, String name) {
        return client.newUntypedWorkflowStub(type, names.options(name).build());
    }

    @SuppressWarnings("deprecation") // What every version has.
    private WorkflowStub stub(String name) {
        return client.newUntypedWorkflowStub(names.workflow(name), Optional.empty(), Optional.empty());
    }
}
