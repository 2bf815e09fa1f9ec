package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.call.dropin.DropInType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Where a JAR without any type of Heddle's says what of it is to be used: a line in the service file of a library's type.
 *
 * @param className of the class that the line names
 */
record DropInSource(DropInType type, String className) {

    /** What the service files of a JAR name. */
    static List<DropInSource> of(JarFile jar) throws IOException, InvalidExtensionException {
        List<DropInSource> sources = new ArrayList<>();
        for (DropInType type : DropInType.values()) {
            for (String className : TextEntry.providers(jar, serviceFile(type))) {
                sources.add(new DropInSource(type, className));
            }
        }
        return sources;
    }

    private static String serviceFile(DropInType type) {
        return "META-INF/services/" + type.typeName();
    }

    /** Who names the class, for a line of log. */
    String place() {
        return "its " + serviceFile(type);
    }
}
