package dev.heddle.agent.assemble.extension;

import dev.heddle.api.Call;
import dev.heddle.api.Interceptor;
import java.util.function.Predicate;

/** An interceptor of the calls that a predicate accepts. */
record ConditionalInterceptor(Predicate<? super Call> condition, Interceptor<Call> interceptor)
        implements Interceptor<Call> {
    @Override
    public Object intercept(Call call) throws Throwable {
        return condition.test(call) ? interceptor.intercept(call) : call.proceed();
    }
}
