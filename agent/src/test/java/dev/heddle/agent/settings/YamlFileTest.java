package dev.heddle.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {
    private static Properties read(String text) {
        return YamlFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void eachPartOfAKeyMayBeALevel() {
        assertThat(read("""
                heddle:
                  required: [grpc-auth, audit]
                  failures: 3
                  extension:
                    audit:
                      only:
                        - client
                        - queue:billing-*
                      enabled: true
                    grpc-auth.server.token-file: /run/token
                  extension.slow.after: 1.50
                """))
                .isEqualTo(Map.of(
                        "heddle.required", "grpc-auth,audit",
                        "heddle.failures", "3",
                        "heddle.extension.audit.only", "client,queue:billing-*",
                        "heddle.extension.audit.enabled", "true",
                        "heddle.extension.grpc-auth.server.token-file", "/run/token",
                        "heddle.extension.slow.after", "1.50"));
    }

    @Test
    void valuesStayTheTextsThatTheyAre() {
        assertThat(read("a: 010\nb: no\nc: ~\nd:\ne: '  x '\nf: 2026-01-01\n"))
                .isEqualTo(Map.of("a", "010", "b", "no", "c", "~", "d", "", "e", "  x ", "f", "2026-01-01"));
    }

    @Test
    void nothingIsNoSetting() {
        assertThat(read("")).isEmpty();
        assertThat(read("# later\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            just a text                   | it has no keys
            [a, b]                        | it has no keys
            'a: 1\n\tb: 2'                | line 2
            'a: [1'                       | line 1
            'a: 1\na: 2'                  | duplicate key a
            'a.b: 1\na:\n  b: 2'          | a.b is there twice
            'a: [1, [2]]'                 | a list in a holds more than texts
            'a: &x {b: *x}'               | its levels have no end
            'a: !!java.net.URL [x]'       | java.net.URL
            """)
    void whatIsWrongIsSaidInOneLine(String text, String cause) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(cause)
                .doesNotContain("\n");
    }

    /** The same list ten times in itself, nine times over. */
    @Test
    void aBombIsRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 10; i++) {
            String before = "*a" + (i - 1);
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, String.join(",", java.util.Collections.nCopies(10, before))));
        }
        assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(IllegalArgumentException.class);
    }
}
