package orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.workflowservice.v1.ListClosedWorkflowExecutionsRequest;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The scenario, played once against a server in this process. */
class OrderApplicationTest {
    private static final TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build());

    private static final String EXPECTED = """
            order-1001
              pieces               12
              quote                EUR 112.50
              status when quoted   AWAITING_APPROVAL
              refused address      An address needs a street and a town
              accepted address     12 Weaver Lane, Bolton
              status at the end    SHIPPED
              paid                 EUR 112.50
              payment              card-order-1001 at attempt 2
              sent to              12 Weaver Lane, Bolton
              tracking             van-order-1001
              notes                Ring twice
              points earned        112
            order-1002
              pieces               1
              quote                EUR 314.10
              status when quoted   AWAITING_APPROVAL
              failure              CanceledFailure
              status at the end    CANCELLED
            order-1003
              refused              FAILED_PRECONDITION, The basket is empty
            ledger-alice
              points               232
              left after redeeming 82
              pages                2
            """;

    private static List<String> report;

    @BeforeAll
    static void playScenario() throws IOException {
        FraudEndpoint.create(environment.getOperatorServiceStubs(), environment.getNamespace());
        OrderApplication.register(environment.newWorker(OrderApplication.TASK_QUEUE), environment.getWorkflowClient());
        environment.start();
        try (OrderFront front = OrderFront.open(environment.getWorkflowClient(), 0);
                FrontClient client = new FrontClient(front.address())) {
            report = new OrderScenario(client, environment.getWorkflowClient()).run();
        }
    }

    @AfterAll
    static void close() {
        environment.close();
    }

    @Test
    void theScenarioGivesTheExpectedReport() {
        assertThat(report).containsExactlyElementsOf(EXPECTED.lines().toList());
    }

    @Test
    void everyHistoryReplays() throws Exception {
        List<WorkflowExecutionHistory> histories = histories();
        assertThat(histories)
                .extracting(history -> history.getWorkflowExecution().getWorkflowId())
                .containsExactlyInAnyOrder(
                        "order-1001",
                        "order-1002",
                        "shipping-order-1001",
                        "fraud-review-order-1001",
                        "ledger-alice",
                        "ledger-alice");

        try (TestWorkflowEnvironment replay = TestWorkflowEnvironment.newInstance()) {
            var worker = replay.newWorker("replay");
            worker.registerWorkflowImplementationTypes(OrderApplication.workflows());
            WorkflowReplayer.replayWorkflowExecutions(histories, true, worker);
        }
    }

    private static List<WorkflowExecutionHistory> histories() {
        return environment
                .getWorkflowServiceStubs()
                .blockingStub()
                .listClosedWorkflowExecutions(ListClosedWorkflowExecutionsRequest.newBuilder()
                        .setNamespace(environment.getNamespace())
                        .build())
                .getExecutionsList()
                .stream()
                .map(closed -> closed.getExecution())
                .map(run -> environment.getWorkflowClient().fetchHistory(run.getWorkflowId(), run.getRunId()))
                .toList();
    }
}
