package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.call.AbstractCall;
import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.SdkRuntime;
import io.temporal.api.common.v1.Payload;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.JarEntry;

/**
 * Loads and initialises all that a call will need before the first workflow runs: on a workflow thread it would count
 * against the second that Temporal's deadlock detector allows.
 */
final class Preloader {
    /** Woven, and otherwise loaded by the first workflow. */
    private static final String WOVEN = "io.temporal.workflow.Workflow";

    private static final String SUFFIX = ".classdata";

    private Preloader() {}

    static void preload(AgentLoader loader, ClassLoader sdk, SdkRuntime runtime) {
        String calls = AbstractCall.class.getPackageName();
        String ofTemporal = Adapter.class.getPackageName();
        for (Enumeration<JarEntry> entries = loader.jar().entries(); entries.hasMoreElements(); ) {
            String name = className(entries.nextElement().getName());
            String folder = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            if (folder.equals(calls) || folder.equals(ofTemporal)) {
                load(name, loader);
            }
        }
        load(WOVEN, sdk);
        Optional<Payload> warm = runtime.json().toData("warm");
        if (warm.isPresent()) {
            runtime.json().fromData(warm.get(), String.class, String.class);
        }
    }

    /** The name of the class in an entry {@code room/package/Class.classdata}, or nothing. */
    private static String className(String entry) {
        return entry.endsWith(SUFFIX)
                ? entry.substring(entry.indexOf('/') + 1, entry.length() - SUFFIX.length())
                        .replace('/', '.')
                : "";
    }

    private static void load(String name, ClassLoader loader) {
        try {
            Class.forName(name, true, loader);
        } catch (ClassNotFoundException | LinkageError ofAnotherVersion) {
            // What this SDK version lacks, its calls will not need.
        }
    }
}
