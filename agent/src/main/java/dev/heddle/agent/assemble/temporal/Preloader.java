package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.call.AbstractCall;
import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.SdkRuntime;

/**
 * Loads and initialises all that a call will need before the first workflow runs: on a workflow thread it would count
 * against the second that Temporal's deadlock detector allows.
 */
final class Preloader {
    /** Woven, and otherwise loaded by the first workflow. */
    private static final String[] WOVEN = {
        "io.temporal.workflow.Workflow",
        "io.temporal.internal.sync.SyncWorkflowContext",
        "io.temporal.internal.sync.CompletablePromiseImpl",
        "io.temporal.internal.sync.SignalDispatcher"
    };

    private Preloader() {}

    static void preload(AgentLoader loader, ClassLoader sdk, SdkRuntime runtime) {
        for (String name : loader.classesOf(AbstractCall.class.getPackageName())) {
            load(name, loader);
        }
        for (String name : loader.classesOf(Adapter.class.getPackageName())) {
            load(name, loader);
        }
        for (String name : WOVEN) {
            load(name, sdk);
        }
        runtime.headers().warm();
    }

    private static void load(String name, ClassLoader loader) {
        try {
            Class.forName(name, true, loader);
        } catch (ClassNotFoundException | LinkageError ofAnotherVersion) {
            // What this SDK version lacks, its calls will not need.
        }
    }
}
