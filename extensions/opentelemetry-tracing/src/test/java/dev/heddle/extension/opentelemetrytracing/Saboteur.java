package dev.heddle.extension.opentelemetrytracing;

import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * Loses what workers say they have done in a workflow task. Then the server hears that the task has failed, as it would
 * find out by itself when the task's time is over, and has it done again. Tasks that answer updates are left alone: the
 * server in memory loses an update with its task, and its caller would wait for ever.
 */
final class Saboteur implements ClientInterceptor {
    private final IntPredicate loses;
    private final AtomicInteger tasks = new AtomicInteger();

    /**
     * A new one.
     *
     * @param loses which tasks, counted from 1
     */
    Saboteur(IntPredicate loses) {
        this.loses = loses;
    }

    /** How many tasks have been done that may be lost, lost ones included. */
    int tasks() {
        return tasks.get();
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        return new ForwardingClientCall.SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void sendMessage(Q message) {
                if (message instanceof RespondWorkflowTaskCompletedRequest done
                        && done.getMessagesCount() == 0
                        && loses.test(tasks.incrementAndGet())) {
                    fail(next, done.getNamespace(), done.getTaskToken());
                    throw Status.INVALID_ARGUMENT.withDescription("lost").asRuntimeException();
                }
                super.sendMessage(message);
            }
        };
    }

    private static void fail(Channel server, String namespace, ByteString task) {
        WorkflowServiceGrpc.newBlockingStub(server)
                .respondWorkflowTaskFailed(RespondWorkflowTaskFailedRequest.newBuilder()
                        .setNamespace(namespace)
                        .setTaskToken(task)
                        .setCause(WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_RESET_STICKY_TASK_QUEUE)
                        .build());
    }
}
