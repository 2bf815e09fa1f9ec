package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.call.dropin.DropInType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;

/**
 * What of a JAR without any type of Heddle's is to be used, and how it is made: a line in the service file of a library's
 * type, or an expression of the setting {@code heddle.native}.
 *
 * @param type of the service file, {@code null} for all that what the setting gives is of
 * @param className of a class in the JAR
 */
record DropInSource(DropInType type, String className, DropInExpression expression) {

    /** What the service files of a JAR name, and what the setting does that is in the JAR and goes before those. */
    static List<DropInSource> of(JarFile jar, List<DropInExpression> named)
            throws IOException, InvalidExtensionException {
        List<DropInSource> sources = new ArrayList<>();
        Set<String> bySetting = new HashSet<>();
        for (DropInExpression expression : named) {
            for (String className : expression.classNames()) {
                if (jar.getEntry(className.replace('.', '/') + ".class") != null) {
                    bySetting.add(className);
                    sources.add(new DropInSource(null, className, expression));
                }
            }
        }
        for (DropInType type : DropInType.values()) {
            for (String className : TextEntry.providers(jar, serviceFile(type))) {
                if (!bySetting.contains(className)) {
                    sources.add(new DropInSource(type, className, null));
                }
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
