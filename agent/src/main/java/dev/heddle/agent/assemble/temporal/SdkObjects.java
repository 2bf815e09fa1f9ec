package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.ChainCheck;
import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.LibraryVersion;
import dev.heddle.agent.call.plugin.PluginLink;
import dev.heddle.agent.call.temporal.SdkInterface;
import io.temporal.workflow.Workflow;
import java.util.Locale;

/** Checks that the clients and workers that the SDK makes are intercepted; each kind by the factory of its adapters. */
final class SdkObjects {
    private static final String PAYLOADS = "payloads";
    private static final String OPTIONS = "options";

    private final Chains assembled;
    private final AdapterFactory adapters;
    private final ChainCheck chains = new ChainCheck();

    SdkObjects(Chains assembled, AdapterFactory adapters) {
        this.assembled = assembled;
        this.adapters = adapters;
    }

    /** One is about to be made. */
    Object begin(SdkInterface factory) {
        chains.begin(kind(factory));
        chains.begin(PAYLOADS);
        chains.begin(OPTIONS);
        return null;
    }

    /** Its chain has been extended, or nobody wants it to be. */
    void extended(SdkInterface factory) {
        chains.extended(kind(factory));
    }

    /** Codecs stand around the converter of what is being made. */
    void encoded() {
        chains.extended(PAYLOADS);
    }

    /** Plugins have been asked for the options of the client that is being made. */
    void configured() {
        chains.extended(OPTIONS);
    }

    /** What the application gets where a guard would configure what is made past it. */
    static IllegalStateException passedBy(String guard, String what) {
        return new IllegalStateException("the guard " + guard + " configures " + what + ", and "
                + LibraryVersion.of("temporal-sdk", Workflow.class)
                + " makes them where Heddle does not look; use another version of that library or of Heddle");
    }

    /** One has been made: that, or what the application is to get instead. */
    Object check(SdkInterface factory, Object made) {
        if (readsItsConverter(factory) && assembled.codecs().isInPlace() && chains.isMissed(PAYLOADS)) {
            return new IllegalStateException("the payloads of a " + kind(factory) + " are to be encoded, and "
                    + LibraryVersion.of("temporal-sdk", Workflow.class)
                    + " reads its converter where Heddle does not look; use another version of that library or"
                    + " of Heddle");
        }
        // A worker may be one that there was already.
        if (factory != SdkInterface.WORKER_FACTORY && chains.isMissed(OPTIONS)) {
            String guard = PluginLink.guardAmong(assembled.plugins());
            if (guard != null) {
                return passedBy(guard, "clients");
            }
        }
        if (!chains.isMissed(kind(factory)) || !isWanted(factory)) {
            return made;
        }
        String library = LibraryVersion.of("temporal-sdk", Workflow.class);
        Throwable refusal = chains.report(kind(factory), library, adapters.guards(factory));
        return refusal == null ? made : refusal;
    }

    /** When it is made: those of schedules and Nexus operations do with each call. */
    private static boolean readsItsConverter(SdkInterface factory) {
        return factory == SdkInterface.WORKFLOW_CLIENT_FACTORY
                || factory == SdkInterface.ACTIVITY_CLIENT_FACTORY
                || factory == SdkInterface.WORKER_FACTORY;
    }

    /** Of schedules not even the factory is there before 1.24. */
    private boolean isWanted(SdkInterface factory) {
        return adapters.prototype(factory) != null
                || factory == SdkInterface.SCHEDULE_CLIENT_FACTORY
                        && adapters.prototype(SdkInterface.SCHEDULE_CLIENT) != null;
    }

    /** In the words of the log: {@code workflow client}. */
    private static String kind(SdkInterface factory) {
        return factory.name().replace("_FACTORY", "").replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
