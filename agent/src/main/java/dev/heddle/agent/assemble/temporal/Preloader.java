package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.AgentLoader;
import dev.heddle.agent.call.AbstractCall;
import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.SdkRuntime;
import java.util.List;
import java.util.jar.JarEntry;

/**
 * Loads and initialises all that a call will need before the first workflow runs: on a workflow thread it would count
 * against the second that Temporal's deadlock detector allows.
 */
final class Preloader {
    /** Woven, and otherwise loaded by the first workflow. */
    private static final String WOVEN = "io.temporal.workflow.Workflow";

    private Preloader() {}

    static void preload(AgentLoader loader, ClassLoader sdk, SdkRuntime runtime) {
        for (String folder : List.of(AbstractCall.class.getPackageName(), Adapter.class.getPackageName())) {
            String path = '/' + folder.replace('.', '/') + '/';
            loader.jar().stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.contains(path) && name.endsWith(".classdata"))
                    .map(name -> name.substring(name.indexOf(path) + path.length(), name.lastIndexOf('.')))
                    .filter(name -> name.indexOf('/') < 0)
                    .forEach(name -> load(folder + '.' + name, loader));
        }
        load(WOVEN, sdk);
        runtime.json()
                .toData("warm")
                .ifPresent(payload -> runtime.json().fromData(payload, String.class, String.class));
    }

    private static void load(String name, ClassLoader loader) {
        try {
            Class.forName(name, true, loader);
        } catch (ClassNotFoundException | LinkageError ofAnotherVersion) {
            // What this SDK version lacks, its calls will not need.
        }
    }
}
