package dev.heddle.agent.assemble;

import java.security.CodeSource;

/** Says which version of a library an application has. */
public final class LibraryVersion {
    private LibraryVersion() {}

    /** The title with the version that the manifest of the JAR has, or the place of a JAR that does not tell. */
    public static String of(String title, Class<?> ofLibrary) {
        String version = ofLibrary.getPackage().getImplementationVersion();
        if (version != null) {
            return title + ' ' + version;
        }
        CodeSource source = ofLibrary.getProtectionDomain().getCodeSource();
        return source == null ? title : title + " in " + source.getLocation();
    }
}
