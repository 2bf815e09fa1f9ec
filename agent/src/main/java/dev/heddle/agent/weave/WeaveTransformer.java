package dev.heddle.agent.weave;

import dev.heddle.agent.bootstrap.Hook;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;

/** Sees every class that the JVM loads, and lets all but a handful pass after one look-up by name. */
public final class WeaveTransformer implements ClassFileTransformer {
    private final Instrumentation instrumentation;

    public WeaveTransformer(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
        // Loaded now, for the transformer is asked about its own classes too and must not load them to answer.
        WeavePoint.of("");
    }

    @Override
    public byte[] transform(
            Module module,
            ClassLoader loader,
            String className,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] classFile) {
        WeavePoint point = className == null ? null : WeavePoint.of(className);
        return point == null ? null : weave(point, module, loader, domain, classFile);
    }

    private byte[] weave(
            WeavePoint point, Module module, ClassLoader loader, ProtectionDomain domain, byte[] classFile) {
        try {
            if (!seesHook(loader)) {
                WeaveLog.hidden(point.className(), loader);
                return null;
            }
            Module hook = Hook.class.getModule();
            if (!module.canRead(hook)) {
                instrumentation.redefineModule(module, Set.of(hook), Map.of(), Map.of(), Set.of(), Map.of());
            }
            return HookWriter.weave(point, classFile);
        } catch (IllegalStateException unexpected) {
            WeaveLog.notWoven(point.className(), domain, unexpected.getMessage());
            return null;
        } catch (Throwable failure) {
            // The JVM ignores what a transformer throws, so this line is all that anyone would see of it.
            WeaveLog.notWoven(point.className(), domain, failure.toString());
            return null;
        }
    }

    private static boolean seesHook(ClassLoader loader) {
        try {
            return loader != null && loader.loadClass(Hook.class.getName()) == Hook.class;
        } catch (ClassNotFoundException hidden) {
            return false;
        }
    }
}
