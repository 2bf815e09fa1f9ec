package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import java.util.concurrent.Executor;

/**
 * A method whose calls somebody intercepts.
 *
 * @param chain the interceptors
 * @param methods all those of its channel or server
 */
public record InterceptedMethod(Chain chain, InterceptedMethods methods) {
    /** Where the channel or server runs the application's call-backs. */
    public Executor executor() {
        return methods.executor();
    }

    /** The keys of the headers that are named in calls there. */
    public HeaderKeys keys() {
        return methods.keys();
    }

    /** The position of the first interceptor from one on that is not switched off; -1 if there is none. */
    public int next(int from) {
        for (int position = from; position < chain.size(); position++) {
            if (!chain.link(position).health().skipped()) {
                return position;
            }
        }
        return -1;
    }
}
