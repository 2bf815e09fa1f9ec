package dev.heddle.versions;

import dev.heddle.harness.Repository;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The operations that a version of the SDK has, by its interfaces. */
final class Inventory {
    private static final String INTERFACES = "agent/src/main/java/dev/heddle/agent/call/temporal/SdkInterface.java";
    private static final Pattern SURFACE = Pattern.compile("\"(io\\.temporal\\.[\\w.]+)\", Category\\.(\\w+)\\)");

    /** These make or run what operations belong to, and are no call of an application. */
    private static final Set<String> NO_OPERATIONS = Set.of(
            "init", "newWorkflowMethodThread", "newCallbackThread", "newChildThread", "newThread", "withContext");

    private Inventory() {}

    static Set<String> of(String classPath) throws IOException {
        Set<String> operations = new TreeSet<>();
        try (URLClassLoader loader = loader(classPath)) {
            for (MatchResult surface : SURFACE.matcher(Files.readString(Repository.file(INTERFACES)))
                    .results()
                    .toList()) {
                String category = surface.group(2).toLowerCase(Locale.ROOT).replace('_', ' ');
                methods(loader, surface.group(1)).forEach(method -> operations.add(category + ' ' + method));
            }
        }
        return operations;
    }

    /** Which of these types a version has. */
    static Set<String> of(String classPath, Set<String> types) throws IOException {
        Set<String> there = new TreeSet<>();
        try (URLClassLoader loader = loader(classPath)) {
            for (String type : types) {
                if (loader.getResource(type.replace('.', '/') + ".class") != null) {
                    there.add(type);
                }
            }
        }
        return there;
    }

    private static URLClassLoader loader(String classPath) {
        URL[] jars = Stream.of(classPath.split(File.pathSeparator))
                .map(Inventory::url)
                .toArray(URL[]::new);
        return new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
    }

    private static Stream<String> methods(ClassLoader loader, String name) {
        try {
            return Stream.of(loader.loadClass(name).getMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()))
                    .map(Method::getName)
                    .filter(method -> !NO_OPERATIONS.contains(method));
        } catch (ClassNotFoundException notInThisVersion) {
            return Stream.empty();
        }
    }

    private static URL url(String file) {
        try {
            return Path.of(file).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
