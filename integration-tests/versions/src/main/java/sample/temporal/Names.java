package sample.temporal;

import io.temporal.client.WorkflowOptions;

/** What the application calls its things: everything after its task queue, so that a server may serve others too. */
record Names(String queue) {
    /** The workflow's ID. */
    String workflow(String name) {
        return queue + '-' + name;
    }

    /** Options of a workflow to start. */
    WorkflowOptions.Builder options(String name) {
        return WorkflowOptions.newBuilder().setTaskQueue(queue).setWorkflowId(workflow(name));
    }
}
