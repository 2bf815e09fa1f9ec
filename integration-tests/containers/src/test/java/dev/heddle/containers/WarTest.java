package dev.heddle.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.containers.war.GreetingServlet;
import dev.heddle.containers.war.WebServer;
import dev.heddle.harness.ExtensionJarBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A WAR in Tomcat, which is deployed and undeployed. */
class WarTest {
    private static final int TIMES = 10;

    @Test
    void eachDeploymentHasItsOwnChainAndNothingIsLeft(@TempDir Path folder) throws IOException {
        Path war = war(folder.resolve("greetings.war"));
        String output = Java.OF_THE_TESTS
                .jvm()
                // As Tomcat's own script does.
                .option("--add-opens=java.base/java.lang=ALL-UNNAMED")
                .classPath(Greetings.containerPath())
                .agent(Greetings.recordingIn(folder.resolve("extensions")))
                .run(WebServer.class.getName(), folder.toString(), war.toString(), String.valueOf(TIMES))
                .expectSuccess();
        Greetings.assertIntercepted(output, "1.39.0", TIMES);
        assertThat(output.lines()).contains("server: nothing is left of " + TIMES + " applications");
    }

    private static Path war(Path file) throws IOException {
        ExtensionJarBuilder war = new ExtensionJarBuilder()
                .entry(
                        "WEB-INF/classes/" + GreetingServlet.class.getName().replace('.', '/') + ".class",
                        ExtensionJarBuilder.bytes(GreetingServlet.class));
        try (InputStream descriptor = WarTest.class.getResourceAsStream("/war/web.xml")) {
            war.entry("WEB-INF/web.xml", descriptor.readAllBytes());
        }
        for (Path jar : Greetings.jars()) {
            war.entry("WEB-INF/lib/" + jar.getFileName(), Files.readAllBytes(jar));
        }
        return war.write(file);
    }
}
