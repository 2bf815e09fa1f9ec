package dev.heddle.agent.control;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.Library;
import dev.heddle.agent.assemble.LibraryKind;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.plugin.PluginLink;
import dev.heddle.api.Category;

/** In the place of a library for which the agent has failed: leaves it as it is, but hands out nothing past a guard. */
record FailedLibrary(LibraryKind kind, Chains chains) implements Library {
    @Override
    public Object extend(String point, Object owner, Object value) {
        if (kind.has(Category.CLIENT)
                && point.contains("/made/")
                && chains.codecs().isInPlace()) {
            return new IllegalStateException(
                    "payloads are to be encoded, and the agent has failed for " + kind + ": its log has the cause");
        }
        boolean configures = point.contains("/configure/");
        String guard = point.contains("/made/") ? guard() : configures ? PluginLink.guardAmong(chains.plugins()) : null;
        return guard == null
                ? value
                : new IllegalStateException(
                        "extension " + guard + " guards what is made here, and the agent has failed for " + kind
                                + ": its log has the cause");
    }

    /** One that wants calls of the library and is indispensable, or {@code null}. */
    private String guard() {
        for (Category category : Category.values()) {
            if (kind.has(category)) {
                for (ExtensionHealth extension : chains.wanting(category)) {
                    if (extension.isIndispensable()) {
                        return extension.name();
                    }
                }
            }
        }
        return null;
    }
}
