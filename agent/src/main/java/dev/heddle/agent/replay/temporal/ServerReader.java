package dev.heddle.agent.replay.temporal;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.heddle.agent.replay.History;
import dev.heddle.agent.replay.SdkReplay.Execution;
import dev.heddle.agent.replay.SdkReplay.ServerHistories;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.ArrayList;
import java.util.List;

/** Reads histories of one namespace of a server. */
final class ServerReader implements ServerHistories {
    private static final int PAGE = 1000;

    /** What gRPC says of a message that is larger than a channel takes; also RESOURCE_EXHAUSTED is who asks too often. */
    private static final String TOO_LARGE = "exceeds maximum size";

    private static final int FEWER = 64;

    private final WorkflowServiceStubs stubs;
    private final String namespace;

    ServerReader(WorkflowServiceStubs stubs, String namespace) {
        this.stubs = stubs;
        this.namespace = namespace;
    }

    /** Asks what changes nothing. */
    void ask() {
        ServiceStubs.blocking(stubs)
                .describeNamespace(DescribeNamespaceRequest.newBuilder()
                        .setNamespace(namespace)
                        .build());
    }

    @Override
    public List<Execution> find(String query, int limit) {
        List<Execution> found = new ArrayList<>();
        ByteString token = ByteString.EMPTY;
        do {
            ListWorkflowExecutionsResponse page = ServiceStubs.blocking(stubs)
                    .listWorkflowExecutions(ListWorkflowExecutionsRequest.newBuilder()
                            .setNamespace(namespace)
                            .setQuery(query)
                            .setPageSize(Math.min(PAGE, limit - found.size()))
                            .setNextPageToken(token)
                            .build());
            for (WorkflowExecutionInfo each : page.getExecutionsList()) {
                if (found.size() < limit) {
                    WorkflowExecution execution = each.getExecution();
                    found.add(new Execution(execution.getWorkflowId(), execution.getRunId()));
                }
            }
            token = page.getNextPageToken();
        } while (!token.isEmpty() && found.size() < limit);
        return found;
    }

    @Override
    public History read(Execution execution) throws InvalidProtocolBufferException {
        WorkflowExecution.Builder named = WorkflowExecution.newBuilder().setWorkflowId(execution.workflowId());
        if (execution.runId() != null) {
            named.setRunId(execution.runId());
        }
        io.temporal.api.history.v1.History.Builder history = io.temporal.api.history.v1.History.newBuilder();
        GetWorkflowExecutionHistoryRequest.Builder next = GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(namespace)
                .setExecution(named);
        do {
            GetWorkflowExecutionHistoryResponse page = page(next);
            history.addAllEvents(page.getHistory().getEventsList());
            next.setNextPageToken(page.getNextPageToken());
        } while (!next.getNextPageToken().isEmpty());
        return HistoryReader.of(execution.toString(), execution.workflowId(), history.build());
    }

    /** As many events as the server likes, or fewer, from then on, where these are more than the connection takes at once. */
    private GetWorkflowExecutionHistoryResponse page(GetWorkflowExecutionHistoryRequest.Builder next) {
        while (true) {
            try {
                return ServiceStubs.blocking(stubs).getWorkflowExecutionHistory(next.build());
            } catch (RuntimeException failure) {
                int most = next.getMaximumPageSize();
                if (most == 1 || !String.valueOf(failure.getMessage()).contains(TOO_LARGE)) {
                    throw failure;
                }
                next.setMaximumPageSize(most == 0 ? FEWER : most / 4);
            }
        }
    }
}
