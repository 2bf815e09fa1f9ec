package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.Caller;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.agent.call.temporal.WorkerCaller;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts an adapter at the end of the interceptors that the SDK has read to build a chain: the outermost place. The
 * application's own arrays and lists stay as they are.
 */
final class InterceptorLists {
    private final AdapterFactory adapters;

    InterceptorLists(AdapterFactory adapters) {
        this.adapters = adapters;
    }

    /** Those of a client that was made with these options. */
    Object[] ofClient(SdkInterface factory, Object options, Object[] interceptors) {
        Adapter prototype = interceptors == null ? null : adapters.prototype(factory);
        return prototype == null ? interceptors : with(factory, prototype, adapters.callerOf(options), interceptors);
    }

    /** Those of a client that was made with these options. */
    List<?> ofClient(SdkInterface factory, Object options, List<?> interceptors) {
        Adapter prototype = interceptors == null ? null : adapters.prototype(factory);
        if (prototype == null) {
            return interceptors;
        }
        List<Object> extended = new ArrayList<>(interceptors);
        extended.add(prototype.inFrontOf(null, adapters.callerOf(options)));
        return extended;
    }

    /** Those of a worker, or of one of its handlers, which has the worker's and so perhaps an adapter. */
    Object[] ofWorker(Object[] interceptors) {
        if (interceptors == null || contain(interceptors)) {
            return interceptors;
        }
        Adapter prototype = adapters.prototype(SdkInterface.WORKER_FACTORY);
        return prototype == null
                ? interceptors
                : with(
                        SdkInterface.WORKER_FACTORY,
                        prototype,
                        new WorkerCaller(adapters.adapters().runtime()),
                        interceptors);
    }

    private static boolean contain(Object[] interceptors) {
        return interceptors.length > 0 && interceptors[interceptors.length - 1] instanceof Adapter;
    }

    /** Of the interface's type, for the application's array may be of a narrower one. */
    private Object[] with(SdkInterface factory, Adapter prototype, Caller caller, Object[] interceptors) {
        Object[] extended = (Object[]) Array.newInstance(adapters.typeOf(factory), interceptors.length + 1);
        System.arraycopy(interceptors, 0, extended, 0, interceptors.length);
        extended[interceptors.length] = prototype.inFrontOf(null, caller);
        return extended;
    }
}
