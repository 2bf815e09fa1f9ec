package dev.heddle.extension.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The extension as it ships, in an application with a logging of its own that is configured as usual. */
class ShippedIT {
    private static final Path EXTENSION = Path.of("target", "heddle-extension-logging.jar");

    @TempDir
    Path folder;

    /** An application whose class path has nothing of what these words name. */
    private static ForkedJvm without(String words) {
        return new ForkedJvm()
                .classPath(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !Path.of(entry)
                                .getFileName()
                                .toString()
                                .matches("(heddle-extension|" + words + ").*\\.jar"))
                        .collect(Collectors.joining(File.pathSeparator)))
                .agent("extensions=" + EXTENSION.toAbsolutePath());
    }

    private static void assertLines(String said) {
        assertThat(said.lines())
                .anyMatch(line -> line.matches("application greeting-1 Greeting 1: hello"))
                .anyMatch(line -> line.startsWith("call call=\"workflow inbound execute\" outcome=ok ")
                        && line.contains(" workflow_id=greeting-1 "))
                .anyMatch(line -> line.startsWith("call call=\"client start\" outcome=ok "));
    }

    @Test
    void withLogback() throws Exception {
        Path configuration = Files.writeString(folder.resolve("logback.xml"), """
                <configuration>
                  <appender name="application" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>application %X{WorkflowId} %X{WorkflowType} %X{Attempt}: %msg%n</pattern></encoder>
                  </appender>
                  <appender name="calls" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>call %msg%n</pattern></encoder>
                  </appender>
                  <root level="OFF"/>
                  <logger name="greeting" level="INFO"><appender-ref ref="application"/></logger>
                  <logger name="heddle.calls" level="INFO"><appender-ref ref="calls"/></logger>
                </configuration>
                """);
        String said = without("log4j|jboss")
                .option("-Dlogback.configurationFile=" + configuration)
                .run(LoggingApplication.class.getName(), "false")
                .expectSuccess();
        assertThat(said).contains("extension logging: lines go to SLF4J");
        assertLines(said);
    }

    /** Temporal's SDK brings SLF4J, with nothing behind it. */
    @Test
    void withLog4jAlone() throws Exception {
        Path configuration = Files.writeString(folder.resolve("log4j2.properties"), """
                appender.application.type = Console
                appender.application.name = application
                appender.application.layout.type = PatternLayout
                appender.application.layout.pattern = application %X{WorkflowId} %X{WorkflowType} %X{Attempt}: %m%n
                appender.calls.type = Console
                appender.calls.name = calls
                appender.calls.layout.type = PatternLayout
                appender.calls.layout.pattern = call %m%n
                rootLogger.level = off
                logger.greeting.name = greeting
                logger.greeting.level = info
                logger.greeting.appenderRef.console.ref = application
                logger.heddle.name = heddle.calls
                logger.heddle.level = info
                logger.heddle.appenderRef.console.ref = calls
                """);
        String said = without("logback|jboss")
                .option("-Dlog4j2.configurationFile=" + configuration)
                .run(LoggingApplication.class.getName(), "true")
                .expectSuccess();
        assertThat(said).contains("extension logging: lines go to Log4j 2");
        assertLines(said);
    }
}
