package dev.heddle.agent.replay;

import static dev.heddle.agent.replay.ServerCalls.Fate.ANSWER;
import static dev.heddle.agent.replay.ServerCalls.Fate.HOLD;
import static dev.heddle.agent.replay.ServerCalls.Fate.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** No call to Temporal leaves the JVM, but for what reads histories. */
class ServerCallsTest {
    private static final String WORKFLOWS = "temporal.api.workflowservice.v1.WorkflowService/";

    private final ServerCalls calls = new ServerCalls();

    @Test
    void nothingOfTheApplicationsIsSent() {
        for (String method : new String[] {
            WORKFLOWS + "GetSystemInfo",
            WORKFLOWS + "StartWorkflowExecution",
            WORKFLOWS + "NobodyKnowsYet",
            "temporal.api.operatorservice.v1.OperatorService/AddSearchAttributes",
            "temporal.api.cloud.cloudservice.v1.CloudService/GetUsers",
            "grpc.health.v1.Health/Check"
        }) {
            assertThat(calls.fate(method)).as(method).isEqualTo(ANSWER);
        }
        for (String method : new String[] {
            WORKFLOWS + "PollWorkflowTaskQueue",
            WORKFLOWS + "PollNexusTaskQueue",
            WORKFLOWS + "GetWorkflowExecutionHistory",
            "grpc.health.v1.Health/Watch"
        }) {
            assertThat(calls.fate(method)).as(method).isEqualTo(HOLD);
        }
        assertThat(calls.fate("orders.Front/Place")).isEqualTo(SEND);
    }

    @Test
    void onceAWorkerPollsTheStartNeedGoNoFurther() {
        calls.fate(WORKFLOWS + "StartWorkflowExecution");
        calls.fate(WORKFLOWS + "PollActivityTaskQueue");
        assertThat(calls.fate(WORKFLOWS + "StartWorkflowExecution")).isEqualTo(HOLD);
        assertThat(calls.fate(WORKFLOWS + "GetSystemInfo")).isEqualTo(ANSWER);
        assertThat(calls.notSent()).isEqualTo(Map.of("StartWorkflowExecution", 2));
    }

    @Test
    void whatReadsForTheReplayPassesAndNothingElseOfItsThread() throws Exception {
        calls.fate(WORKFLOWS + "PollWorkflowTaskQueue");
        assertThat(calls.<Boolean>reading(() -> calls.fate(WORKFLOWS + "GetWorkflowExecutionHistory") == SEND
                        && calls.fate(WORKFLOWS + "ListWorkflowExecutions") == SEND
                        && calls.fate(WORKFLOWS + "PollWorkflowTaskQueue") == HOLD
                        && calls.fate(WORKFLOWS + "SignalWorkflowExecution") == HOLD))
                .isTrue();
        assertThat(calls.fate(WORKFLOWS + "GetWorkflowExecutionHistory")).isEqualTo(HOLD);
    }

    @Test
    void itIsSeenWhichWayACallGoes() {
        assertThat(calls.seenOf(() -> calls.fate(WORKFLOWS + "DescribeNamespace")))
                .isTrue();
        assertThat(calls.seenOf(() -> {})).isFalse();
    }
}
