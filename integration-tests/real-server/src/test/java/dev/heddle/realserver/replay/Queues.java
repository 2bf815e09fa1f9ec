package dev.heddle.realserver.replay;

import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.Set;
import java.util.TreeSet;

/** What a server knows of a task queue. */
final class Queues implements AutoCloseable {
    private final WorkflowServiceStubs service;
    private final String namespace;

    Queues(String address, String namespace) {
        this.namespace = namespace;
        service = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
    }

    /** Who has asked for tasks of it in the last minutes: processes and their hosts. */
    Set<String> pollers(String queue) {
        Set<String> pollers = new TreeSet<>();
        for (TaskQueueType type :
                new TaskQueueType[] {TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY}) {
            DescribeTaskQueueRequest request = DescribeTaskQueueRequest.newBuilder()
                    .setNamespace(namespace)
                    .setTaskQueue(TaskQueue.newBuilder().setName(queue))
                    .setTaskQueueType(type)
                    .build();
            for (PollerInfo poller :
                    service.blockingStub().describeTaskQueue(request).getPollersList()) {
                pollers.add(poller.getIdentity());
            }
        }
        return pollers;
    }

    /** How many workflows it has had; the server takes a moment to count the last. */
    long workflows(String queue, String status) {
        return service.blockingStub()
                .countWorkflowExecutions(CountWorkflowExecutionsRequest.newBuilder()
                        .setNamespace(namespace)
                        .setQuery("TaskQueue = '" + queue + "' AND ExecutionStatus = '" + status + "'")
                        .build())
                .getCount();
    }

    @Override
    public void close() {
        service.shutdownNow();
    }
}
