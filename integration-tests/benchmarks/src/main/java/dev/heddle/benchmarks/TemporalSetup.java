package dev.heddle.benchmarks;

import dev.heddle.benchmarks.start.ClientByHand;
import dev.heddle.benchmarks.start.WorkerByHand;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.Collections;

/** A client and a factory of workers, with the interceptors by hand that the arm wants. */
public record TemporalSetup(WorkflowClient client, WorkerFactory factory) {
    public static TemporalSetup connect(String server, WorkerFactoryOptions.Builder options) {
        WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(server).validateAndBuildWithDefaults());
        WorkflowClient client = WorkflowClient.newInstance(
                service,
                WorkflowClientOptions.newBuilder()
                        .setInterceptors(Collections.nCopies(SideArm.byHand(), new ClientByHand())
                                .toArray(WorkflowClientInterceptor[]::new))
                        .build());
        WorkerFactory factory = WorkerFactory.newInstance(
                client,
                options.setWorkerInterceptors(Collections.nCopies(SideArm.byHand(), new WorkerByHand())
                                .toArray(WorkerInterceptor[]::new))
                        .build());
        return new TemporalSetup(client, factory);
    }
}
