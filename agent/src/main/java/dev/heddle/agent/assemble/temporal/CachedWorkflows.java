package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.SdkInterface;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponseOrBuilder;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Has workflows that a worker has in its cache since before anybody wanted their calls leave it at their next task, as
 * the SDK itself does with a task that brings the whole history: then it fetches that, and replays it through the chains.
 * A cached workflow has its own interceptors in many places, of which no one could be replaced while it runs.
 */
final class CachedWorkflows {
    /** Of more runs than this it forgets that they have left the cache: they leave it once more, which costs a replay. */
    private static final int MOST = 20_000;

    private final AdapterFactory adapters;
    private final Set<String> seen;

    CachedWorkflows(AdapterFactory adapters) {
        this.adapters = adapters;
        this.seen = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > MOST;
            }
        }));
    }

    /** A task has come, whose run the cache is about to look up under the lock of that run. */
    Object evict(Object cache, Object task) {
        if (adapters.adapters().prototype(SdkInterface.WORKFLOW_INBOUND) != null) {
            WorkflowExecution run = ((PollWorkflowTaskQueueResponseOrBuilder) task).getWorkflowExecution();
            if (seen.add(run.getRunId())) {
                invalidate(cache, run);
            }
        }
        return task;
    }

    /** The method has had other parameters over time; those that are not the run or its ID are for metrics and logs. */
    private static void invalidate(Object cache, WorkflowExecution run) {
        for (Method method : cache.getClass().getDeclaredMethods()) {
            if (method.getName().equals("invalidate")) {
                Object[] arguments = new Object[method.getParameterCount()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = argument(method.getParameterTypes()[i], i, cache, run);
                }
                try {
                    method.setAccessible(true);
                    method.invoke(cache, arguments);
                } catch (InvocationTargetException | IllegalAccessException failure) {
                    throw new IllegalStateException(failure);
                }
                return;
            }
        }
    }

    private static Object argument(Class<?> type, int position, Object cache, WorkflowExecution run) {
        if (type == WorkflowExecution.class) {
            return run;
        }
        if (type == String.class) {
            return position == 0 ? run.getRunId() : "Heddle was attached";
        }
        for (Field field : cache.getClass().getDeclaredFields()) {
            if (type.isAssignableFrom(field.getType()) && type != Object.class) {
                return ClientObjects.optionsOf(cache, field.getName());
            }
        }
        return null;
    }
}
