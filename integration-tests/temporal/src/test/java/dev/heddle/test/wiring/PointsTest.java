package dev.heddle.test.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.bootstrap.Hook;
import dev.heddle.agent.bootstrap.HookPrinter;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.InProcessAgent;
import io.grpc.ManagedChannelBuilder;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.GlobalDataConverter;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import io.temporal.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each point is known by its name, from the woven class to the handler, whatever owner and value look like. */
class PointsTest {
    /** An application under the agent that prints the points it comes by. */
    public static final class Printing {
        private Printing() {}

        public static void main(String[] arguments) {
            HookPrinter.install();
            Making.main(arguments);
        }
    }

    private static List<String> pointsOf(String kind) {
        return new ForkedJvm()
                .agent("")
                .run(Printing.class.getName(), kind)
                .expectSuccess()
                .lines()
                .filter(line -> line.startsWith("point temporal/") || kind.matches("channel|server"))
                .filter(line -> line.startsWith("point "))
                .distinct()
                .toList();
    }

    @Test
    void aClientsChainIsExtendedBetweenItsMakersBeginAndEnd() {
        assertThat(pointsOf("workflow-client"))
                .containsExactly(
                        "point temporal/run/newServiceStubs in WorkflowServiceStubs of Object[]",
                        "point temporal/plugins/stubs in WorkflowServiceStubs of WorkflowServiceStubsOptions",
                        "point temporal/configure/service-stubs in WorkflowServiceStubsImpl of Builder",
                        "point temporal/begin/workflow-client in WorkflowClient of nothing",
                        "point temporal/plugins/client in WorkflowClientInternalImpl of WorkflowServiceStubsOptions",
                        "point temporal/plugins/client in WorkflowClientInternalImpl of WorkflowClientOptions",
                        "point temporal/configure/client in WorkflowClientInternalImpl of Builder",
                        "point temporal/workflow-client in WorkflowClientInternalImpl of WorkflowClientOptions",
                        "point temporal/converter in WorkflowClientDataConverterFactory of WorkflowClientOptions",
                        "point temporal/converter in WorkflowClientInternalImpl of WorkflowClientOptions",
                        "point temporal/made/workflow-client in WorkflowClient of nothing");
        assertThat(pointsOf("nexus-client"))
                .contains("point temporal/nexus-client in NexusClientImpl of NexusClientResolvedOptions");
        assertThat(pointsOf("activity-client"))
                .contains("point temporal/activity-client in ActivityClientImpl of ActivityClientOptions");
        assertThat(pointsOf("schedule-client"))
                .contains(
                        "point temporal/schedule-client in ScheduleClientImpl of ScheduleClientOptions",
                        "point temporal/schedule-calls in ScheduleClientImpl of ScheduleClientImpl");
    }

    @Test
    void aWorkersHandlersReadAfterIt() {
        assertThat(pointsOf("worker"))
                .containsSubsequence(
                        "point temporal/begin/worker in WorkerFactory of WorkerFactory",
                        "point temporal/converter in Worker of WorkflowClientOptions",
                        "point temporal/worker in Worker of WorkerFactoryOptions",
                        "point temporal/activity-handler in SyncActivityWorker of SingleWorkerOptions",
                        "point temporal/nexus-handler in SyncNexusWorker of SingleWorkerOptions",
                        "point temporal/workflow-handler in SyncWorkflowWorker of SingleWorkerOptions",
                        "point temporal/made/worker in WorkerFactory of WorkerFactory");
    }

