package dev.heddle.agent.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static final Status.Time NONE = new Status.Time(0, 0, 0, 0);
    private static final Status.Time SOME = new Status.Time(3, 1_250, 2_000_000, 31_000_000_000L);

    private static Status status(Status.Application... applications) {
        Status.Setting setting = new Status.Setting("extensions", "ext", "the system properties");
        Status.LeftThreads threads = new Status.LeftThreads("old 1.0", 2, "poller");
        return new Status(
                "2026-01-01T00:00:00Z",
                new Status.Agent("1.0", "heddle-agent.jar", 7, "17", 200_000, List.of(setting), List.of(threads)),
                List.of(applications));
    }

    private static Status.Application application(String state, Status.Counts counts, Status.Accident accident) {
        Status.Extension extension = new Status.Extension(
                "audit",
                "2.1",
                "audit.jar",
                "ab12",
                0,
                true,
                state,
                "client",
                List.of(new Status.Setting("token", "***", "the environment")),
                counts,
                List.of(
                        new Status.Operation("client start", counts),
                        new Status.Operation("client query", new Status.Counts(0, 0, 0, 0, 0, NONE, NONE))),
                accident);
        return new Status.Application(
                "the class path",
                null,
                List.of(new Status.Library(
                        "Temporal's SDK 1.39.0",
                        List.of(
                                new Status.WovenClass("io.temporal.A", null),
                                new Status.WovenClass("io.temporal.B", "does not have or use getInterceptors")))),
                List.of(extension),
                List.of(new Status.LeftOut("broken.jar", "it is not a readable JAR")));
    }

    @Test
    void peopleReadWhatMatters() {
        Status.Application application =
                application("on", new Status.Counts(12, 1, 3_000_000_000L, 0, 2, SOME, SOME), null);
        assertThat(StatusText.of(status(application), false)).isEqualTo("""
                        Heddle 1.0 in process 7, Java 17, up 3 min, 2026-01-01T00:00:00Z
                          agent       heddle-agent.jar
                          setting     extensions=ext (the system properties)
                          threads     old 1.0 has closed and left 2 threads that run on, such as poller

                        Application of the class path
                          library     Temporal's SDK 1.39.0, 1 class woven
                                      io.temporal.B does not have or use getInterceptors
                          left out    broken.jar: it is not a readable JAR

                          EXTENSION  STATE  CALLS  IN FLIGHT  OLDEST  FAILED  REFUSED  OWN TIME, MEDIAN    99 %
                          audit         on     12          1   3.0 s       0        2            1.3 us  2.0 ms

                          audit 2.1, a guard, order 0
                          file        audit.jar
                          sha-256     ab12
                          intercepts  client
                          setting     token=*** (the environment)
                            OPERATION     CALLS  IN FLIGHT  FAILED  REFUSED  OWN TIME    REST
                            client start     12          1       0        2    1.3 us  1.3 us
                        """);
    }

    @Test
    void whatIsWrongIsRedOnATerminalAlone() {
        Status.Application application = application(
                "off",
                new Status.Counts(12, 0, 0, 10, 0, NONE, NONE),
                new Status.Accident("2026-01-01T00:00:00Z", "client start", "java.lang.Error: no\n\tat Audit.a"));
        String red = StatusText.of(status(application), true);
        assertThat(red.lines().filter(line -> line.contains("\u001b[31m")))
                .anyMatch(line -> line.contains("off"))
                .anyMatch(line -> line.contains("broken.jar"))
                .anyMatch(line -> line.contains("the last accident, in client start"));
        assertThat(StatusText.of(status(application), false))
                .doesNotContain("\u001b")
                .contains("    java.lang.Error: no\n");
    }

    @Test
    void anIdleJvmIsSaidToBeIdle() {
        assertThat(StatusText.of(status(), false)).contains("No application has used Temporal or gRPC so far.");
    }

    @Test
    void programsReadTheComponentsByTheirNames() {
        assertThat(Json.of(status()))
                .isEqualTo(
                        "{\"time\":\"2026-01-01T00:00:00Z\",\"agent\":{\"version\":\"1.0\",\"jar\":\"heddle-agent.jar\","
                                + "\"pid\":7,\"java\":\"17\",\"uptime\":200000,\"settings\":[{\"name\":\"extensions\","
                                + "\"value\":\"ext\",\"place\":\"the system properties\"}],\"leftThreads\":[{\"extension\":"
                                + "\"old 1.0\",\"threads\":2,\"example\":\"poller\"}]},\"applications\":[]}");
    }

    @Test
    void anyTextIsJson() {
        assertThat(Json.of(new Status.LeftOut("a\"b\\c\n\t\u0001", "\ud83d\ude00é")))
                .isEqualTo("{\"file\":\"a\\\"b\\\\c\\n\\t\\u0001\",\"reason\":\"\\ud83d\\ude00é\"}");
    }
}
