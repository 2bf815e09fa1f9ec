package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.ExtensionFolder;
import dev.heddle.agent.log.AgentLog;
import dev.heddle.agent.settings.AgentSetting;
import dev.heddle.agent.settings.AgentSettings;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/**
 * Follows the extension folder and the configuration file: what has been as it is for a second is taken. A JAR that
 * cannot be read is waited for, because it may only be half of one; after ten seconds it is taken for what it is.
 *
 * <p>It looks instead of being told, for the JDK is not told either where files are on another machine or behind links
 * that are swapped, as Kubernetes does.
 */
final class FolderWatch implements Runnable {
    private static final long LOOK_MILLIS = 250;
    private static final long STILL = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final AgentSettings settings;
    private final String agentJar;
    private final LiveControl control;
    private final Thread thread = AgentThread.of("heddle-watch", this);
    private volatile boolean over;

    /** What a file is known by: links that lead to another file make it another one. */
    private record Mark(String path, long modified, long length) {}

    private FolderWatch(AgentSettings settings, String agentJar, LiveControl control) {
        this.settings = settings;
        this.agentJar = agentJar;
        this.control = control;
    }

    /** Begins to follow. */
    static FolderWatch begin(AgentSettings settings, String agentJar, LiveControl control) {
        FolderWatch watch = new FolderWatch(settings, agentJar, control);
        watch.thread.start();
        return watch;
    }

    /** Ends, and does not wait for that. */
    void end() {
        over = true;
        thread.interrupt();
    }

    @Override
    public void run() {
        Map<File, Mark> taken = look();
        Map<File, Mark> last = taken;
        long since = System.nanoTime();
        while (!over) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException ended) {
                return;
            }
            Map<File, Mark> now = look();
            if (!now.equals(last)) {
                last = now;
                since = System.nanoTime();
            }
            long still = System.nanoTime() - since;
            if (!now.equals(taken) && still >= STILL && (still >= PATIENCE || areWhole(now, taken))) {
                taken = now;
                take();
            }
        }
    }

    private void take() {
        try {
            control.follow();
        } catch (RuntimeException | LinkageError failure) {
            AgentLog.get().error("the agent failed when it followed the folder of extensions", failure);
        }
    }

    private Map<File, Mark> look() {
        List<File> files = ExtensionFolder.files(settings, agentJar);
        String config = settings.get(AgentSetting.CONFIG);
        if (config != null) {
            files.add(new File(config));
        }
        Map<File, Mark> marks = new HashMap<>();
        for (File file : files) {
            if (file.exists()) {
                marks.put(file, new Mark(path(file), file.lastModified(), file.length()));
            }
        }
        return marks;
    }

    private static String path(File file) {
        try {
            return file.getCanonicalPath();
        } catch (IOException unknown) {
            return file.getPath();
        }
    }

    /** Whether the JARs that are new or other ones can be read. */
    private static boolean areWhole(Map<File, Mark> now, Map<File, Mark> before) {
        for (Map.Entry<File, Mark> each : now.entrySet()) {
            File file = each.getKey();
            boolean same = each.getValue().equals(before.get(file));
            // What is no regular file may have no end, and is no JAR.
            if (!same && ExtensionFolder.isJar(file) && file.isFile() && !isWhole(file)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(File file) {
        try (JarFile jar = new JarFile(file, false)) {
            return jar.size() > 0;
        } catch (IOException halfOfOne) {
            return false;
        }
    }
}
