package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.log.AgentLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;

/**
 * What a JAR of the extension folder says of itself, read before any of its classes is loaded.
 *
 * @param file the JAR
 * @param name under which its settings stand: the manifest's {@code Heddle-Extension}, else the file's name without
 *     {@code heddle-extension-} and version
 * @param version the manifest's {@code Implementation-Version}, else the file name's, else empty
 * @param applicationFirst package prefixes that it takes from the application where the application has the class:
 *     the manifest's {@code Heddle-Application-First}, separated by commas
 * @param internal whether it is part of Heddle's own workings, as the testing kit's recorders are, which no line of the
 *     log needs to name: the manifest's {@code Heddle-Internal}
 * @param named whether its manifest names it, rather than its file
 * @param providers the classes that its service files name, each with the checksum of its class file
 * @param dropIns what its service files of the libraries' own types name, and {@code heddle.native}, if it has none of
 *     Heddle's
 * @param modified when the file was last changed, as the system says
 * @param ownCopies of which shared libraries it brings a copy
 * @param content a checksum of what is in it: two that differ in it do not have the same files
 */
public record ExtensionJar(
        File file,
        String name,
        String version,
        List<String> applicationFirst,
        boolean internal,
        boolean named,
        Set<String> providers,
        List<DropInSource> dropIns,
        long modified,
        List<SharedLibrary> ownCopies,
        long content) {
    private static final Logger LOG = AgentLog.get();
    /** In a word, for the API's classes are not there yet. */
    static final String SERVICE = "META-INF/services/dev.heddle.api.Extension";

    private static final Pattern FILE_NAME =
            Pattern.compile("(?:heddle-extension-)?(.+?)(?:-(\\d[\\w.+-]*))?\\.jar", Pattern.CASE_INSENSITIVE);

    /** Classes of which there must be one copy, the application's or the agent's. */
    private static final Pattern FOREIGN = Pattern.compile("dev/heddle/api/\\w+\\.class"
            + "|io/temporal/(activity|api|client|common|internal|serviceclient|worker|workflow)/.*\\.class"
            + "|io/grpc/(\\w+|internal/.*|stub/.*)\\.class");

    /**
     * Reads and checks a JAR.
     *
     * @param named what the setting {@code heddle.native} names, of this and other JARs
     */
    static ExtensionJar read(File file, List<DropInExpression> named) throws InvalidExtensionException {
        // Nothing of it runs yet, so no signature needs to be verified.
        try (JarFile jar = new JarFile(file, false)) {
            return read(file, jar, named);
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable(unreadable);
        }
    }

    static InvalidExtensionException unreadable(Exception cause) {
        String why = cause instanceof AccessDeniedException ? "permission denied" : cause.getMessage();
        return new InvalidExtensionException(
                "it is not a readable JAR (" + why + "); copy it again, and let this process read it", cause);
    }

    /** Makes sure that what is open now is what was looked at before. */
    void requireSame(JarFile open) throws InvalidExtensionException {
        if (content(open) != content) {
            throw new InvalidExtensionException(
                    "it has changed while it was read; copy it under another name, and rename it");
        }
    }

    private static ExtensionJar read(File file, JarFile jar, List<DropInExpression> named)
            throws InvalidExtensionException, IOException {
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (FOREIGN.matcher(name).matches()) {
                throw new InvalidExtensionException("it bundles " + name
                        + ", of which there must be one copy; give that dependency the scope 'provided'");
            }
        }
        if (jar.getEntry(SERVICE) == null && DropInSource.of(jar, named).isEmpty()) {
            throw new InvalidExtensionException("it has no " + SERVICE + "; name the class of the extension in it");
        }
        TextEntry.requireShortManifest(jar);
        return describe(file, jar, content(jar), named);
    }

    private static long content(JarFile jar) {
        long content = 0;
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            content = content * 31 + (entry.getName().hashCode() ^ entry.getCrc() << 16);
        }
        return content;
    }

    /** Name and version. */
    public String title() {
        return version.isEmpty() ? name : name + ' ' + version;
    }

    /**
     * Makes sure that it does not have the same extensions as another JAR, which would then run twice. Who names both in
     * their manifests wants that.
     */
    public void requireNoTwin(ExtensionJar other) throws InvalidExtensionException {
        if (other != null && !named && !providers.isEmpty()) {
            throw new InvalidExtensionException("it has the same extension as "
                    + other.file().getName()
                    + ", which would run twice; remove one of the two, or set Heddle-Extension in its manifest");
        }
    }

    /** Says what the extension loses by copies of its own of libraries that the application has too. */
    public void warnOfOwnCopies(ClassLoader application) {
        for (SharedLibrary library : ownCopies) {
            if (application.getResource(library.classFile()) != null) {
                LOG.warn(
                        "extension {} has its own copy of {}, which the application has too, and so does not see {}; set "
                                + "Heddle-Application-First to {} in its manifest ({})",
                        title(),
                        library.name(),
                        library.lost(),
                        library.packages(),
                        file);
            }
        }
    }

    private static Set<String> providers(JarFile jar, List<DropInSource> dropIns)
            throws IOException, InvalidExtensionException {
        Set<String> names = new TreeSet<>(TextEntry.providers(jar, SERVICE));
        for (DropInSource dropIn : dropIns) {
            names.add(dropIn.className());
        }
        Set<String> providers = new HashSet<>();
        for (String name : names) {
            JarEntry classFile = jar.getJarEntry(name.replace('.', '/') + ".class");
            if (classFile != null) {
                providers.add(name + ' ' + classFile.getCrc());
            }
        }
        return providers;
    }

    private static ExtensionJar describe(File file, JarFile jar, long content, List<DropInExpression> named)
            throws IOException, InvalidExtensionException {
        Manifest manifest = jar.getManifest();
        Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
        Matcher fileName = FILE_NAME.matcher(file.getName());
        boolean matches = fileName.matches();
        String name = attributes.getValue("Heddle-Extension");
        if (name == null) {
            name = matches ? fileName.group(1) : file.getName();
        }
        String version = attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        if (version == null) {
            version = matches ? fileName.group(2) : null;
        }
        String packages = attributes.getValue("Heddle-Application-First");
        List<String> applicationFirst =
                packages == null ? List.of() : List.of(packages.strip().split("[,\\s]+"));
        List<SharedLibrary> ownCopies = new ArrayList<>();
        for (SharedLibrary library : SharedLibrary.ALL) {
            if (jar.getEntry(library.classFile()) != null && !library.isTakenBy(applicationFirst)) {
                ownCopies.add(library);
            }
        }
        List<DropInSource> dropIns = jar.getEntry(SERVICE) == null ? DropInSource.of(jar, named) : List.of();
        return new ExtensionJar(
                file,
                name.strip(),
                version == null ? "" : version,
                applicationFirst,
                Boolean.parseBoolean(attributes.getValue("Heddle-Internal")),
                attributes.getValue("Heddle-Extension") != null,
                providers(jar, dropIns),
                dropIns,
                file.lastModified(),
                ownCopies,
                content);
    }
}
