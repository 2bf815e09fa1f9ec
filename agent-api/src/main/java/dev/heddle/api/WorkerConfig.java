package dev.heddle.api;

/** The options of a worker, and what it is to run besides the application's own. */
public interface WorkerConfig extends Config {
    /** Its task queue. */
    String taskQueue();

    /**
     * Has the worker run workflows of these classes. As of activities and Nexus services, what the application has
     * registered under the same name stays: the extension's is then not added, with one line in the log.
     */
    WorkerConfig registerWorkflows(Class<?>... workflows);

    /** Has the worker run the activities of these objects. */
    WorkerConfig registerActivities(Object... activities);

    /** Has the worker run these Nexus services, from SDK 1.26 on; before, this is an accident. */
    WorkerConfig registerNexusServices(Object... services);
}
