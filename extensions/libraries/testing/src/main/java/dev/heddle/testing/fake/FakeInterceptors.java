package dev.heddle.testing.fake;

import dev.heddle.api.Call;
import dev.heddle.api.CodeWatcher;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Operation;
import dev.heddle.api.PayloadCodec;
import dev.heddle.api.Plugin;
import dev.heddle.api.Selector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The interceptors that the extensions of one JAR have registered, for a {@link FakeCall} to go through. */
public final class FakeInterceptors implements Interceptors {
    private record Registered(Selector<?> calls, Interceptor<Call> interceptor) {}

    private final List<Registered> registered = new ArrayList<>();
    private final List<PayloadCodec> codecs = new ArrayList<>();
    private final List<Plugin> plugins = new ArrayList<>();
    private final List<CodeWatcher> watchers = new ArrayList<>();
    private final FakeSettings settings;

    /** None yet; {@link #on} adds some. */
    public FakeInterceptors() {
        this(new FakeSettings("test", Map.of()));
    }

    private FakeInterceptors(FakeSettings settings) {
        this.settings = settings;
    }

    /**
     * Has an extension register, with these settings.
     *
     * @throws AssertionError if it has not asked for each of them
     */
    public static FakeInterceptors of(Extension extension, Map<String, String> settings) throws Exception {
        FakeSettings all = new FakeSettings(extension.getClass().getSimpleName(), settings);
        FakeInterceptors interceptors = of(all, extension);
        Set<String> unknown = all.unknown();
        if (!unknown.isEmpty()) {
            throw new AssertionError("the extension has not asked for the settings " + unknown);
        }
        return interceptors;
    }

    /** Has the extensions of one JAR register, in their order and with the same settings, known or not. */
    public static FakeInterceptors of(FakeSettings settings, Extension... extensions) throws Exception {
        FakeInterceptors interceptors = new FakeInterceptors(settings);
        List<Extension> inOrder = Stream.of(extensions)
                .sorted(Comparator.comparingInt(Extension::order))
                .toList();
        for (Extension extension : inOrder) {
            extension.register(interceptors, settings);
        }
        return interceptors;
    }

    /** The interceptors that want an operation, the outermost first. */
    public List<? extends Interceptor<? super Call>> of(Operation operation) {
        return registered.stream()
                .filter(each -> each.calls().selects(operation))
                .map(Registered::interceptor)
                .toList();
    }

    /** The codecs that the extensions have registered, the outermost first. */
    public List<PayloadCodec> codecs() {
        return List.copyOf(codecs);
    }

    /** The plugins that the extensions have registered, the outermost first. */
    public List<Plugin> plugins() {
        return List.copyOf(plugins);
    }

    /** Those that look on while code of workflows runs. */
    public List<CodeWatcher> watchers() {
        return List.copyOf(watchers);
    }

    /** The lines that the extensions have logged, such as {@code WARNING: no limit is set}. */
    public List<String> log() {
        return settings.log();
    }

    // It gets the calls that the selector selects, and those are of its type.
    @Override
    @SuppressWarnings("unchecked")
    public <C extends Call> Interceptors on(Selector<C> calls, Interceptor<? super C> interceptor) {
        Predicate<? super C> condition = calls.condition();
        registered.add(new Registered(
                calls,
                call -> condition == null || condition.test((C) call)
                        ? interceptor.intercept((C) call)
                        : call.proceed()));
        return this;
    }

    @Override
    public Interceptors codec(PayloadCodec codec) {
        codecs.add(codec);
        return this;
    }

    @Override
    public Interceptors plugin(Plugin plugin) {
        plugins.add(plugin);
        return this;
    }

    @Override
    public Interceptors watch(CodeWatcher watcher) {
        watchers.add(watcher);
        return this;
    }
}
