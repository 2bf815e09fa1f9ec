package dev.heddle.agent.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTextTest {
    private static Check check(List<String> problems) {
        return new Check(
                "1.0",
                "17",
                "app.jar, a JAR",
                List.of(new Status.Setting("required", "audit", "the environment")),
                List.of(new Status.Library(
                        "Temporal's SDK 1.39.0",
                        List.of(
                                new Status.WovenClass("io.temporal.A", null),
                                new Status.WovenClass("io.temporal.B", "does not have or use getInterceptors")))),
                List.of(
                        new Check.Category(
                                "client",
                                List.of("audit"),
                                List.of(
                                        new Check.Operation("query", List.of()),
                                        new Check.Operation("start", List.of("audit")))),
                        new Check.Category("grpc server", List.of(), null)),
                List.of(new Check.Extension(
                        "audit", "2.1", "audit.jar", "ab12", 0, true, "on", "client (start)", List.of())),
                List.of(
                        new Status.LeftOut("broken.jar", "it is not a readable JAR"),
                        new Status.LeftOut("idle.jar", "it is disabled by heddle.extension.idle.enabled")),
                problems);
    }

    @Test
    void whatIsWrongStandsLast() {
        List<String> problems = List.of("extension broken.jar is left out: it is not a readable JAR", "and more");
        assertThat(CheckText.of(check(problems), false, false)).isEqualTo("""
                        Heddle 1.0, Java 17
                          checked     app.jar, a JAR
                          library     Temporal's SDK 1.39.0, 1 class woven
                                      io.temporal.B does not have or use getInterceptors
                          setting     required=audit (the environment)

                          CATEGORY     OPERATIONS  INTERCEPTED  BY
                          client                2            1  audit
                          grpc server         any            -

                          audit 2.1, a guard, order 0
                          file        audit.jar
                          sha-256     ab12
                          intercepts  client (start)

                          left out    idle.jar: it is disabled by heddle.extension.idle.enabled

                        2 problems were found:
                          - extension broken.jar is left out: it is not a readable JAR
                          - and more
                        """);
    }

    @Test
    void eachOperationHasALineWhereSomebodyWantsThat() {
        assertThat(CheckText.of(check(List.of()), false, true))
                .contains("""
                          CATEGORY     OPERATIONS  INTERCEPTED  BY
                          client                2            1  audit
                            query                            -
                            start                          yes  audit
                        """.indent(0))
                .endsWith("\nNo problem was found.\n");
    }

    @Test
    void coloursAreATerminals() {
        assertThat(CheckText.of(check(List.of("one")), true, false)).contains("\u001b[31mOne problem was found:");
        assertThat(CheckText.of(check(List.of("one")), false, false)).doesNotContain("\u001b");
    }
}
