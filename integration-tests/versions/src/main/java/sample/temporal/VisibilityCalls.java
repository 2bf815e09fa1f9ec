package sample.temporal;

import io.temporal.client.WorkflowClient;
import sample.Journal;

/** Questions about many workflows. */
final class VisibilityCalls {
    private final WorkflowClient client;

    VisibilityCalls(WorkflowClient client) {
        this.client = client;
    }

    void make() {
        Journal.call(
                "client listWorkflowExecutions", () -> client.listExecutions("").count());
        Journal.call("client countWorkflows", () -> client.countWorkflows(""));
        Journal.call("client fetchHistory", () -> client.fetchHistory("none"));
        Journal.call("client streamHistory", () -> client.streamHistory("none").count());
    }
}
