package dev.heddle.extension.payloadstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.testing.Heddle;
import dev.heddle.testing.fake.FakeInterceptors;
import dev.heddle.testing.fake.FakeSettings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With settings that make no sense nothing leaves. */
class SettingsTest {
    @RegisterExtension
    final Heddle heddle =
            Heddle.with(new PayloadStoring()).named("payload-store").setting("file.folder", "no-such-folder");

    private static void refused(String why, String... settings) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        FakeInterceptors registered = new FakeInterceptors();
        PayloadStoring extension = new PayloadStoring();
        assertThatThrownBy(() -> extension.register(registered, new FakeSettings("payload-store", all)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
        assertThat(extension.failClosed()).isTrue();
        assertThat(registered.codecs()).singleElement().satisfies(codec -> {
            assertThatThrownBy(() -> codec.encode(null)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> codec.decode(null)).isInstanceOf(StoreException.class);
        });
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        refused("file.folder is not set");
        refused("is no folder; create it", "file.folder", "no-such-folder");
        refused("store is 's4'; write one of file", "store", "s4");
        refused("mode is 'off'; write one of store, fetch-only", "mode", "off");
        refused("threshold is 'much'", "threshold", "much");
        refused("threshold is '-1'", "threshold", "-1");
        refused("max-size is less than threshold", "threshold", "60M");
        refused("max-size is less than threshold", "threshold", "0", "max-size", "0");
        refused("timeout is 'soon'", "timeout", "soon");
        refused("timeout and threads have to be more than 0", "timeout", "0s");
        refused("timeout and threads have to be more than 0", "threads", "0");
        refused("prefix is '../'", "prefix", "../");
        refused("prefix is 'orders'", "prefix", "orders");
        refused("store.jars has no.jar, which is no file", "store.jars", "no.jar");
    }

    @Test
    void noClientIsMade() {
        assertThatThrownBy(() -> heddle.temporal().client())
                .hasStackTraceContaining("the guard payload-store encodes payloads and could not be registered");
        assertThat(heddle.takeAccidents()).singleElement().asString().contains("no-such-folder, which is no folder");
    }
}
