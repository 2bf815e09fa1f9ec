package dev.heddle.agent.assemble.temporal;

import dev.heddle.api.WorkerConfig;

/** The options of a worker, and what it is to run besides the application's own. */
final class WorkerBuilderConfig extends BuilderConfig implements WorkerConfig {
    private final String taskQueue;
    private final WorkerTypes types;

    WorkerBuilderConfig(Object options, String taskQueue, WorkerTypes types) {
        super(options);
        this.taskQueue = taskQueue;
        this.types = types;
    }

    @Override
    public String taskQueue() {
        return taskQueue;
    }

    @Override
    public WorkerConfig registerWorkflows(Class<?>... workflows) {
        for (Class<?> each : workflows) {
            types.add(each.getName(), worker -> worker.registerWorkflowImplementationTypes(each));
        }
        return this;
    }

    @Override
    public WorkerConfig registerActivities(Object... activities) {
        for (Object each : activities) {
            types.add(each.getClass().getName(), worker -> worker.registerActivitiesImplementations(each));
        }
        return this;
    }

    @Override
    public WorkerConfig registerNexusServices(Object... services) {
        for (Object each : services) {
            types.add(each.getClass().getName(), worker -> worker.registerNexusServiceImplementation(each));
        }
        return this;
    }
}
