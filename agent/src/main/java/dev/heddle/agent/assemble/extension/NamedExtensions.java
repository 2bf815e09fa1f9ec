package dev.heddle.agent.assemble.extension;

import dev.heddle.api.Extension;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.JarFile;

/**
 * The extensions that the service file of a JAR names, by the rules of {@code ServiceLoader}, which would not read them
 * from the JAR that is open and was checked, but from the file that has its path by now.
 */
final class NamedExtensions {
    private final ExtensionLoader loader;

    /** Those of the JAR that a loader has. */
    NamedExtensions(ExtensionLoader loader) {
        this.loader = loader;
    }

    /** The names of their classes, in the file's order. */
    static Set<String> names(JarFile jar) throws IOException, InvalidExtensionException {
        return new LinkedHashSet<>(TextEntry.providers(jar, ExtensionJar.SERVICE));
    }

    /**
     * The one of a class; {@code null} if that is the application's, which is no extension.
     *
     * @throws InvocationTargetException with what its constructor throws
     */
    Extension make(String className) throws InvalidExtensionException, InvocationTargetException {
        Class<?> type = type(className);
        if (type.getClassLoader() != loader) {
            return null;
        }
        try {
            return (Extension) type.getConstructor().newInstance();
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException unfit) {
            throw new InvalidExtensionException(
                    className + " has no public constructor without parameters; give it one", unfit);
        }
    }

    private Class<?> type(String className) throws InvalidExtensionException {
        if (className.indexOf(' ') >= 0 || className.indexOf('\t') >= 0) {
            throw wrong("Illegal configuration-file syntax: " + className);
        }
        Class<?> type;
        try {
            type = Class.forName(className, false, loader);
        } catch (ClassNotFoundException missing) {
            throw wrong(className + " not found");
        }
        if (!Extension.class.isAssignableFrom(type)) {
            throw wrong(className + " not a subtype");
        }
        return type;
    }

    private static InvalidExtensionException wrong(String what) {
        return new InvalidExtensionException("its service file is wrong: " + what
                + "; it should name a class of the JAR that implements " + Extension.class.getName());
    }
}
