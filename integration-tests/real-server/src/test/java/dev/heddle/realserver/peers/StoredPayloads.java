package dev.heddle.realserver.peers;

import com.google.protobuf.Message;
import io.temporal.api.common.v1.Header;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.SearchAttributes;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.MarkerRecordedEventAttributes;
import io.temporal.api.query.v1.WorkflowQuery;
import io.temporal.api.workflowservice.v1.DescribeActivityExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeActivityExecutionResponse;
import io.temporal.api.workflowservice.v1.DescribeScheduleRequest;
import io.temporal.api.workflowservice.v1.DescribeScheduleResponse;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.QueryWorkflowRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What a server tells of workflows through its own API, as it has it. */
final class StoredPayloads implements AutoCloseable {
    private static final String NAMESPACE = "default";
    private static final Set<String> OF_LOCAL_ACTIVITY = Set.of("input", "result");

    private final WorkflowServiceStubs service;

    StoredPayloads(String address) {
        service = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
    }

    /** The history of the last run of a workflow, or of the one before that, of one that has continued as new. */
    History history(String workflow, String run) {
        return service.blockingStub()
                .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace(NAMESPACE)
                        .setExecution(WorkflowExecution.newBuilder()
                                .setWorkflowId(workflow)
                                .setRunId(run))
                        .build())
                .getHistory();
    }

    /** The run that the one of this history has continued. */
    static String runBefore(History history) {
        return history.getEvents(0).getWorkflowExecutionStartedEventAttributes().getContinuedExecutionRunId();
    }

    /** What a query answers that is asked with what has been found. */
    Message ask(String workflow, String query, Payloads arguments) {
        return service.blockingStub()
                .queryWorkflow(QueryWorkflowRequest.newBuilder()
                        .setNamespace(NAMESPACE)
                        .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflow))
                        .setQuery(WorkflowQuery.newBuilder().setQueryType(query).setQueryArgs(arguments))
                        .build());
    }

    /** What is known of a workflow beside its history: memo, summary, the heartbeats of its activities. */
    DescribeWorkflowExecutionResponse description(String workflow) {
        return service.blockingStub()
                .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                        .setNamespace(NAMESPACE)
                        .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflow))
                        .build());
    }

    /** What a schedule has, and starts. */
    DescribeScheduleResponse schedule(String id) {
        return service.blockingStub()
                .describeSchedule(DescribeScheduleRequest.newBuilder()
                        .setNamespace(NAMESPACE)
                        .setScheduleId(id)
                        .build());
    }

    /** An activity that belongs to no workflow. */
    DescribeActivityExecutionResponse activity(String id) {
        return service.blockingStub()
                .describeActivityExecution(DescribeActivityExecutionRequest.newBuilder()
                        .setNamespace(NAMESPACE)
                        .setActivityId(id)
                        .setIncludeInput(true)
                        .setIncludeOutcome(true)
                        .build());
    }

    /** All payloads of an event that are the application's: not those of headers, nor what SDKs note for themselves in markers. */
    static List<Payload> in(HistoryEvent event) {
        if (!event.hasMarkerRecordedEventAttributes()) {
            return in((Message) event);
        }
        MarkerRecordedEventAttributes marker = event.getMarkerRecordedEventAttributes();
        boolean effect = marker.getMarkerName().equals("SideEffect");
        return marker.getDetailsMap().entrySet().stream()
                .filter(each -> effect ? each.getKey().equals("data") : OF_LOCAL_ACTIVITY.contains(each.getKey()))
                .flatMap(each -> each.getValue().getPayloadsList().stream())
                .toList();
    }

    /** All payloads of a message but those of headers, and of search attributes, which the server reads. */
    static List<Payload> in(Message message) {
        List<Payload> found = new ArrayList<>();
        collect(message, found);
        return found;
    }

    private static void collect(Object value, List<Payload> found) {
        if (value instanceof Payload payload) {
            found.add(payload);
        } else if (value instanceof Collection<?> values) {
            values.forEach(each -> collect(each, found));
        } else if (value instanceof Message message
                && !(message instanceof Header || message instanceof SearchAttributes)) {
            message.getAllFields().values().forEach(each -> collect(each, found));
        }
    }

    @Override
    public void close() {
        service.shutdownNow();
    }
}
