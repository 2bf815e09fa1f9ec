package dev.heddle.agent.weave;

import dev.heddle.agent.bootstrap.Hook;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sees every class that the JVM loads, and lets all but those of a few libraries pass after a look at the name. */
public final class WeaveTransformer implements ClassFileTransformer {
    /** Where those libraries' classes are. A JVM that has none of them does not even load the table of points. */
    private static final String[] LIBRARIES = {
        "io/temporal/", "io/grpc/", "com/linecorp/armeria/", "io/helidon/", "io/vertx/"
    };

    private final Instrumentation instrumentation;
    /** The extensions that the operator requires, by commas; empty if there are none. */
    private final String required;
    /** Made with the first class. */
    private Weaving weaving;

    private volatile boolean existing;

    public WeaveTransformer(Instrumentation instrumentation, String required) {
        this.instrumentation = instrumentation;
        this.required = required;
    }

    /** What has become of the classes so far. */
    public synchronized Weaving weaving() {
        if (weaving == null) {
            weaving = new Weaving();
        }
        return weaving;
    }

    @Override
    public byte[] transform(
            Module module,
            ClassLoader loader,
            String className,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] classFile) {
        return className == null || !isOfLibrary(className)
                ? null
                : weave(className, module, loader, domain, classFile);
    }

    /** Asked of Heddle's own classes too, so that it needs none. */
    static boolean isOfLibrary(String className) {
        for (String library : LIBRARIES) {
            if (className.startsWith(library)) {
                return true;
            }
        }
        return false;
    }

    /** The points in a class, by its name with slashes; {@code null} if nothing is to be done when it loads. */
    public List<WeavePoint> points(String className) {
        List<WeavePoint> points = WeavePoint.in(className);
        return existing ? ExistingPoints.and(points, className) : points;
    }

    /** What objects of a class are that exist and cannot be reached; {@code null} if they can, or need not be. */
    public String outOfReach(String className) {
        return ExistingPoints.outOfReach(className);
    }

    /** Has it weave also what reaches objects that exist. */
    public void reachExisting() {
        existing = true;
    }

    private byte[] weave(
            String className, Module module, ClassLoader loader, ProtectionDomain domain, byte[] classFile) {
        try {
            List<WeavePoint> points = points(className);
            if (points == null) {
                return null;
            }
            if (points.isEmpty()) {
                WeaveLog.stranger(className);
                return null;
            }
            if (!seesHook(loader)) {
                String line = WeaveLog.hidden(className, loader, required);
                weaving().add(className, loader, "is not woven: its class loader hides dev.heddle");
                return required.isEmpty() ? null : RefusingClass.of(points, classFile, line);
            }
            letReadHook(module, instrumentation);
            ClassWeaver weaver = new ClassWeaver(points, classFile);
            String problem = null;
            for (WeavePoint missing : weaver.missing()) {
                tell(missing, loader, domain);
                problem = "does not have or use " + missing.member();
            }
            weaving().add(className, loader, problem);
            return weaver.woven();
        } catch (Throwable failure) {
            // The JVM ignores what a transformer throws, so this line is all that anyone would see of it.
            WeaveLog.notWoven(className, domain, failure.toString());
            weaving().add(className, loader, "is not woven: " + failure);
            return null;
        }
    }

    /** Asks for a class file and loads nothing: it is in the midst of loading another class. */
    private static void tell(WeavePoint missing, ClassLoader loader, ProtectionDomain domain) {
        if (missing.knownBy().equals(missing.className()) || loader.getResource(missing.knownBy() + ".class") != null) {
            WeaveLog.notAsExpected(missing, domain);
        } else {
            WeaveLog.notYet(missing, domain);
        }
    }

    /** Has a module be one that may call the hook. */
    static void letReadHook(Module module, Instrumentation instrumentation) {
        Module hook = Hook.class.getModule();
        if (!module.canRead(hook)) {
            instrumentation.redefineModule(module, Set.of(hook), Map.of(), Map.of(), Set.of(), Map.of());
        }
    }

    /** Whether classes of a loader find the hook. */
    static boolean seesHook(ClassLoader loader) {
        try {
            if (loader == null || loader.loadClass(Hook.class.getName()) != Hook.class) {
                return false;
            }
            // What the JDK itself loads with has no bundles.
            Object bundle = loader.getClass().getClassLoader() == null ? null : Bundles.of(loader);
            return bundle == null || Bundles.finds(bundle, Hook.class);
        } catch (ClassNotFoundException hidden) {
            return false;
        }
    }
}
