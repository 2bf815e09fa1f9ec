package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.Caller;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.agent.call.temporal.WorkerCaller;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts an adapter at the end of the interceptors that the SDK has read to build a chain: the outermost place. The
 * application's own arrays and lists stay as they are.
 */
final class InterceptorLists {
    private final AdapterFactory adapters;
    private final SdkObjects made;
    private final TemporalDropIns dropIns;

    InterceptorLists(AdapterFactory adapters, SdkObjects made, TemporalDropIns dropIns) {
        this.adapters = adapters;
        this.made = made;
        this.dropIns = dropIns;
    }

    /** Those of a client that was made with these options. */
    Object[] ofClient(SdkInterface factory, Object options, Object[] own) {
        if (own == null) {
            return null;
        }
        Object[] interceptors = withDropIns(factory, own);
        Adapter prototype = adapters.prototype(factory);
        Object[] extended =
                prototype == null ? interceptors : with(factory, prototype, adapters.callerOf(options), interceptors);
        made.extended(factory);
        return extended;
    }

    /** Those of a client that was made with these options. */
    List<?> ofClient(SdkInterface factory, Object options, List<?> own) {
        if (own == null) {
            return null;
        }
        List<?> interceptors = dropIns.extend(factory, adapters.typeOf(factory), own);
        Adapter prototype = adapters.prototype(factory);
        List<Object> extended = new ArrayList<>(interceptors);
        if (prototype != null) {
            extended.add(prototype.inFrontOf(null, adapters.callerOf(options)));
        }
        made.extended(factory);
        return prototype == null ? interceptors : extended;
    }

    /** Those of a worker, or of one of its handlers, which has the worker's and so perhaps an adapter. */
    Object[] ofWorker(Object[] own) {
        if (own == null || contain(own)) {
            return own;
        }
        Object[] interceptors = withDropIns(SdkInterface.WORKER_FACTORY, own);
        Object[] extended = extended(adapters.prototype(SdkInterface.WORKER_FACTORY), interceptors);
        made.extended(SdkInterface.WORKER_FACTORY);
        return extended;
    }

    /** What a typed stub of a workflow is made through, of which only drop-ins want to know. */
    Object[] ofStub(Object[] interceptors) {
        return interceptors == null ? null : withDropIns(SdkInterface.WORKFLOW_CLIENT_FACTORY, interceptors);
    }

    private Object[] withDropIns(SdkInterface factory, Object[] interceptors) {
        Class<?> type = adapters.typeOf(factory);
        List<?> before = Arrays.asList(interceptors);
        List<?> extended = dropIns.extend(factory, type, before);
        return extended == before
                ? interceptors
                : extended.toArray((Object[]) Array.newInstance(type, extended.size()));
    }

    /** Those of a worker that exists, which are read for each execution: nothing is made here that could wait. */
    Object[] ofExistingWorker(Object[] interceptors) {
        return interceptors == null || contain(interceptors)
                ? interceptors
                : extended(adapters.adapters().prototype(SdkInterface.WORKER_FACTORY), interceptors);
    }

    private Object[] extended(Adapter prototype, Object[] interceptors) {
        WorkerCaller worker = new WorkerCaller(adapters.adapters().runtime());
        return prototype == null ? interceptors : with(SdkInterface.WORKER_FACTORY, prototype, worker, interceptors);
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
