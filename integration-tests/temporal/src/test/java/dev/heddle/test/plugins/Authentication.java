package dev.heddle.test.plugins;

import dev.heddle.api.ConnectConfig;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Plugin;
import dev.heddle.api.Settings;

/** The authentication plugin of Temporal's documentation: an API key goes with each call to the server. */
public final class Authentication implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        String key = settings.secret("api-key");
        interceptors.plugin(new Plugin() {
            @Override
            public void configureServiceStubs(ConnectConfig config) {
                config.apiKey(() -> key);
            }
        });
    }
}
