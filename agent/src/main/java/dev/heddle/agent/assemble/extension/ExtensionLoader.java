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
final class ExtensionLoader extends ClassLoader implements Closeable {
    static {
        registerAsParallelCapable();
    }

    private static final String API = "dev.heddle.api.";

    private final JarFile jar;
    private final URL location;
    private final ClassLoader application;
    private final List<String> applicationFirst;
    private final Map<List<CodeSigner>, ProtectionDomain> domains = new ConcurrentHashMap<>();

    ExtensionLoader(File file, ClassLoader application, List<String> applicationFirst) throws IOException {
        super(file.getName(), ClassLoader.getPlatformClassLoader());
        this.jar = PrivateJar.open(file);
        this.location = file.toURI().toURL();
        this.application = application;
        this.applicationFirst = applicationFirst;
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
            return application.loadClass(name);
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
        JarEntry entry = jar.getJarEntry(name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] classFile = in.readAllBytes();
            definePackageOf(name);
            return defineClass(name, classFile, 0, classFile.length, domain(entry.getCodeSigners()));
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    /**
     * Of those who signed a class. It knows no loader, as that of a {@code SecureClassLoader} does: a thread that the
     * application starts beneath an interceptor keeps the domains of all frames for as long as it lives, up to JDK 23.
     */
    private ProtectionDomain domain(CodeSigner[] signers) {
        List<CodeSigner> key = signers == null ? List.of() : List.of(signers);
        ProtectionDomain domain = domains.get(key);
        if (domain == null) {
            ProtectionDomain made = new ProtectionDomain(new CodeSource(location, signers), null, null, null);
            domain = domains.putIfAbsent(key, made);
            return domain == null ? made : domain;
        }
        return domain;
    }

    /** Gives the package what the manifest says of its version, for which some libraries ask. */
    private void definePackageOf(String name) throws IOException {
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        Manifest manifest = jar.getManifest();
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
        JarEntry entry = jar.getJarEntry(name);
        try {
            return entry == null
                    ? null
                    : new URL("jar:" + location + '!' + new URI(null, null, '/' + entry.getRealName(), null));
        } catch (URISyntaxException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Resources of the JAR, else of the application; service files of both would mix two worlds. */
    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : application.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        URL own = findResource(name);
        return own != null ? Collections.enumeration(List.of(own)) : application.getResources(name);
    }

    /** Read here, for a URL's stream would leave the JAR open. */
    @Override
    public InputStream getResourceAsStream(String name) {
        JarEntry entry = jar.getJarEntry(name);
        try {
            return entry == null ? application.getResourceAsStream(name) : jar.getInputStream(entry);
        } catch (IOException unreadable) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
