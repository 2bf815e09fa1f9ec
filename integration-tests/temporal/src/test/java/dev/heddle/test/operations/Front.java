package dev.heddle.test.operations;

import dev.heddle.test.ChainRead;
import io.nexusrpc.handler.OperationContext;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.activity.ManualActivityCompletionClient;
import io.temporal.client.ActivityClientOptions;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.NexusClientOptions;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.common.interceptors.ActivityClientCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.NexusClientCallsInterceptor;
import io.temporal.common.interceptors.NexusOperationInboundCallsInterceptor;
import io.temporal.common.interceptors.NexusOperationOutboundCallsInterceptor;
import io.temporal.common.interceptors.ScheduleClientCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.nexus.NexusOperationInfo;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.List;

/** What Heddle puts in front of an object of the SDK, reached as the SDK reaches it: by reading options. */
final class Front {
    private Front() {}

    /** In front of a recorder, for a caller in a namespace. */
    static <S> S of(Class<S> surface, Recorder next, String namespace) {
        Object front = surface.getSimpleName().contains("Client") && surface != ManualActivityCompletionClient.class
                ? ofClient(surface, next, namespace)
                : ofWorker(surface, next, namespace);
        next.forget();
        return surface.cast(front);
    }

    private static Object ofClient(Class<?> surface, Recorder next, String namespace) {
        if (surface == ScheduleClientCallsInterceptor.class) {
            ScheduleClientOptions options =
                    ScheduleClientOptions.newBuilder().setNamespace(namespace).build();
            return last(ChainRead.of("temporal/schedule-client", options, options.getInterceptors()))
                    .scheduleClientCallsInterceptor(next.as(ScheduleClientCallsInterceptor.class));
        }
        if (surface == ActivityClientCallsInterceptor.class) {
            ActivityClientOptions options =
                    ActivityClientOptions.newBuilder().setNamespace(namespace).build();
            return last(ChainRead.of("temporal/activity-client", options, options.getInterceptors()))
                    .activityClientCallsInterceptor(next.as(ActivityClientCallsInterceptor.class));
        }
        if (surface == NexusClientCallsInterceptor.class) {
            NexusClientOptions options =
                    NexusClientOptions.newBuilder().setNamespace(namespace).build();
            return last(ChainRead.of("temporal/nexus-client", options, options.getInterceptors()))
                    .nexusClientCallsInterceptor(next.as(NexusClientCallsInterceptor.class));
        }
        WorkflowClientOptions options =
                WorkflowClientOptions.newBuilder().setNamespace(namespace).validateAndBuildWithDefaults();
        WorkflowClientInterceptor factory =
                last(List.of(ChainRead.of("temporal/workflow-client", options, options.getInterceptors())));
        return surface == ActivityCompletionClient.class
                ? factory.newActivityCompletionClient(next.as(ActivityCompletionClient.class))
                : factory.workflowClientCallsInterceptor(next.as(WorkflowClientCallsInterceptor.class));
    }

    private static Object ofWorker(Class<?> surface, Recorder next, String namespace) {
        WorkerFactoryOptions options = WorkerFactoryOptions.newBuilder().validateAndBuildWithDefaults();
        WorkerInterceptor factory =
                last(List.of(ChainRead.of("temporal/worker", options, options.getWorkerInterceptors())));
        if (surface == WorkflowInboundCallsInterceptor.class || surface == WorkflowOutboundCallsInterceptor.class) {
            return ofWorkflow(surface, factory, next);
        }
        return surface.getPackage() == ActivityExecutionContext.class.getPackage()
                        || surface == ActivityInboundCallsInterceptor.class
                ? ofActivity(surface, factory, next, namespace)
                : ofNexus(surface, factory, next, namespace);
    }

    private static Object ofWorkflow(Class<?> surface, WorkerInterceptor factory, Recorder next) {
        boolean inbound = surface == WorkflowInboundCallsInterceptor.class;
        Recorder innermost = inbound ? next : new Recorder();
        WorkflowInboundCallsInterceptor front =
                factory.interceptWorkflow(innermost.as(WorkflowInboundCallsInterceptor.class));
        front.init((inbound ? new Recorder() : next).as(WorkflowOutboundCallsInterceptor.class));
        return inbound ? front : innermost.only().parameters()[0];
    }

    private static Object ofActivity(Class<?> surface, WorkerInterceptor factory, Recorder next, String namespace) {
        boolean inbound = surface == ActivityInboundCallsInterceptor.class;
        Recorder innermost = inbound ? next : new Recorder();
        ActivityInfo info = new Recorder()
                .answer("getNamespace", () -> namespace)
                .answer("getWorkflowId", () -> "flow")
                .answer("getRunId", () -> "run")
                .answer("getWorkflowType", () -> "Flow")
                .answer("getActivityTaskQueue", () -> "queue")
                .answer("getAttempt", () -> 3)
                .answer("getActivityType", () -> "Pack")
                .answer("getActivityId", () -> "pack")
                .answer("getScheduledTimestamp", () -> 1_000L)
                .answer("getCurrentAttemptScheduledTimestamp", () -> 2_000L)
                .answer("getStartedTimestamp", () -> 3_000L)
                .answer("isLocal", () -> true)
                .as(ActivityInfo.class);
        boolean manual = surface == ManualActivityCompletionClient.class;
        Recorder context = inbound || manual ? new Recorder().answer("isDoNotCompleteOnReturn", () -> false) : next;
        context.answer("getInfo", () -> info)
                .answer("useLocalManualCompletion", () -> next.as(ManualActivityCompletionClient.class));
        ActivityInboundCallsInterceptor front =
                factory.interceptActivity(innermost.as(ActivityInboundCallsInterceptor.class));
        front.init(context.as(ActivityExecutionContext.class));
        if (inbound) {
            return front;
        }
        ActivityExecutionContext given =
                (ActivityExecutionContext) innermost.only().parameters()[0];
        return manual ? given.useLocalManualCompletion() : given;
    }

    private static Object ofNexus(Class<?> surface, WorkerInterceptor factory, Recorder next, String namespace) {
        boolean inbound = surface == NexusOperationInboundCallsInterceptor.class;
        Recorder innermost = inbound ? next : new Recorder();
        NexusOperationInfo info = new Recorder()
                .answer("getNamespace", () -> namespace)
                .answer("getTaskQueue", () -> "queue")
                .answer("getEndpoint", () -> "endpoint")
                .as(NexusOperationInfo.class);
        OperationContext operation = OperationContext.newBuilder()
                .setService("Shop")
                .setOperation("order")
                .build();
        NexusOperationInboundCallsInterceptor front =
                factory.interceptNexusOperation(operation, innermost.as(NexusOperationInboundCallsInterceptor.class));
        front.init((inbound ? new Recorder() : next)
                .answer("getInfo", () -> info)
                .as(NexusOperationOutboundCallsInterceptor.class));
        return inbound ? front : innermost.only().parameters()[0];
    }

    private static <I> I last(List<I> interceptors) {
        return interceptors.get(interceptors.size() - 1);
    }
}
