package dev.heddle.operator;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Payload;
import dev.heddle.api.PayloadCodec;
import dev.heddle.api.Settings;

/** An extension that encodes payloads, in a way that changes nothing. */
public final class Encoding implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.codec(new PayloadCodec() {
            @Override
            public Payload encode(Payload payload) {
                return payload;
            }

            @Override
            public Payload decode(Payload payload) {
                return payload;
            }
        });
    }
}
