package dev.heddle.testing.fake;

import dev.heddle.api.Call;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Operation;
import dev.heddle.api.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The interceptors that an extension has registered, for a {@link FakeCall} to go through. */
public final class FakeInterceptors implements Interceptors {
    private record Registered(Selector<?> calls, Interceptor<Call> interceptor) {}

    private final List<Registered> registered = new ArrayList<>();

    /** Has an extension register, with these settings. */
    public static FakeInterceptors of(Extension extension, Map<String, String> settings) throws Exception {
        FakeInterceptors interceptors = new FakeInterceptors();
        extension.register(interceptors, new FakeSettings(extension.getClass().getSimpleName(), settings));
        return interceptors;
    }

    /** The interceptors that want an operation, the outermost first. */
    public List<? extends Interceptor<? super Call>> of(Operation operation) {
        return registered.stream()
                .filter(each -> each.calls().selects(operation))
                .map(Registered::interceptor)
                .toList();
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
}
