package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.agent.call.dropin.DropInType;
import dev.heddle.agent.call.plugin.PluginLink;
import dev.heddle.agent.log.AgentLog;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.CodeWatcher;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Operation;
import dev.heddle.api.PayloadCodec;
import dev.heddle.api.Plugin;
import dev.heddle.api.Selector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;

/** What one extension has registered, in its order. */
public final class Registrations implements Interceptors {
    private static final Logger LOG = AgentLog.get();

    /** Interceptors call each other, and many times as many would not fit on a thread's stack. */
    private static final int MOST = 256;

    private final ExtensionHealth health;
    private final CallFilter filter;
    private final List<Registration> registrations = new ArrayList<>();
    private final ClassLoader application;
    private final Map<DropInType, List<DropIn>> dropIns = new EnumMap<>(DropInType.class);
    private final Set<DropInType> lacking = EnumSet.noneOf(DropInType.class);
    private volatile List<PayloadCodec> codecs = List.of();
    private volatile List<PluginLink> plugins = List.of();
    private final List<RegisteredWatcher> watchers = new ArrayList<>(0);
    private boolean encodesFailures;
    private IllegalArgumentException refusal;
    private boolean open = true;

    private record Registration(Selector<?> calls, Link link) {}

    /**
     * What an extension registers for an application.
     *
     * @param filter which calls its operator lets it have, {@code null} for all
     */
    Registrations(ExtensionHealth health, CallFilter filter, ClassLoader application) {
        this.health = health;
        this.filter = filter;
        this.application = application;
    }

    /**
     * Ends the registration.
     *
     * @throws IllegalArgumentException if a guard would not guard what it names
     */
    void close() {
        open = false;
        if (refusal != null) {
            throw refusal;
        }
        for (PayloadCodec codec : codecs) {
            encodesFailures |= codec.encodesFailures();
        }
    }

    /** Has an object of a library's own type called by the library itself. */
    void add(DropInType type, Object object, boolean inner) {
        dropIns.computeIfAbsent(type, none -> new ArrayList<>())
                .add(new DropIn(object, health, new DropInFilter(filter), inner, false));
    }

    /** Takes note that the application has no such type, so that an object of it is not needed. */
    void lacks(DropInType type) {
        lacking.add(type);
    }

    /** The objects of a library's own type. */
    public List<DropIn> dropIns(DropInType type) {
        return dropIns.getOrDefault(type, List.of());
    }

    /** Adds the links that want an operation. */
    public void addLinks(Operation operation, List<Link> links) {
        for (Registration registration : registrations) {
            if (selects(registration.calls(), operation)) {
                Link link = registration.link();
                Link limited = filter == null ? link : filter.limit(link, operation);
                if (limited != null) {
                    links.add(limited);
                }
            }
        }
    }

    /** Adds the extension if it may want operations of a category. */
    public void addIfWanting(Category category, List<ExtensionHealth> extensions) {
        if (wants(category)) {
            extensions.add(health);
        }
    }

    /** What its operator lets it have of the calls that it asks for, in words; empty for all. */
    public String rules() {
        return filter == null ? "" : filter.toString();
    }

    /** Whether there may be an operation of a category that it wants. */
    public boolean wants(Category category) {
        for (Registration registration : registrations) {
            if (registration.calls().categories().contains(category)) {
                return true;
            }
        }
        for (DropInType type : dropIns.keySet()) {
            if (type.categories().contains(category)) {
                return true;
            }
        }
        return category == Category.CLIENT && !plugins.isEmpty();
    }

    /**
     * The selectors that name methods of gRPC servers, with the operator's; none of the extension's own if one of them
     * names no method, and so takes all or chooses by itself.
     */
    List<Selector<?>> ofGrpcServers() {
        List<Selector<?>> named = new ArrayList<>();
        for (Registration registration : registrations) {
            Selector<?> calls = registration.calls();
            if (!calls.categories().contains(Category.GRPC_SERVER)) {
                continue;
            }
            if (calls.named().isEmpty()) {
                named.clear();
                break;
            }
            // A pattern for both sides may be about methods of other servers.
            if (!calls.categories().contains(Category.GRPC_CLIENT)) {
                named.add(calls);
            }
        }
        if (filter != null && wants(Category.GRPC_SERVER)) {
            named.addAll(filter.ofGrpcServers(wants(Category.GRPC_CLIENT)));
        }
        return named;
    }

