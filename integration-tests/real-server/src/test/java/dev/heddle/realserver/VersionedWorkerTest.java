package dev.heddle.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heddle.api.Category;
import dev.heddle.realserver.server.TemporalServer;
import dev.heddle.testing.RecordedCall;
import io.grpc.StatusRuntimeException;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workers that say which build they are: each serves the workflows of its own, and all calls are intercepted. */
@ExtendWith(SkippedWhereMissing.class)
class VersionedWorkerTest extends ServerTest {
    private final String deployment = "deployment-" + UUID.randomUUID();
    private Application second;

    @ActivityInterface
    public interface Stamp {
        @ActivityMethod
        String stamp(String what);
    }

    @WorkflowInterface
    public interface Parcel {
        @WorkflowMethod
        String send(String what);

        @SignalMethod
        void go();
    }

    public static final class ParcelWorkflow implements Parcel {
        private final Stamp stamp = Workflow.newActivityStub(
                Stamp.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofSeconds(20))
                        .build());
        private boolean going;

        @Override
        public String send(String what) {
            String first = stamp.stamp(what);
            Workflow.await(() -> going);
            return stamp.stamp(first);
        }

        @Override
        public void go() {
            going = true;
        }
    }

    private void serve(Application on, String build) {
        WorkerDeploymentOptions options = WorkerDeploymentOptions.newBuilder()
                .setUseVersioning(true)
                .setVersion(new WorkerDeploymentVersion(deployment, build))
                .setDefaultVersioningBehavior(VersioningBehavior.PINNED)
                .build();
        Worker worker = on.worker(
                WorkerOptions.newBuilder().setDeploymentOptions(options).build());
        worker.registerWorkflowImplementationTypes(ParcelWorkflow.class);
        worker.registerActivitiesImplementations((Stamp) what -> what + " " + build);
        on.start();
        makeCurrent(build);
    }

    /** New workflows go to that build, once the server knows its worker. */
    private void makeCurrent(String build) {
        await().ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .untilAsserted(() -> application
                        .service()
                        .blockingStub()
                        .setWorkerDeploymentCurrentVersion(SetWorkerDeploymentCurrentVersionRequest.newBuilder()
                                .setNamespace(TemporalServer.NAMESPACE)
                                .setDeploymentName(deployment)
                                .setBuildId(build)
                                .setIgnoreMissingTaskQueues(true)
                                .build()));
    }

    @AfterEach
    void closeSecond() {
        if (second != null) {
            second.close();
        }
    }

    private Parcel start(String what) {
        Parcel parcel = application.workflow(Parcel.class);
        WorkflowClient.start(parcel::send, what);
        return parcel;
    }

    private static String id(Parcel parcel) {
        return WorkflowStub.fromTyped(parcel).getExecution().getWorkflowId();
    }

    @Test
    void everyCallOfAVersionedWorkerIsIntercepted() {
        serve(application, "one");
        Parcel parcel = start("yarn");
        parcel.go();
        assertThat(WorkflowStub.fromTyped(parcel).getResult(String.class)).isEqualTo("yarn one one");
        assertComplete(id(parcel));
    }

    @Test
    void aWorkflowStaysWithItsBuildWhileNewOnesGoToTheNext() {
        serve(application, "one");
        Parcel old = start("old");
        first(heddle.calls().in(Category.ACTIVITY_INBOUND).named("execute")).result();
        second = new Application(
                server.address(),
                TemporalServer.NAMESPACE,
                application.taskQueue(),
                WorkerFactoryOptions.getDefaultInstance());
        serve(second, "two");
        Parcel young = start("young");
        old.go();
        young.go();
        assertThat(WorkflowStub.fromTyped(young).getResult(String.class)).isEqualTo("young two two");
        assertThat(WorkflowStub.fromTyped(old).getResult(String.class)).isEqualTo("old one one");
        assertComplete(id(old));
        assertComplete(id(young));
    }

    private void assertComplete(String workflowId) {
        assertThat(inbound(workflowId, "execute"))
                .singleElement()
                .satisfies(call -> assertThat(sender(call)).isEqualTo("client start"));
        assertThat(inbound(workflowId, "handleSignal"))
                .singleElement()
                .satisfies(call -> assertThat(sender(call)).isEqualTo("client signal"));
        List<RecordedCall> activities = heddle.calls()
                .in(Category.ACTIVITY_INBOUND)
                .named("execute")
                .ofWorkflow(workflowId)
                .list();
        assertThat(activities)
                .hasSize(2)
                .allSatisfy(call -> assertThat(sender(call)).isEqualTo("workflow outbound executeActivity"));
    }

    private List<RecordedCall> inbound(String workflowId, String operation) {
        return heddle.calls()
                .in(Category.WORKFLOW_INBOUND)
                .named(operation)
                .ofWorkflow(workflowId)
                .list();
    }
}