    /** Without these a plugin would not be asked. */
    @Test
    void whatPluginsConfigureComesByOnce() {
        assertThat(pointsOf("worker"))
                .containsSubsequence(
                        "point temporal/configure/worker-factory in WorkerFactory of Builder",
                        "point temporal/begin/worker in WorkerFactory of WorkerFactory",
                        "point temporal/configure/worker in Worker of Builder",
                        "point temporal/made/worker in WorkerFactory of WorkerFactory")
                .contains("point temporal/queue in WorkerFactory of WorkerFactory");
        assertThat(pointsOf("schedule-client"))
                .contains("point temporal/configure/client in ScheduleClientImpl of nothing");
        assertThat(pointsOf("activity-client"))
                .contains("point temporal/configure/client in ActivityClientImpl of nothing");
        assertThat(pointsOf("nexus-client")).contains("point temporal/configure/client in NexusClientImpl of nothing");
    }

    /** Without these nobody would know which code workflows may run. */
    @ParameterizedTest
    @ValueSource(strings = {"workflow-types", "workflow-types-with-options", "workflow-factory"})
    void workflowTypesAreToldOfHoweverTheyAreRegistered(String how) {
        assertThat(pointsOf(how)).contains("point temporal/workflow-types in Worker of Worker");
    }

    /** Without this nobody would see what a stuck thread does. */
    @Test
    void aDeadlockIsToldOfWhileItLasts() {
        assertThat(pointsOf("deadlock"))
                .containsExactly("point temporal/stuck in PotentialDeadlockException of PotentialDeadlockException");
    }

    /** Without these a drop-in would propagate nothing, and would not be asked about typed stubs. */
    @Test
    void whatDropInsBringIsReadByAllWhoReadTheApplications() {
        assertThat(pointsOf("worker"))
                .contains("point temporal/context-propagators in WorkerFactory of WorkflowClientOptions");
    }

    @Test
    void soAreChannelsAndServers() {
        assertThat(pointsOf("channel"))
                .containsExactly(
                        "point grpc/begin/channel in ManagedChannelImplBuilder of ManagedChannelImplBuilder",
                        "point grpc/channel in ManagedChannelImplBuilder of ManagedChannelImplBuilder",
                        "point grpc/made/channel in ManagedChannelImplBuilder of ManagedChannelImplBuilder");
        assertThat(pointsOf("server"))
                .containsExactly(
                        "point grpc/begin/server in ServerImplBuilder of ServerImplBuilder",
                        "point grpc/stream-tracers in ServerImplBuilder of ServerImplBuilder",
                        "point grpc/server in ServerImpl of ServerImpl",
                        "point grpc/made/server in ServerImplBuilder of ServerImplBuilder");
    }

    /** A builder of the application's own, in a package that looks like Temporal's, is still one of gRPC. */
    @Test
    void theOwnersClassSaysNothing() {
        InProcessAgent.install();
        List<?> extended =
                (List<?>) Hook.extend("grpc/channel", ManagedChannelBuilder.class, Workflow.class, List.of());
        assertThat(extended)
                .singleElement()
                .satisfies(adapter -> assertThat(adapter.getClass().getName()).endsWith(".ClientAdapter"));
    }

    /** The application's array may be of a narrower type than the interface. */
    @Test
    void aNarrowerArrayIsExtended() {
        InProcessAgent.install();
        class OfTheApplication extends WorkflowClientInterceptorBase {}
        OfTheApplication[] own = {new OfTheApplication()};
        WorkflowClientInterceptor[] extended = (WorkflowClientInterceptor[]) Hook.extend(
                "temporal/workflow-client", WorkflowOptions.class, WorkflowClientOptions.getDefaultInstance(), own);
        assertThat(extended).hasSize(2).startsWith(own);
        assertThat(own).hasSize(1);
    }

    @Test
    void aConverterIsLeftAsItIsWhereThereIsNoCodec() {
        InProcessAgent.install();
        DataConverter converter = GlobalDataConverter.get();
        assertThat(Hook.extend("temporal/converter", WorkflowOptions.class, null, converter))
                .isSameAs(converter);
    }

    @Test
    void anUnknownPointLeavesAllAsItIs() {
        InProcessAgent.install();
        Object value = new Object();
        assertThat(Hook.extend("temporal/nowhere", Workflow.class, null, value)).isSameAs(value);
    }
}
