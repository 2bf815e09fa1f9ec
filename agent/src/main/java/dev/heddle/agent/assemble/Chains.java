package dev.heddle.agent.assemble;

import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.TurnWatch;
import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.agent.call.dropin.DropInType;
import dev.heddle.agent.call.plugin.PluginLink;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcServer;
import dev.heddle.api.Operation;
import java.util.List;

/** The chains of one application, for its libraries to ask when they assemble their own, and again when these change. */
public interface Chains {
    /** The chain of an operation, or {@code null} if nobody wants it. */
    Chain of(Operation operation);

    /** The extensions that want operations of a category, or some of them. */
    List<ExtensionHealth> wanting(Category category);

    /** The objects of a library's own type that there are now, outermost first. */
    List<DropIn> dropIns(DropInType type);

    /** What configures and wraps the library's objects now, outermost first. */
    List<PluginLink> plugins();

    /** What encodes the application's payloads. */
    CodecList codecs();

    /** Who looks on while interceptors are at work in workflows. */
    TurnWatch turns();

    /** Who is told of the workflow types that the application's workers register. */
    WorkflowTypes workflowTypes();

    /** Tells those that watch code of workflows of a thread that does not go on. */
    void stuck(Throwable detected);

    /**
     * Tells the extensions of a server of the application's that has started.
     *
     * @param methodsKnown whether it has no methods but those that it names
     */
    void serverStarted(GrpcServer server, boolean methodsKnown);

    /**
     * Has a library told that chains have changed, until nobody else reaches what is told: it asks again for those that
     * it keeps, and calls under way stay with the chain they began with.
     */
    void onChange(Runnable changed);
}
