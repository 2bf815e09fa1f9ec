package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.settings.NearestName;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import dev.heddle.api.Selector;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the mistyped names among those that selectors give. Known is what some version of Temporal's SDK has, and
 * whatever the application's has. What methods a gRPC application has nobody knows beforehand.
 */
final class OperationNames {
    private static final Map<Category, Set<String>> KNOWN = Map.of(
            Category.CLIENT,
            words("""
                    backfillSchedule cancel cancelActivity complete completeExceptionally
                    completeExceptionallyStandalone completeStandalone countActivities countNexusOperationExecutions
                    countWorkflows createSchedule deleteNexusOperationExecution deleteSchedule describe
                    describeActivity describeNexusOperationExecution describeSchedule getActivityResult
                    getActivityResultAsync getNexusOperationResult getNexusOperationResultAsync getResult
                    getResultAsync heartbeat heartbeatStandalone listActivities listNexusOperationExecutions
                    listSchedules listWorkflowExecutions pauseActivity pauseSchedule pollWorkflowUpdate query
                    reportCancellation reportCancellationStandalone requestCancelNexusOperationExecution signal
                    signalWithStart start startActivity startNexusOperationExecution startUpdate terminate
                    terminateActivity terminateNexusOperationExecution triggerSchedule unpauseActivity
                    unpauseSchedule updateActivityOptions updateSchedule updateWithStart"""),
            Category.WORKFLOW_INBOUND,
            words("execute executeUpdate handleQuery handleSignal validateUpdate"),
            Category.WORKFLOW_OUTBOUND,
            words("""
                    await cancelWorkflow continueAsNew currentTimeMillis executeActivity executeChildWorkflow
                    executeLocalActivity executeNexusOperation getInfo getMetricsScope getVersion mutableSideEffect
                    newRandom newTimer randomUUID registerDynamicQueryHandler registerDynamicSignalHandler
                    registerDynamicUpdateHandler registerQuery registerSignalHandlers registerUpdateHandlers
                    sideEffect signalExternalWorkflow sleep upsertMemo upsertSearchAttributes
                    upsertTypedSearchAttributes"""),
            Category.ACTIVITY_INBOUND,
            words("execute"),
            Category.ACTIVITY_OUTBOUND,
            words("""
                    complete doNotCompleteOnReturn fail getCancellationToken getHeartbeatDetails getInfo getInstance
                    getLastHeartbeatDetails getMetricsScope getTaskToken getWorkflowClient heartbeat
                    isDoNotCompleteOnReturn isUseLocalManualCompletion recordHeartbeat reportCancellation
                    useLocalManualCompletion"""),
            Category.NEXUS_INBOUND,
            words("cancelOperation startOperation"),
            Category.NEXUS_OUTBOUND,
            words("getInfo getMetricsScope getWorkflowClient"));

    /** The interfaces whose methods are the operations, as the room next to the SDK has them. */
    private static final Map<Category, Set<String>> INTERFACES = Map.of(
            Category.CLIENT,
            words("""
                    io.temporal.common.interceptors.WorkflowClientCallsInterceptor
                    io.temporal.client.ActivityCompletionClient
                    io.temporal.common.interceptors.ScheduleClientCallsInterceptor
                    io.temporal.common.interceptors.ActivityClientCallsInterceptor
                    io.temporal.common.interceptors.NexusClientCallsInterceptor"""),
            Category.WORKFLOW_INBOUND,
            words("io.temporal.common.interceptors.WorkflowInboundCallsInterceptor"),
            Category.WORKFLOW_OUTBOUND,
            words("io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor"),
            Category.ACTIVITY_INBOUND,
            words("io.temporal.common.interceptors.ActivityInboundCallsInterceptor"),
            Category.ACTIVITY_OUTBOUND,
            words("io.temporal.activity.ActivityExecutionContext io.temporal.activity.ManualActivityCompletionClient"),
            Category.NEXUS_INBOUND,
            words("io.temporal.common.interceptors.NexusOperationInboundCallsInterceptor"),
            Category.NEXUS_OUTBOUND,
            words("io.temporal.common.interceptors.NexusOperationOutboundCallsInterceptor"));

    /** More names than these say nothing to who reads a line of log. */
    private static final int LINE = 12;

    private OperationNames() {}

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    /** The names that some version has. */
    static Set<String> known(Category category) {
        return KNOWN.getOrDefault(category, Set.of());
    }

    /** The interfaces whose methods are the operations of a category. */
    static Set<String> interfaces(Category category) {
        return INTERFACES.getOrDefault(category, Set.of());
    }

    /** What is wrong with the patterns of a selector, as a line for its author, or {@code null}. */
    static String problem(Selector<?> calls, ClassLoader application) {
        for (String pattern : calls.patterns()) {
            if (!mayBeOfGrpc(pattern, calls.categories())
                    && !isKnown(pattern, calls.categories())
                    && !matches(pattern, found(calls.categories(), application))) {
                return "no version of Temporal's SDK has an operation '" + pattern + "' in " + words(calls.categories())
                        + "; " + remedy(pattern, calls.categories());
            }
        }
        return null;
    }

    /** A gRPC method has a slash in its name, which a star may stand for. */
    private static boolean mayBeOfGrpc(String pattern, List<Category> categories) {
        boolean grpc = categories.contains(Category.GRPC_CLIENT) || categories.contains(Category.GRPC_SERVER);
        boolean grpcAlone = true;
        for (Category category : categories) {
            grpcAlone &= known(category).isEmpty();
        }
        return grpcAlone || grpc && (pattern.indexOf('/') >= 0 || pattern.indexOf('*') >= 0);
    }

    private static boolean isKnown(String pattern, List<Category> categories) {
        for (Category category : categories) {
            if (matches(pattern, known(category))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, Set<String> names) {
        if (names.contains(pattern)) {
            return true;
        }
        Selector<?> of = Selector.ALL.only(pattern);
        for (String name : names) {
            if (of.selects(Operation.of(Category.CLIENT, name, false))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> known(List<Category> categories) {
        Set<String> names = new TreeSet<>();
        for (Category category : categories) {
            names.addAll(known(category));
        }
        return names;
    }

    /** Those of the application's own SDK, which may be newer than what is known here. */
    private static Set<String> found(List<Category> categories, ClassLoader application) {
        Set<String> names = new TreeSet<>();
        for (Category category : categories) {
            for (String type : interfaces(category)) {
                try {
                    for (Method method : Class.forName(type, false, application).getMethods()) {
                        names.add(method.getName());
                    }
                } catch (ClassNotFoundException | LinkageError notInThisVersion) {
                    // Then it has no operations there.
                }
            }
        }
        return names;
    }

    private static String remedy(String pattern, List<Category> categories) {
        Set<String> known = known(categories);
        String part = pattern.replace("*", "").toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name ->
                        part.length() > 2 && name.toLowerCase(Locale.ROOT).contains(part))
                .min(Comparator.comparingInt(String::length))
                .map(OperationNames::question)
                .or(() -> Category.values().stream()
                        .filter(other -> known(other).contains(pattern))
                        .findFirst()
                        .map(other -> "it is one of " + other))
                .or(() -> NearestName.to(pattern, known).map(OperationNames::question))
                .orElseGet(() -> known.size() > LINE
                        ? "COVERAGE.md lists those there are"
                        : "known are " + String.join(", ", known));
    }

    private static String question(String name) {
        return "did you mean " + name + "?";
    }

    private static String words(List<Category> categories) {
        return categories.size() > 2
                ? "the selected categories"
                : String.join(" and ", categories.stream().map(Category::name).toList());
    }
}
