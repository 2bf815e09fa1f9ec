package dev.heddle.test.wiring;

import dev.heddle.test.code.WatchedApplication.Watched;
import dev.heddle.test.code.WatchedApplication.WatchedWorkflow;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.temporal.client.ActivityClient;
import io.temporal.client.NexusClient;
import io.temporal.client.WorkflowClient;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkflowImplementationOptions;
import java.lang.reflect.Constructor;

/** An application that makes each thing that its arguments name, twice, and says what came of it. */
public final class Making {
    private Making() {}

    public static void main(String[] arguments) {
        for (String kind : arguments) {
            for (int i = 0; i < 2; i++) {
                try {
                    make(kind);
                    System.out.println("application: made " + kind);
                } catch (IllegalStateException refused) {
                    System.out.println("application: no " + kind + ", " + refused.getMessage());
                }
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static Object make(String kind) {
        return switch (kind) {
            case "workflow-client" -> WorkflowClient.newInstance(Stubs.STUBS);
            case "schedule-client" -> ScheduleClient.newInstance(Stubs.STUBS);
            case "activity-client" -> ActivityClient.newInstance(Stubs.STUBS);
            case "nexus-client" -> NexusClient.newInstance(Stubs.STUBS);
            case "worker" -> worker();
            case "workflow-types" -> {
                Worker worker = worker();
                worker.registerWorkflowImplementationTypes(WatchedWorkflow.class);
                yield worker;
            }
            case "workflow-types-with-options" -> {
                Worker worker = worker();
                worker.registerWorkflowImplementationTypes(
                        WorkflowImplementationOptions.newBuilder().build(), WatchedWorkflow.class);
                yield worker;
            }
            case "workflow-factory" -> {
                Worker worker = worker();
                worker.registerWorkflowImplementationFactory(Watched.class, WatchedWorkflow::new);
                yield worker;
            }
            case "deadlock" -> deadlock();
            case "channel" ->
                Grpc.newChannelBuilder("127.0.0.1:1", InsecureChannelCredentials.create())
                        .build()
                        .shutdownNow();
            case "server" ->
                Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                        .build();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Worker worker() {
        return WorkerFactory.newInstance(WorkflowClient.newInstance(Stubs.STUBS))
                .newWorker("queue");
    }

    /** As the SDK makes it when a thread of a workflow does not go on. */
    private static Object deadlock() {
        try {
            Class<?> type = Class.forName("io.temporal.internal.sync.PotentialDeadlockException");
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            Object[] arguments = new Object[constructor.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = constructor.getParameterTypes()[i] == long.class ? 1_000L : null;
            }
            Object deadlock = constructor.newInstance(arguments);
            type.getMethod("getWorkflowThreadContext").invoke(deadlock);
            return deadlock;
        } catch (ReflectiveOperationException another) {
            throw new IllegalArgumentException(another);
        }
    }

    /** Of a server that is never called. */
    private static final class Stubs {
        static final WorkflowServiceStubs STUBS =
                WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                        .setTarget("127.0.0.1:1")
                        .build());
    }
}
