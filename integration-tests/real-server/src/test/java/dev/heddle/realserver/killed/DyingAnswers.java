package dev.heddle.realserver.killed;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.ForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has the process die at the answer of a workflow task, the next after so many that the server has taken. Of a task that is lost the
 * server hears that at once, as it would find out by itself when the task's time is over.
 */
final class DyingAnswers implements ClientInterceptor {
    private static final String ANSWER = "RespondWorkflowTaskCompleted";

    private final Death death;
    private final AtomicInteger left;

    DyingAnswers(Death death, int survived) {
        this.death = death;
        this.left = new AtomicInteger(survived);
    }

    private boolean isTime(Death moment) {
        return death == moment && left.get() <= 0;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        ClientCall<Q, R> call = next.newCall(method, options);
        return ANSWER.equals(method.getBareMethodName()) ? new Answer<>(call, next) : call;
    }

    private static void lose(RespondWorkflowTaskCompletedRequest task, Channel server) {
        WorkflowServiceGrpc.newBlockingStub(server)
                .respondWorkflowTaskFailed(RespondWorkflowTaskFailedRequest.newBuilder()
                        .setNamespace(task.getNamespace())
                        .setTaskToken(task.getTaskToken())
                        .setCause(WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_RESET_STICKY_TASK_QUEUE)
                        .build());
        Death.die();
    }

    /** Begins when its message is there, so that until then nobody further in has heard of it. */
    private final class Answer<Q, R> extends ForwardingClientCall.SimpleForwardingClientCall<Q, R> {
        private final Channel server;
        private Listener<R> listener;
        private Metadata headers;
        private int requested;

        Answer(ClientCall<Q, R> call, Channel server) {
            super(call);
            this.server = server;
        }

        @Override
        public void start(Listener<R> responses, Metadata metadata) {
            listener = responses;
            headers = metadata;
        }

        @Override
        public void request(int messages) {
            if (listener == null) {
                super.request(messages);
            } else {
                requested += messages;
            }
        }

        @Override
        public void sendMessage(Q message) {
            if (isTime(Death.DONE)) {
                lose((RespondWorkflowTaskCompletedRequest) message, server);
            }
            super.start(new Taken<>(listener), headers);
            listener = null;
            super.request(requested);
            if (isTime(Death.ANSWERING)) {
                lose((RespondWorkflowTaskCompletedRequest) message, server);
            }
            super.sendMessage(message);
        }
    }

    private final class Taken<R> extends ForwardingClientCallListener.SimpleForwardingClientCallListener<R> {
        Taken(ClientCall.Listener<R> listener) {
            super(listener);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (status.isOk()) {
                if (isTime(Death.ANSWERED)) {
                    Death.die();
                }
                left.decrementAndGet();
            }
            super.onClose(status, trailers);
        }
    }
}