    /** What configures and wraps the library's objects, the outermost first. */
    public List<PluginLink> plugins() {
        return plugins;
    }

    /** Adds those that look on while code of workflows runs. */
    public void addWatchers(List<RegisteredWatcher> all) {
        all.addAll(watchers);
    }

    /** The codecs, the outermost first. */
    public List<PayloadCodec> codecs() {
        return codecs;
    }

    /** Whether one of the codecs wants messages and stack traces of failures. */
    public boolean encodesFailures() {
        return encodesFailures;
    }

    /** What calls that are under way hold, and nobody else once the chains have changed. */
    Object heldByCalls() {
        return health;
    }

    /** A choice that fails chooses nothing, unless it is a guard's, which must not let anything past. */
    private boolean selects(Selector<?> calls, Operation operation) {
        try {
            return calls.selects(operation);
        } catch (Throwable failure) {
            health.failed(operation, health.failClosed() ? "guards it" : "does not intercept it", failure);
            return health.failClosed();
        }
    }

    /** Of the extension. */
    public ExtensionHealth health() {
        return health;
    }

    /** What is registered, for a line of log. */
    @Override
    public String toString() {
        Set<String> names = new LinkedHashSet<>();
        for (Registration registration : registrations) {
            names.add(registration.calls().toString());
        }
        for (List<DropIn> ofType : dropIns.values()) {
            for (DropIn dropIn : ofType) {
                names.add("by " + dropIn.object().getClass().getName());
            }
        }
        if (!codecs.isEmpty()) {
            names.add("payloads");
        }
        if (!plugins.isEmpty()) {
            names.add("what clients and workers are made with");
        }
        if (!watchers.isEmpty()) {
            names.add("code of workflows");
        }
        if (names.isEmpty()) {
            return lacking.isEmpty()
                    ? "nothing"
                    : "nothing, for the application has no "
                            + lacking.iterator().next().typeName();
        }
        return String.join(", ", names) + (filter == null ? "" : filter);
    }

    // A chain gets calls of its own category only, and the interceptor was registered for those.
    @Override
    @SuppressWarnings("unchecked")
    public <C extends Call> Interceptors on(Selector<C> calls, Interceptor<? super C> interceptor) {
        if (!open) {
            throw new IllegalStateException("interceptors are registered in Extension.register, and it has returned");
        }
        Objects.requireNonNull(interceptor, "interceptor");
        if (registrations.size() == MOST) {
            throw new IllegalStateException(
                    "it registers more than " + MOST + " interceptors, more than a thread has stack for");
        }
        if (!calls.patterns().isEmpty()) {
            check(calls);
        }
        Interceptor<Call> ofCalls = (Interceptor<Call>) interceptor;
        Predicate<? super C> condition = calls.condition();
        Interceptor<Call> chosen =
                condition == null ? ofCalls : new ConditionalInterceptor((Predicate<? super Call>) condition, ofCalls);
        registrations.add(new Registration(calls, new Link(health, chosen)));
        return this;
    }

    @Override
    public Interceptors codec(PayloadCodec codec) {
        if (!open) {
            throw new IllegalStateException("codecs are registered in Extension.register, and it has returned");
        }
        List<PayloadCodec> more = new ArrayList<>(codecs);
        more.add(Objects.requireNonNull(codec, "codec"));
        codecs = List.copyOf(more);
        return this;
    }

    @Override
    public Interceptors plugin(Plugin plugin) {
        if (!open) {
            throw new IllegalStateException("plugins are registered in Extension.register, and it has returned");
        }
        Objects.requireNonNull(plugin, "plugin");
        List<PluginLink> more = new ArrayList<>(plugins);
        more.add(new PluginLink(plugin, health, operation -> filter == null || filter.passes(operation)));
        plugins = List.copyOf(more);
        return this;
    }

    @Override
    public Interceptors watch(CodeWatcher watcher) {
        if (!open) {
            throw new IllegalStateException("watchers are registered in Extension.register, and it has returned");
        }
        watchers.add(new RegisteredWatcher(Objects.requireNonNull(watcher, "watcher"), health));
        return this;
    }

    private void check(Selector<?> calls) {
        String problem = OperationNames.problem(calls, application);
        if (problem != null && health.failClosed()) {
            // Kept, for whoever catches it must not go on with a gap.
            refusal = new IllegalArgumentException(problem);
            throw refusal;
        }
        if (problem != null) {
            LOG.warn("extension {} intercepts less than it names: {}", health.name(), problem);
        }
    }
}
