package dev.heddle.benchmarks.start;

import dev.heddle.benchmarks.Launch;
import dev.heddle.benchmarks.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The JVM's archive of an application's classes, which an operator makes by one run with one more option. JDK 17 makes
 * it without an agent and uses it with one; JDK 25 wants the same agent both times.
 */
final class Archive {
    private static final int WITH_AGENT = 25;

    private final Setting setting;
    private final Application application;
    private final List<String> heddle;
    private Path file;

    Archive(Setting setting, Application application, List<String> heddle) {
        this.setting = setting;
        this.application = application;
        this.heddle = heddle;
    }

    /** The options that run the application with Heddle and its archive, which is made when there is none yet. */
    List<String> options(int temporal) throws IOException, InterruptedException {
        boolean withAgent = Runtime.version().feature() >= WITH_AGENT;
        if (file == null) {
            Path made = setting.folder().resolve(application + (withAgent ? ".aot" : ".jsa"));
            Files.deleteIfExists(made);
            List<String> training = withAgent
                    ? List.of("-XX:AOTCacheOutput=" + made, heddle.get(0))
                    : List.of("-XX:ArchiveClassesAtExit=" + made);
            Launch.run(application.command(setting, StartArm.NONE, training, temporal));
            file = made;
        }
        return List.of((withAgent ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file, heddle.get(0));
    }
}
