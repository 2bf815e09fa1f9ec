package dev.heddle.test.wiring;

import dev.heddle.api.Call;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Payload;
import dev.heddle.api.PayloadCodec;
import dev.heddle.api.Selector;
import dev.heddle.api.Settings;

/** Extensions that want calls. */
final class Wanting {
    private Wanting() {}

    /** Wants every call. */
    public static final class Everything implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.on(Selector.ALL, Call::proceed);
        }
    }

    /** Wants what no client, channel or server makes. */
    public static final class Activities implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.on(Selector.ACTIVITY_INBOUND, Call::proceed);
        }
    }

    /** Guards what clients start, and the calls of gRPC servers. */
    public static final class Guard implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.on(Selector.CLIENT.only("start", "startNexus*"), Call::proceed);
            interceptors.on(Selector.GRPC_SERVER, Call::proceed);
        }

        @Override
        public boolean failClosed() {
            return true;
        }
    }

    /** Has a codec. */
    public static final class Codec implements Extension, PayloadCodec {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.codec(this);
        }

        @Override
        public Payload encode(Payload payload) {
            return payload;
        }

        @Override
        public Payload decode(Payload payload) {
            return payload;
        }
    }
}
