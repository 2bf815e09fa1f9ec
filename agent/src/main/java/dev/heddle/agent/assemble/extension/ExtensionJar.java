package dev.heddle.agent.assemble.extension;

import dev.heddle.api.Extension;
import java.io.File;
import java.io.IOException;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
 */
public record ExtensionJar(File file, String name, String version, List<String> applicationFirst, boolean internal) {
    private static final String SERVICE = "META-INF/services/" + Extension.class.getName();
    private static final Pattern FILE_NAME = Pattern.compile("(?:heddle-extension-)?(.+?)(?:-(\\d[\\w.+-]*))?\\.jar");

    /** Classes of which there must be one copy, the application's or the agent's. */
    private static final Pattern FOREIGN = Pattern.compile("dev/heddle/api/\\w+\\.class"
            + "|io/temporal/(activity|api|client|common|internal|serviceclient|worker|workflow)/.*\\.class"
            + "|io/grpc/(\\w+|internal/.*|stub/.*)\\.class");

    /** Reads and checks a JAR. */
    static ExtensionJar read(File file) throws InvalidExtensionException {
        try (JarFile jar = new JarFile(file)) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (FOREIGN.matcher(name).matches()) {
                    throw new InvalidExtensionException("it bundles " + name
                            + ", of which there must be one copy; give that dependency the scope 'provided'");
                }
            }
            if (jar.getEntry(SERVICE) == null) {
                throw new InvalidExtensionException("it has no " + SERVICE + "; name the class of the extension in it");
            }
            return describe(file, jar.getManifest());
        } catch (IOException | RuntimeException unreadable) {
            throw new InvalidExtensionException(
                    "it is not a readable JAR (" + unreadable.getMessage()
                            + "); copy it again, and let this process read it",
                    unreadable);
        }
    }

    /** Name and version. */
    public String title() {
        return version.isEmpty() ? name : name + ' ' + version;
    }

    private static ExtensionJar describe(File file, Manifest manifest) {
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
        String applicationFirst = attributes.getValue("Heddle-Application-First");
        return new ExtensionJar(
                file,
                name.strip(),
                version == null ? "" : version,
                applicationFirst == null
                        ? List.of()
                        : List.of(applicationFirst.strip().split("[,\\s]+")),
                Boolean.parseBoolean(attributes.getValue("Heddle-Internal")));
    }
}
