package dev.heddle.agent.call;

import dev.heddle.api.Call;
import dev.heddle.api.Interceptor;

/**
 * One interceptor in a chain.
 *
 * @param health of the extension it belongs to
 * @param interceptor understands every call of the chains it is linked into
 */
public record Link(ExtensionHealth health, Interceptor<Call> interceptor) {}
