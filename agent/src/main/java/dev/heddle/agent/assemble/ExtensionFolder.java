package dev.heddle.agent.assemble;

import dev.heddle.agent.call.AgentLog;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;

/**
 * Finds the extension JARs that the setting {@code heddle.extensions} names, and says one line for each that is left
 * out.
 */
final class ExtensionFolder {
    private static final Logger LOG = AgentLog.get();

    private ExtensionFolder() {}

    /** The readable JARs by file name; of two with one name the first. */
    static List<ExtensionJar> scan(AgentSettings settings, String agentJar) {
        String setting = settings.get("extensions", null);
        List<File> places = setting == null
                ? List.of(AgentSettings.folderBeside(agentJar))
                : Arrays.stream(setting.split(","))
                        .map(String::strip)
                        .filter(place -> !place.isEmpty())
                        .map(place -> new File(place).getAbsoluteFile())
                        .toList();
        if (places.isEmpty()) {
            LOG.warn("no extensions: heddle.extensions is empty; name JARs or folders in it, separated by commas");
        }
        List<File> files = new ArrayList<>();
        for (File place : places) {
            files.addAll(jarsOf(place));
        }
        files.sort(Comparator.comparing(File::getName).thenComparing(File::getPath));
        return read(files);
    }

    private static List<File> jarsOf(File place) {
        if (!place.isDirectory()) {
            if (place.isFile()) {
                return List.of(place);
            }
            LOG.warn(
                    "no extensions from {}: there is no such folder or JAR; create it or name another in heddle.extensions",
                    place);
            return List.of();
        }
        File[] jars = place.listFiles((folder, name) -> name.endsWith(".jar"));
        if (jars == null) {
            LOG.error("no extensions from {}: this process may not read the folder; give it the right to", place);
            return List.of();
        }
        if (jars.length == 0) {
            LOG.warn("no extensions from {}: the folder has no .jar file; copy the extensions' JARs there", place);
        }
        return List.of(jars);
    }

    private static List<ExtensionJar> read(List<File> files) {
        Map<String, ExtensionJar> byName = new LinkedHashMap<>();
        for (File file : files) {
            try {
                ExtensionJar jar = ExtensionJar.read(file);
                ExtensionJar earlier = byName.putIfAbsent(jar.name(), jar);
                if (earlier != null) {
                    throw new UnfitExtensionException("its name '" + jar.name() + "' is taken by "
                            + earlier.file().getName()
                            + "; remove one of the two or set Heddle-Extension in its manifest");
                }
            } catch (UnfitExtensionException unfit) {
                leftOut(file, unfit.getMessage());
            }
        }
        return List.copyOf(byName.values());
    }

    /** Says why in one line, whatever lines the reason has. */
    static void leftOut(File file, String reason) {
        LOG.error("extension {} is left out: {}", file, reason.replaceAll("\\s*\\R\\s*", " "));
    }
}
