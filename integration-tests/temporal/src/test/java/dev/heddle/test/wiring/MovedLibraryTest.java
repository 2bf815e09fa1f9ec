package dev.heddle.test.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.harness.ExtensionJarBuilder;
import io.grpc.ServerInterceptor;
import io.temporal.workflow.Workflow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version of a library that builds its chains where Heddle does not look is noticed when something is made of it. */
class MovedLibraryTest {
    private static final String CLIENT = "io.temporal.client.";
    private static final String WORKER = "io.temporal.internal.worker.";
    private static final String GRPC = "io.grpc.internal.";

    @TempDir
    Path folder;

    private MovedLibrary library;

    @BeforeEach
    void begin() {
        library = new MovedLibrary(folder.resolve("moved"));
    }

    private List<String> run(Class<? extends Extension> extension, String... kinds) {
        return run("", extension, kinds);
    }

    private List<String> run(String required, Class<? extends Extension> extension, String... kinds) {
        Path jar = new ExtensionJarBuilder().provider(extension).write(folder.resolve("wanting.jar"));
        return library.jvm()
                .agent("extensions=" + jar)
                .option("-Dheddle.required=" + required)
                .run(Making.class.getName(), kinds)
                .expectSuccess()
                .lines()
                .filter(line -> line.startsWith("application: ") || line.contains("ERROR heddle - "))
                .map(line -> line.replaceFirst(".*ERROR heddle - ", ""))
                .toList();
    }

    private static String missed(String kind, String version) {
        return "the calls of a " + kind + " are not intercepted, although extensions want them: " + version
                + " builds its chain where Heddle does not look; use another version of that library or of Heddle";
    }

    private static String ofTemporal(String kind) {
        return missed(kind, "temporal-sdk " + Workflow.class.getPackage().getImplementationVersion());
    }

    private static String ofGrpc(String kind) {
        return missed(kind, "grpc-java " + ServerInterceptor.class.getPackage().getImplementationVersion());
    }

    private void moveNexusClient() {
        library.rename(
                "getInterceptors",
                "getIntercept0rs",
                CLIENT + "NexusClientImpl",
                "io.temporal.internal.client.NexusClientResolvedOptions");
    }

    @Test
    void oneLineTellsOfAllThatIsMadeOfAKind() {
        moveNexusClient();
        assertThat(run(Wanting.Everything.class, "nexus-client", "activity-client"))
                .containsExactly(
                        ofTemporal("nexus client"),
                        "application: made nexus-client",
                        "application: made nexus-client",
                        "application: made activity-client",
                        "application: made activity-client");
    }

    @Test
    void nobodyIsToldWhoWantsNoneOfTheCalls() {
        moveNexusClient();
        assertThat(run(Wanting.Activities.class, "nexus-client"))
                .containsExactly("application: made nexus-client", "application: made nexus-client");
    }

    @Test
    void whatAGuardWantsIsNotMade() {
        moveNexusClient();
        String refused = "application: no nexus-client, extension wanting guards what is made here: "
                + ofTemporal("nexus client");
        assertThat(run(Wanting.Guard.class, "nexus-client"))
                .containsExactly(ofTemporal("nexus client"), refused, refused);
    }

    /** An operator's word makes a guard of it here, though it would let calls pass if it failed. */
    @Test
    void whatARequiredExtensionWantsIsNotMade() {
        moveNexusClient();
        library.rename("interceptors", "intercept0rs", GRPC + "ServerImpl", GRPC + "ServerImplBuilder");
        String refused = "application: no %s, extension wanting guards what is made here: %s";
        assertThat(run("wanting", Wanting.Everything.class, "nexus-client", "server"))
                .contains(
                        refused.formatted("nexus-client", ofTemporal("nexus client")),
                        refused.formatted("server", ofGrpc("gRPC server")));
    }

    @Test
    void anImplementationOfAnotherNameIsNoticedToo() {
        library.rename("NexusClientImpl", "NexusClientImp1", CLIENT + "NexusClientImpl", CLIENT + "NexusClient");
        assertThat(run(Wanting.Everything.class, "nexus-client")).contains(ofTemporal("nexus client"));
    }

    @Test
    void everyKindOfClientIsWatched() {
        library.rename("getInterceptors", "getIntercept0rs", CLIENT + "WorkflowClientInternalImpl")
                .rename("getInterceptors", "getIntercept0rs", CLIENT + "WorkflowClientOptions")
                .rename("getInterceptors", "getIntercept0rs", CLIENT + "ActivityClientImpl")
                .rename("getInterceptors", "getIntercept0rs", CLIENT + "ActivityClientOptions")
                .rename("getInterceptors", "getIntercept0rs", CLIENT + "schedules.ScheduleClientImpl")
                .rename(
                        "scheduleClientCallsInvoker",
                        "scheduleClientCallsInv0ker",
                        CLIENT + "schedules.ScheduleClientImpl")
                .rename("getInterceptors", "getIntercept0rs", CLIENT + "schedules.ScheduleClientOptions");
        assertThat(run(Wanting.Everything.class, "workflow-client", "activity-client", "schedule-client"))
                .contains(ofTemporal("workflow client"), ofTemporal("activity client"), ofTemporal("schedule client"));
    }

