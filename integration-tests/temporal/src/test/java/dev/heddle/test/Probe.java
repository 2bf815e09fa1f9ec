package dev.heddle.test;

import dev.heddle.api.Call;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * What a test wants to do in the agent that is installed in this JVM. The one installed extension asks here for every
 * call, so tests that run side by side choose calls of their own, by workflow ID, namespace or task queue.
 */
public final class Probe implements AutoCloseable {
    private static final List<Probe> PROBES = new CopyOnWriteArrayList<>();
    private static final List<Probe> GUARDS = new CopyOnWriteArrayList<>();

    private static final List<Throwable> FAILURES = Collections.synchronizedList(new ArrayList<>());
    private static final Set<Operation> OPERATIONS = ConcurrentHashMap.newKeySet();
    private static volatile System.Logger log;

    private final List<Probe> all;
    private final Predicate<Call> wanted;
    private final Interceptor<Call> interceptor;

    private Probe(List<Probe> all, Predicate<Call> wanted, Interceptor<Call> interceptor) {
        this.all = all;
        this.wanted = wanted;
        this.interceptor = interceptor;
    }

    /** Intercepts the calls that the predicate accepts until it is closed; an earlier one runs further out. */
    public static Probe of(Predicate<Call> wanted, Interceptor<Call> interceptor) {
        return new Probe(PROBES, wanted, interceptor).open();
    }

    /** The same in an extension that is fail-closed. */
    public static Probe guard(Predicate<Call> wanted, Interceptor<Call> interceptor) {
        return new Probe(GUARDS, wanted, interceptor).open();
    }

    private Probe open() {
        InProcessAgent.install();
        all.add(this);
        return this;
    }

    @Override
    public void close() {
        all.remove(this);
    }

    /** Every operation that could be intercepted so far: those of the chains that were assembled. */
    public static Set<Operation> operations() {
        return OPERATIONS;
    }

    /** Called by the extension when a chain is assembled. */
    public static void offer(Operation operation) {
        OPERATIONS.add(operation);
    }

    /** Every accident so far, of all probes that are no guards. */
    public static List<Throwable> failures() {
        return FAILURES;
    }

    /** Called by the extension when one of its interceptors has an accident. */
    public static void failed(Throwable failure) {
        FAILURES.add(failure);
    }

    /** The log that the extension has of its settings. */
    public static System.Logger log() {
        return log;
    }

    /** Called by the extension when it registers. */
    public static void logTo(System.Logger ofExtension) {
        log = ofExtension;
    }

    /** Called by the extension at position {@code index} of its three: the index-th probe that wants the call has it. */
    public static Object intercept(int index, Call call) throws Throwable {
        int at = 0;
        for (Probe probe : PROBES) {
            if (probe.wanted.test(call) && at++ == index) {
                return probe.interceptor.intercept(call);
            }
        }
        return call.proceed();
    }

    /** Called by the fail-closed extension: the first guard that wants the call has it. */
    public static Object guard(Call call) throws Throwable {
        for (Probe guard : GUARDS) {
            if (guard.wanted.test(call)) {
                return guard.interceptor.intercept(call);
            }
        }
        return call.proceed();
    }
}
