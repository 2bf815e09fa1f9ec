package dev.heddle.extension.calltree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {
    @ParameterizedTest
    @CsvSource({
        "CLIENT, getResult, true",
        "WORKFLOW_INBOUND, execute, true",
        "WORKFLOW_INBOUND, newWorkflowMethodThread, false",
        "WORKFLOW_OUTBOUND, getVersion, true",
        "WORKFLOW_OUTBOUND, newTimer, true",
        "WORKFLOW_OUTBOUND, somethingNew, true",
        "WORKFLOW_OUTBOUND, currentTimeMillis, false",
        "WORKFLOW_OUTBOUND, getMetricsScope, false",
        "WORKFLOW_OUTBOUND, registerUpdateHandlers, false",
        "ACTIVITY_OUTBOUND, heartbeat, true",
        "ACTIVITY_OUTBOUND, getInfo, false",
        "ACTIVITY_OUTBOUND, isDoNotCompleteOnReturn, false",
        "NEXUS_OUTBOUND, getWorkflowClient, false",
        "GRPC_CLIENT, orders.Front/Place, true",
        "GRPC_CLIENT, temporal.api.workflowservice.v1.WorkflowService/PollWorkflowTaskQueue, false",
        "GRPC_SERVER, grpc.health.v1.Health/Check, false"
    })
    void bookkeepingIsLeftOut(Category category, String name, boolean wanted) {
        assertThat(new Wanted(List.of()).test(Operation.of(category, name, true)))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT, start, true",
        "CLIENT, signal, true",
        "WORKFLOW_OUTBOUND, executeActivity, true",
        "WORKFLOW_OUTBOUND, sleep, false",
        "WORKFLOW_OUTBOUND, currentTimeMillis, true",
        "WORKFLOW_INBOUND, handleSignal, true",
        "ACTIVITY_INBOUND, execute, false",
        "GRPC_CLIENT, orders.Front/Place, true",
        "GRPC_CLIENT, temporal.api.workflowservice.v1.WorkflowService/PollWorkflowTaskQueue, false",
        "GRPC_CLIENT, grpc.health.v1.Health/Check, true"
    })
    void whatIsNamedIsShown(Category category, String name, boolean wanted) {
        List<String> named = List.of(
                "client",
                "grpc client",
                "grpc.health.v1.Health/Check",
                "workflow outbound executeActivity",
                "handleSignal",
                "currentTimeMillis");
        assertThat(new Wanted(named).test(Operation.of(category, name, true))).isEqualTo(wanted);
    }
}
