package dev.heddle.frameworks;

import java.nio.file.Path;
import java.util.List;

/** How WildFly is started: as its {@code standalone.sh} does it, at ports that nobody else has. */
final class WildFly {
    private WildFly() {}

    /** Options of the JVM for a server in a folder. */
    static List<String> options(Path server) {
        Path standalone = server.resolve("standalone");
        return List.of(
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "-Dorg.jboss.boot.log.file=" + standalone.resolve("log/server.log"),
                "-Dlogging.configuration=file:" + standalone.resolve("configuration/logging.properties"));
    }

    /** What stands behind {@code jboss-modules.jar}. */
    static String[] arguments(Path server) {
        return new String[] {
            "-mp",
            server.resolve("modules").toString(),
            "org.jboss.as.standalone",
            "-Djboss.home.dir=" + server,
            "-Djboss.server.base.dir=" + server.resolve("standalone"),
            "-Djboss.http.port=0",
            "-Djboss.https.port=0",
            "-Djboss.management.http.port=0"
        };
    }
}
