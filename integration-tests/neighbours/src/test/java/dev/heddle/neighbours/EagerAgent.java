package dev.heddle.neighbours;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/** Loads each class of Heddle and its extensions when it is shown it, before it is defined. */
public final class EagerAgent implements ClassFileTransformer {
    static final String LOADED = "eager agent loaded ";

    /** What is being loaded is not asked for again. */
    private final ThreadLocal<String> loading = new ThreadLocal<>();

    private EagerAgent() {}

    public static void premain(String argument, Instrumentation instrumentation) {
        instrumentation.addTransformer(new EagerAgent());
    }

    @Override
    public byte[] transform(
            Module module,
            ClassLoader loader,
            String className,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] classFile) {
        if (redefined != null
                || !className.startsWith("dev/heddle/")
                // The JDK's own loaders cannot do with it.
                || loader == ClassLoader.getSystemClassLoader()
                || className.equals(loading.get())) {
            return null;
        }
        String before = loading.get();
        loading.set(className);
        try {
            System.out.println(LOADED + Class.forName(className.replace('/', '.'), false, loader));
        } catch (ClassNotFoundException madeInMemory) {
            // It has no class file.
        } finally {
            loading.set(before);
        }
        return null;
    }
}
