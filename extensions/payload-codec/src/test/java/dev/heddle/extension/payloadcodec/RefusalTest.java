package dev.heddle.extension.payloadcodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.testing.Heddle;
import dev.heddle.testing.fake.FakeInterceptors;
import dev.heddle.testing.fake.FakeSettings;
import dev.heddle.testing.temporal.FakePayload;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where it cannot encrypt nothing leaves. */
class RefusalTest {
    @RegisterExtension
    final Heddle heddle = Heddle.with(new PayloadEncoding())
            .named("payload-codec")
            .setting("key", "2026")
            .setting("keys.folder", "no-such-folder");

    private static void refused(String why, String... settings) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        FakeInterceptors registered = new FakeInterceptors();
        PayloadEncoding extension = new PayloadEncoding();
        assertThatThrownBy(() -> extension.register(registered, new FakeSettings("payload-codec", all)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
        assertThat(registered.codecs()).singleElement().satisfies(codec -> {
            assertThatThrownBy(() -> codec.encode(FakePayload.json("1"))).isInstanceOf(PayloadException.class);
            assertThatThrownBy(() -> codec.decode(FakePayload.json("1"))).isInstanceOf(PayloadException.class);
        });
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        refused("there are no keys", "key", "a");
        refused("keys.folder and keys.variable are both set", "key", "a", "keys.folder", "x", "keys.variable", "Y");
        refused("key is not set", "keys.folder", "x");
        refused("does not exist", "key", "a", "keys.folder", "no-such-folder");
        refused("is not set", "key", "a", "keys.variable", "HEDDLE_TEST_NO_SUCH_VARIABLE");
        refused("needs keys.store.password-file", "key", "a", "keys.store", "x");
        refused("mode is 'decode'; write one of encode, decode-only", "mode", "decode");
        refused("compression is 'gzip'", "compression", "gzip");
        refused("size.refuse is 'much'", "size.refuse", "much");
    }

    @Test
    void noClientIsMade() {
        assertThatThrownBy(() -> heddle.temporal().client())
                .hasStackTraceContaining("the guard payload-codec encodes payloads and could not be registered");
        assertThat(heddle.takeAccidents())
                .singleElement()
                .asString()
                .contains("no-such-folder does not exist; create it, with a file for each key");
    }
}
