package dev.heddle.agent.control;

import java.net.URL;
import java.security.CodeSource;

/** The files that loaded classes are of. */
final class ClassFiles {
    private ClassFiles() {}

    /**
     * Whether what a loader finds under the name of a class that it has loaded is that class's own file: a loader that looks
     * for classes in its own places first often asks its parent first for all else, which may have another build.
     */
    static boolean isOf(Class<?> loaded, String name) {
        ClassLoader loader = loaded.getClassLoader();
        if (loader == ClassLoader.getSystemClassLoader()) {
            return true;
        }
        CodeSource source = loaded.getProtectionDomain().getCodeSource();
        URL file = loader.getResource(name + ".class");
        return file != null
                && source != null
                && source.getLocation() != null
                && file.toString().contains(source.getLocation().toString());
    }
}
