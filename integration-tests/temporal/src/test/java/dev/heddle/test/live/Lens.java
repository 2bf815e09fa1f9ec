package dev.heddle.test.live;

import com.sun.tools.attach.VirtualMachine;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An agent of the test's own that sees how the JVM defines the libraries' classes, once all agents have had them that were
 * there before it.
 */
public final class Lens implements ClassFileTransformer {
    private static final String HOOK = "dev/heddle/agent/bootstrap/Hook";

    private static Instrumentation instrumentation;

    private final Map<String, Boolean> calling = new ConcurrentHashMap<>();

    /** Called by the JVM. */
    public static void agentmain(String argument, Instrumentation ofJvm) {
        instrumentation = ofJvm;
    }

    /** One from this JAR, which looks at all that is loaded. */
    static Lens of(String jar) throws Exception {
        VirtualMachine self =
                VirtualMachine.attach(String.valueOf(ProcessHandle.current().pid()));
        self.loadAgent(jar);
        self.detach();
        Lens lens = new Lens();
        instrumentation.addTransformer(lens, true);
        instrumentation.retransformClasses(
                libraries().stream().filter(instrumentation::isModifiableClass).toArray(Class<?>[]::new));
        return lens;
    }

    private static List<Class<?>> libraries() {
        List<Class<?>> libraries = new ArrayList<>();
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            if (isOfLibrary(each.getName().replace('.', '/'))) {
                libraries.add(each);
            }
        }
        return libraries;
    }

    private static boolean isOfLibrary(String name) {
        return name.startsWith("io/temporal/") && !name.startsWith("io/temporal/api/") || name.startsWith("io/grpc/");
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        if (name != null && isOfLibrary(name)) {
            calling.put(name, new String(classFile, StandardCharsets.ISO_8859_1).contains(HOOK));
        }
        return null;
    }

    /** The classes that call the hook, as the JVM has defined them last. */
    Set<String> woven() {
        Set<String> woven = new TreeSet<>();
        calling.forEach((name, calls) -> {
            if (calls) {
                woven.add(name);
            }
        });
        return woven;
    }

    /** How many class loaders of Heddle's have classes. */
    static long loadersOfHeddle() {
        Set<Integer> loaders = new TreeSet<>();
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            ClassLoader loader = each.getClassLoader();
            if (loader != null && loader.getClass().getName().startsWith("dev.heddle.agent.")) {
                loaders.add(System.identityHashCode(loader));
            }
        }
        return loaders.size();
    }
}
