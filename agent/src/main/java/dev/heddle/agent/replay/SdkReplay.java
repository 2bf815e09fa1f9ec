package dev.heddle.agent.replay;

import java.util.List;

/** What a replay wants of the SDK of an application, whose objects nobody else here knows by their types. Thread-safe. */
public interface SdkReplay {
    /** Whether the application has started a factory of workers; waits while it does. */
    boolean isStarted(Object factory);

    /** Has the client of a factory ask its server for something harmless, to see which way that goes. */
    void askServer(Object factory);

    /** The task queue of a worker. */
    String taskQueue(Object worker);

    /**
     * Reads a history in one of the forms in which the command line, the UI and the SDKs write it.
     *
     * @throws Exception if it is none
     */
    History read(String place, String json) throws Exception;

    /** A history as JSON, which {@link #read} reads again. */
    String json(History history) throws Exception;

    /** Replays a history by a worker. Whatever keeps it from being replayed is thrown. */
    void replay(Object worker, History history) throws Throwable;

    /**
     * The histories that a server has.
     *
     * @param factory whose connection and namespace are used where the plan has no others
     * @throws Exception if it cannot be reached, or has no such namespace
     */
    ServerHistories histories(Object factory, String address, String namespace) throws Exception;

    /** The histories on a server; {@link ServerCalls} lets pass what it asks. */
    interface ServerHistories {
        /** The executions that a query finds, at most so many. */
        List<Execution> find(String query, int limit) throws Exception;

        /** All events of an execution; of the workflow's latest run if it names none. */
        History read(Execution execution) throws Exception;
    }

    /**
     * An execution on a server.
     *
     * @param runId {@code null} or empty for the latest
     */
    record Execution(String workflowId, String runId) {
        @Override
        public String toString() {
            return runId == null || runId.isEmpty() ? workflowId : workflowId + " " + runId;
        }
    }
}
