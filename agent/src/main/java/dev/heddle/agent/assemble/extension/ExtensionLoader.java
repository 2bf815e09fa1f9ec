package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.bootstrap.AgentLoader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Loads one extension for one application. A class comes from the JDK, Heddle's API, the JAR itself, then the
 * application; what the extension takes from the application first, from there before its JAR. Neither another
 * extension nor the agent's own classes can be seen.
 *
 * <p>It reads the JAR itself. A {@code URLClassLoader} that is made while an application starts makes the JVM throw away
 * what it has compiled of the application's own class loader, and compile it anew for twenty times as long.
 */
public final class ExtensionLoader extends ClassLoader implements Closeable {
    static {
        registerAsParallelCapable();
    }

    private static final String API = "dev.heddle.api.";

    /** A JAR of a few kilobytes can have an entry of as many gigabytes. */
    private static final int LONGEST_CLASS = 16 << 20;

    private final JarFile jar;
    private final URL location;
    private final ClassLoader application;
    private final List<String> applicationFirst;
    private final List<Library> libraries;
    /**
     * By where a class comes from, and who has signed it: a list, for the JDK keeps the types of a record that is compared,
     * and with them our class loader.
     */
    private final Map<List<Object>, ProtectionDomain> domains = new ConcurrentHashMap<>();

    /** A JAR of which is taken what the application has not. */
    private record Library(URL location, JarFile jar) {}

    /**
     * A loader of what has been read of an extension's JAR, which it closes.
     *
     * @param libraries JARs with what the JAR needs and the application may lack, by their files; closed too
     */
    ExtensionLoader(ExtensionJar extension, JarFile jar, ClassLoader application, Map<File, JarFile> libraries)
            throws IOException {
        super(extension.file().getName(), ClassLoader.getPlatformClassLoader());
        this.jar = jar;
        this.location = extension.file().toURI().toURL();
        this.application = application;
        this.applicationFirst = extension.applicationFirst();
        this.libraries = new ArrayList<>();
        for (Map.Entry<File, JarFile> library : libraries.entrySet()) {
            this.libraries.add(new Library(library.getKey().toURI().toURL(), library.getValue()));
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(API)) {
            return AgentLoader.class.getClassLoader().loadClass(name);
        }
        if (isOfApplicationFirst(name)) {
            try {
                return application.loadClass(name);
            } catch (ClassNotFoundException bundledThen) {
                return bundled(name);
            }
        }
        try {
            return bundled(name);
        } catch (ClassNotFoundException notBundled) {
            return libraries.isEmpty() ? application.loadClass(name) : ofApplicationOrLibrary(name);
        }
    }

    private Class<?> ofApplicationOrLibrary(String name) throws ClassNotFoundException {
        try {
            return application.loadClass(name);
        } catch (ClassNotFoundException notInTheApplication) {
            for (Library library : libraries) {
                Class<?> found = define(name, library.jar(), library.location());
                if (found != null) {
                    return found;
                }
            }
            throw notInTheApplication;
        }
    }

    private boolean isOfApplicationFirst(String name) {
        for (String prefix : applicationFirst) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private Class<?> bundled(String name) throws ClassNotFoundException {
        Class<?> found = define(name, jar, location);
        if (found == null) {
            throw new ClassNotFoundException(name);
        }
        return found;
    }

    /** A class of a JAR, {@code null} if that has none of this name. */
    private Class<?> define(String name, JarFile in, URL from) throws ClassNotFoundException {
        JarEntry entry = in.getJarEntry(name.replace('.', '/') + ".class");
        if (entry == null) {
            return null;
        }
        try (InputStream content = in.getInputStream(entry)) {
            byte[] classFile = content.readNBytes(LONGEST_CLASS + 1);
            if (classFile.length > LONGEST_CLASS) {
                throw new ClassFormatError(name + " is longer than " + (LONGEST_CLASS >> 20) + " MB, as no class is");
            }
            definePackageOf(name, in.getManifest());
            return defineUnlessLoaded(name, classFile, domain(from, entry.getCodeSigners()));
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    /** Another agent may load the very class that it is shown before it is defined: Datadog's does. */
    private Class<?> defineUnlessLoaded(String name, byte[] classFile, ProtectionDomain domain) {
        try {
            return defineClass(name, classFile, 0, classFile.length, domain);
        } catch (LinkageError failure) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                throw failure;
            }
            return loaded;
        }
    }

    /**
     * Of those who signed a class. It knows no loader, as that of a {@code SecureClassLoader} does: a thread that the
     * application starts beneath an interceptor keeps the domains of all frames for as long as it lives, up to JDK 23.
     */
    private ProtectionDomain domain(URL from, CodeSigner[] signers) {
        List<Object> key = List.of(from.toString(), signers == null ? List.of() : List.of(signers));
        ProtectionDomain domain = domains.get(key);
        if (domain == null) {
            ProtectionDomain made = new ProtectionDomain(new CodeSource(from, signers), null, null, null);
            domain = domains.putIfAbsent(key, made);
            return domain == null ? made : domain;
        }
        return domain;
    }

    /** Gives the package what the manifest says of its version, for which some libraries ask. */
    private void definePackageOf(String name, Manifest manifest) {
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        if (manifest == null || getDefinedPackage(packageName) != null) {
            return;
        }
        Attributes main = manifest.getMainAttributes();
        try {
            definePackage(
                    packageName,
                    main.getValue(Name.SPECIFICATION_TITLE),
                    main.getValue(Name.SPECIFICATION_VERSION),
                    main.getValue(Name.SPECIFICATION_VENDOR),
                    main.getValue(Name.IMPLEMENTATION_TITLE),
                    main.getValue(Name.IMPLEMENTATION_VERSION),
                    main.getValue(Name.IMPLEMENTATION_VENDOR),
                    null);
        } catch (IllegalArgumentException anotherThreadWasFirst) {
            // Then it has the same.
        }
    }

    @Override
    protected URL findResource(String name) {
        return resource(name, jar, location);
    }

    private static URL resource(String name, JarFile in, URL from) {
        JarEntry entry = in.getJarEntry(name);
        try {
            return entry == null
                    ? null
                    : new URL("jar:" + from + '!' + new URI(null, null, '/' + entry.getRealName(), null));
        } catch (URISyntaxException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Resources of the JAR, else of the application; service files of both would mix two worlds. */
    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        URL found = own != null ? own : application.getResource(name);
        for (Library library : found == null ? libraries : List.<Library>of()) {
            found = found == null ? resource(name, library.jar(), library.location()) : found;
        }
        return found;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        URL own = findResource(name);
        return own != null ? Collections.enumeration(List.of(own)) : application.getResources(name);
    }

    /** Read here, for a URL's stream would leave the JAR open. */
    @Override
    public InputStream getResourceAsStream(String name) {
        try {
            JarEntry entry = jar.getJarEntry(name);
            InputStream found = entry == null ? application.getResourceAsStream(name) : jar.getInputStream(entry);
            for (Library library : found == null ? libraries : List.<Library>of()) {
                JarEntry ofLibrary = found == null ? library.jar().getJarEntry(name) : null;
                found = ofLibrary == null ? found : library.jar().getInputStream(ofLibrary);
            }
            return found;
        } catch (IOException unreadable) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
        for (Library library : libraries) {
            library.jar().close();
        }
    }
}
