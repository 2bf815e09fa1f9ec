package dev.heddle.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which settings nobody reads. */
class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "extension.auth.token",
                "extension.auth.tokens.alice",
                "extension.auth.server.API_KEY",
                "extension.auth.db.passwd",
                "extension.auth.keyStore.passphrase"
            })
    void thoseAreSecretByTheirNames(String key) {
        assertThat(AgentSettings.with(Map.of()).isSecret(key)).isTrue();
    }

    /** An extension's name says nothing of its settings. */
    @ParameterizedTest
    @ValueSource(strings = {"extension.api-keys.limit", "extension.auth.user", "extensions", "failures"})
    void othersAreNot(String key) {
        assertThat(AgentSettings.with(Map.of()).isSecret(key)).isFalse();
    }

    @Test
    void aSecretIsTakenOutOfAText() {
        AgentSettings settings = AgentSettings.with(Map.of(
                "extension.auth.token",
                "hunter22",
                "extension.auth.secret-mode",
                "true",
                "extension.auth.pin",
                "98765"));
        settings.declareSecret("extension.auth.pin");
        settings.live("extension.auth.password", "correct horse");
        assertThat(settings.masked("true: Bearer hunter22, correct horse, 98765 refused"))
                .isEqualTo("true: Bearer ***, ***, *** refused");
    }

    @Test
    void anAddressIsShownWithoutItsUser() {
        assertThat(Secrets.shown("https://me:hunter22@host/path,http://x")).isEqualTo("https://***@host/path,http://x");
    }
}
