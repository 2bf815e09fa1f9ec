package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.assemble.trust.FileTrust;
import dev.heddle.agent.assemble.trust.UntrustedException;
import dev.heddle.agent.log.AgentLog;
import dev.heddle.agent.settings.AgentSetting;
import dev.heddle.agent.settings.AgentSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;

/**
 * Finds the extension JARs that the setting {@code heddle.extensions} names, and says one line for each that is left
 * out.
 */
public final class ExtensionFolder {
    private static final Logger LOG = AgentLog.get();

    /** Opening a pipe waits for somebody to write, and a device may never end. */
    private static final String NO_FILE = "it is no regular file; replace it by a JAR, or remove it";

    private ExtensionFolder() {}

    /**
     * What is there.
     *
     * @param jars the readable JARs by file name; of two with one name the first
     * @param unfit those that are left out, and why
     */
    public record Found(List<ExtensionJar> jars, Map<File, String> unfit) {
        /** All of them. */
        public Set<File> files() {
            Set<File> files = new HashSet<>(unfit.keySet());
            for (ExtensionJar jar : jars) {
                files.add(jar.file());
            }
            return files;
        }
    }

    /** Looks for JARs, and says of each that is left out why. */
    public static Found scan(AgentSettings settings, String agentJar) {
        List<File> places = places(settings.get(AgentSetting.EXTENSIONS), agentJar);
        if (places.isEmpty()) {
            LOG.warn("no extensions: heddle.extensions is empty; name JARs or folders in it, separated by commas");
        }
        List<File> files = new ArrayList<>();
        FileTrust trust = new FileTrust(settings);
        warnOfOpenSettings(trust);
        Map<File, String> unfit = new LinkedHashMap<>();
        for (File place : places) {
            List<File> jars = jarsOf(place);
            String objection = place.isDirectory() ? objection(place, trust) : null;
            if (objection == null) {
                files.addAll(jars);
            } else {
                LOG.error("no extensions from {}: {}", place, objection);
                jars.forEach(jar -> unfit.put(jar, objection));
            }
        }
        files.sort(new ByName());
        return read(files, named(settings), trust, unfit);
    }

    private static List<File> places(String setting, String agentJar) {
        if (setting == null) {
            return List.of(AgentSettings.folderBeside(agentJar));
        }
        List<File> places = new ArrayList<>();
        for (String place : setting.split(",")) {
            if (!place.isBlank()) {
                places.add(new File(place.strip()).getAbsoluteFile());
            }
        }
        return places;
    }

    /** The files that may be extensions now, readable or not; says nothing. */
    public static List<File> files(AgentSettings settings, String agentJar) {
        List<File> files = new ArrayList<>();
        for (File place : places(settings.get(AgentSetting.EXTENSIONS), agentJar)) {
            File[] inside = place.listFiles();
            if (inside == null) {
                files.add(place);
                continue;
            }
            for (File file : inside) {
                if (isJar(file)) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    /** Whether a file is an extension by its name. */
    public static boolean isJar(File file) {
        return file.getName().toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    /** The order of extensions that do not say where they stand. */
    public static final class ByName implements Comparator<File> {
        @Override
        public int compare(File left, File right) {
            int byName = left.getName().compareTo(right.getName());
            return byName == 0 ? left.compareTo(right) : byName;
        }
    }

    private static List<File> jarsOf(File place) {
        if (!place.isDirectory()) {
            if (place.isFile()) {
                return List.of(place);
            }
            if (place.exists()) {
                leftOut(place, NO_FILE);
                return List.of();
            }
            LOG.warn(
                    "no extensions from {}: there is no such folder or JAR; create it or name another in heddle.extensions",
                    place);
            return List.of();
        }
        File[] files = place.listFiles();
        if (files == null) {
            LOG.error("no extensions from {}: this process may not read the folder; give it the right to", place);
            return List.of();
        }
        List<File> jars = new ArrayList<>();
        for (File file : files) {
            if (isJar(file)) {
                jars.add(file);
            }
        }
        if (jars.isEmpty()) {
            LOG.warn("no extensions from {}: the folder has no .jar file; copy the extensions' JARs there", place);
        }
        return jars;
    }

    private static void warnOfOpenSettings(FileTrust trust) {
        try {
            trust.warnOfOpenSettings();
        } catch (IOException | InvalidPathException unreadable) {
            // Which has been said when they were read.
        }
    }

    /** Why nothing of a folder is to be loaded, or {@code null}. */
    private static String objection(File folder, FileTrust trust) {
        try {
            trust.requireFolder(folder);
            return null;
        } catch (UntrustedException untrusted) {
            return untrusted.getMessage();
        } catch (IOException unreadable) {
            return "its rights cannot be read (" + unreadable.getMessage() + "); let this process enter it";
        }
    }

    private static Found read(List<File> files, List<DropInExpression> named, FileTrust trust, Map<File, String> out) {
        Map<String, ExtensionJar> byName = new LinkedHashMap<>();
        for (File file : files) {
            try {
                if (!file.isFile()) {
                    throw new InvalidExtensionException(NO_FILE);
                }
                requireRights(file, trust);
                ExtensionJar jar = ExtensionJar.read(file, named);
                ExtensionJar earlier = byName.putIfAbsent(jar.name(), jar);
                if (earlier != null) {
                    throw new InvalidExtensionException("its name '" + jar.name() + "' is taken by "
                            + earlier.file().getName()
                            + "; remove one of the two or set Heddle-Extension in its manifest");
                }
            } catch (InvalidExtensionException unfit) {
                if (isThere(file)) {
                    leftOut(file, unfit.getMessage());
                    out.put(file, unfit.getMessage());
                }
            }
        }
        warnOfMissing(named, byName.values());
        return new Found(List.copyOf(byName.values()), out);
    }

    /** Somebody may have removed it since the folder was read; a link that leads nowhere is there. */
    private static boolean isThere(File file) {
        return Files.exists(file.toPath(), LinkOption.NOFOLLOW_LINKS);
    }

    /** What the setting names that is made of classes of JARs which no service file names. */
    private static List<DropInExpression> named(AgentSettings settings) {
        String setting = settings.get(AgentSetting.NATIVE);
        try {
            return setting == null || setting.isEmpty() ? List.of() : DropInExpression.all(setting);
        } catch (IllegalArgumentException unreadable) {
            LOG.error("heddle.native {}, and has no effect; correct it", unreadable.getMessage());
            return List.of();
        }
    }

    private static void warnOfMissing(List<DropInExpression> named, Collection<ExtensionJar> jars) {
        for (DropInExpression expression : named) {
            boolean found = false;
            for (ExtensionJar jar : jars) {
                for (DropInSource source : jar.dropIns()) {
                    found |= source.expression() == expression;
                }
            }
            if (!found) {
                LOG.error(
                        "heddle.native names {}, whose class is in no JAR of heddle.extensions that is not one of "
                                + "Heddle's own; copy its JAR there",
                        expression.steps().get(0).name());
            }
        }
    }

    /** Before anything of it is read, and again when it is loaded. */
    private static void requireRights(File file, FileTrust trust) throws InvalidExtensionException {
        try {
            trust.requireRights(file);
        } catch (UntrustedException untrusted) {
            throw new InvalidExtensionException(untrusted.getMessage());
        } catch (IOException unreadable) {
            throw ExtensionJar.unreadable(unreadable);
        }
    }

    /** Says why in one line, whatever lines the reason has. */
    public static void leftOut(File file, String reason) {
        LOG.error("extension {} is left out: {}", file, reason.replaceAll("\\s*\\R\\s*", " "));
    }
}