    /** Its handlers read what it has read. */
    @Test
    void aWorkerThatDoesNotReadIsInterceptedInItsHandlers() {
        library.rename(
                "getWorkerInterceptors",
                "getWorkerIntercept0rs",
                "io.temporal.worker.Worker",
                "io.temporal.worker.WorkerFactoryOptions");
        assertThat(run(Wanting.Everything.class, "worker"))
                .containsExactly("application: made worker", "application: made worker");
    }

    @Test
    void aWorkerOfWhichNothingIsInterceptedIsNoticed() {
        library.rename(
                "getWorkerInterceptors",
                "getWorkerIntercept0rs",
                "io.temporal.worker.Worker",
                "io.temporal.worker.WorkerFactoryOptions",
                WORKER + "SingleWorkerOptions",
                WORKER + "SingleWorkerOptions$Builder",
                WORKER + "SyncWorkflowWorker",
                WORKER + "SyncActivityWorker",
                WORKER + "SyncNexusWorker");
        assertThat(run(Wanting.Everything.class, "worker"))
                .contains(ofTemporal("worker"))
                .filteredOn(line -> line.contains("does not look as expected"))
                .hasSize(3);
    }

    /** A worker reads, and one of its handlers does not. */
    @Test
    void aHandlerThatDoesNotReadIsNoticed() {
        library.rename("getWorkerInterceptors", "getWorkerIntercept0rs", WORKER + "SyncNexusWorker")
                .rename("getWorkerInterceptors", "getWorkerIntercept0rs", WORKER + "SingleWorkerOptions")
                .rename("getWorkerInterceptors", "getWorkerIntercept0rs", WORKER + "SingleWorkerOptions$Builder")
                .rename("getWorkerInterceptors", "getWorkerIntercept0rs", WORKER + "SyncWorkflowWorker")
                .rename("getWorkerInterceptors", "getWorkerIntercept0rs", WORKER + "SyncActivityWorker");
        assertThat(run(Wanting.Everything.class, "worker"))
                .filteredOn(line -> line.contains(WORKER + "SyncNexusWorker"))
                .singleElement()
                .asString()
                .contains("does not look as expected, so calls through it are not intercepted");
    }

    @Test
    void channelsAndServersAreWatched() {
        library.rename("getEffectiveInterceptors", "getEffectiveIntercept0rs", GRPC + "ManagedChannelImplBuilder")
                .rename("interceptors", "intercept0rs", GRPC + "ServerImpl", GRPC + "ServerImplBuilder");
        assertThat(run(Wanting.Everything.class, "channel", "server"))
                .contains(
                        ofGrpc("gRPC channel"),
                        "application: made channel",
                        ofGrpc("gRPC server"),
                        "application: made server");
        assertThat(run(Wanting.Guard.class, "channel", "server"))
                .contains(
                        "application: made channel",
                        "application: no server, extension wanting guards what is made here: " + ofGrpc("gRPC server"))
                .doesNotContain(ofGrpc("gRPC channel"));
    }

    @Test
    void nothingIsMadeWhosePayloadsPassTheCodecsBy() {
        library.rename(
                "getDataConverter",
                "getDataC0nverter",
                CLIENT + "WorkflowClientOptions",
                CLIENT + "WorkflowClientInternalImpl",
                "io.temporal.internal.client.WorkflowClientDataConverterFactory",
                CLIENT + "ActivityClientOptions",
                CLIENT + "ActivityClientImpl",
                "io.temporal.internal.client.RootActivityClientInvoker");
        assertThat(run(Wanting.Everything.class, "workflow-client")).contains("application: made workflow-client");
        assertThat(run(Wanting.Codec.class, "workflow-client", "activity-client"))
                .filteredOn(line -> line.startsWith("application: "))
                .hasSize(4)
                .allMatch(line -> line.matches(
                        "application: no (workflow|activity)-client, the payloads of an? \\w+ client are to be"
                                + " encoded, and temporal-sdk .* reads its converter where Heddle does not"
                                + " look;.*"));
    }

    /** The agent itself fails to link to the library. */
    @Test
    void noGuardIsPassedByWhereTheAgentFails() {
        library.rename("withInitial", "withInit1al", "io.temporal.workflow.WorkflowLocal");
        assertThat(run(Wanting.Everything.class, "workflow-client"))
                .contains("application: made workflow-client")
                .anyMatch(line -> line.contains("is not intercepted: the agent failed"));
        assertThat(run(Wanting.Guard.class, "workflow-client", "channel"))
                .contains(
                        "application: no workflow-client, extension wanting guards what is made here, and the agent"
                                + " has failed for TEMPORAL: its log has the cause",
                        "application: made channel")
                .doesNotContain("application: made workflow-client");
    }
}
