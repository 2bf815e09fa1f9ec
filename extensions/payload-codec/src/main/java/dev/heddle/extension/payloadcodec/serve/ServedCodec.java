package dev.heddle.extension.payloadcodec.serve;

import dev.heddle.api.Call;
import dev.heddle.api.CodeWatcher;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Interceptors;
import dev.heddle.api.PayloadCodec;
import dev.heddle.api.Plugin;
import dev.heddle.api.Selector;
import dev.heddle.api.Settings;
import dev.heddle.extension.payloadcodec.PayloadEncoding;

/** What the extension registers with these settings: the very codec that an application's agent uses. */
final class ServedCodec implements Interceptors {
    private PayloadCodec codec;

    private ServedCodec() {}

    /**
     * The codec.
     *
     * @throws IllegalArgumentException that says what is wrong with the settings or the keys
     */
    static PayloadCodec of(Settings settings) {
        ServedCodec served = new ServedCodec();
        new PayloadEncoding().register(served, settings);
        return served.codec;
    }

    @Override
    public Interceptors codec(PayloadCodec registered) {
        codec = registered;
        return this;
    }

    @Override
    public <C extends Call> Interceptors on(Selector<C> calls, Interceptor<? super C> interceptor) {
        throw new UnsupportedOperationException("there are no calls here");
    }

    @Override
    public Interceptors plugin(Plugin plugin) {
        throw new UnsupportedOperationException("nothing is made here");
    }

    @Override
    public Interceptors watch(CodeWatcher watcher) {
        throw new UnsupportedOperationException("there is no code here");
    }
}
