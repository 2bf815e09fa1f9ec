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

    WorkflowCalls(WorkflowClient client, Names names) {
        this.client = client;
        this.names = names;
    }

    void make() throws Exception {
        runErrands();
        startAndCancel();
        startAndTerminate();
    }

    private void runErrands() throws Exception {
        WorkflowStub errands = stub("Errands", "errands");
        Journal.step("client start", () -> errands.start(true));
        CompletionCalls.make(client);
        if (!ErrandsImpl.AGAIN.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the workflow does not continue");
        }
        WorkflowStub again = stub("errands");
        Journal.step("client signal", () -> again.signal("tell", "news"));
        Journal.step("client query", () -> again.query("told", String.class));
        Journal.call("client describe", () -> again.describe());
        Journal.step(
                "client signalWithStart",
                () -> stub("Errands", "errands").signalWithStart("tell", new Object[] {"end"}, new Object[] {false}));
        Journal.step("client getResult", () -> again.getResult(30, TimeUnit.SECONDS, String.class));
        Journal.step(
                "client getResultAsync",
                () -> stub("errands").getResultAsync(String.class).get(30, TimeUnit.SECONDS));
    }

    private void startAndCancel() throws Exception {
        WorkflowStub other = stub("Other", "cancelled");
        Journal.step("client start", () -> other.start());
        Journal.step("client cancel", () -> other.cancel());
        Journal.call("client getResult", () -> other.getResult(30, TimeUnit.SECONDS, String.class));
    }

    private void startAndTerminate() throws Exception {
        WorkflowStub other = stub("Other", "terminated");
        Journal.step("client start", () -> other.start());
        Journal.step("client signal", () -> other.signal("greet", "hello"));
        // Errands has greeted another.
        if (!OtherImpl.GREETED.tryAcquire(2, 30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the workflow is not greeted");
        }
        Journal.step("client terminate", () -> other.terminate("enough"));
    }

    private WorkflowStub stub(String type, String name) {
        return client.newUntypedWorkflowStub(type, names.options(name).build());
    }

    @SuppressWarnings("deprecation") // What every version has.
    private WorkflowStub stub(String name) {
        return client.newUntypedWorkflowStub(names.workflow(name), Optional.empty(), Optional.empty());
    }
}
