package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.agent.call.dropin.DropInType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts plugins of the SDK's own types that drop-ins have brought beside the application's, where the SDK reads them. It
 * hands those of one object on to what is made with that; a drop-in is added to each by its own type, once, and not handed
 * on besides.
 */
final class PluginDropIns {
    private final Chains chains;
    private final ClassLoader sdk;

    PluginDropIns(Chains chains, ClassLoader sdk) {
        this.chains = chains;
        this.sdk = sdk;
    }

    /**
     * The plugins that the SDK is to see.
     *
     * @param own the class of the options whose plugins are the object's own, and are not handed on to it
     * @param plugins an array, or {@code null} for none
     */
    Object extend(DropInType type, String own, Object owner, Object plugins) {
        List<DropIn> dropIns = chains.dropIns(type);
        if (dropIns.isEmpty()) {
            return plugins;
        }
        List<Object> all = new ArrayList<>(plugins == null ? List.of() : Arrays.asList((Object[]) plugins));
        boolean isOwn = owner.getClass().getSimpleName().equals(own);
        for (DropIn dropIn : dropIns) {
            all.removeIf(plugin -> plugin == dropIn.object());
        }
        for (int i = dropIns.size() - 1; isOwn && i >= 0; i--) {
            DropIn dropIn = dropIns.get(i);
            if (dropIn.isFor(type.categories(), "configure") && !dropIn.isAmong(all)) {
                // The first wraps from further out.
                all.add(dropIn.inner() ? all.size() : 0, dropIn.object());
            }
        }
        return array(type, plugins, all);
    }

    private Object array(DropInType type, Object before, List<Object> plugins) {
        if (before == null && plugins.isEmpty()) {
            return null;
        }
        try {
            Class<?> element = before == null
                    ? Class.forName(type.typeName(), false, sdk)
                    : before.getClass().getComponentType();
            return plugins.toArray((Object[]) Array.newInstance(element, plugins.size()));
        } catch (ClassNotFoundException notInThisVersion) {
            return before;
        }
    }
}
