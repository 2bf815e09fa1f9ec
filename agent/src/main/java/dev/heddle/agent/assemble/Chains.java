package dev.heddle.agent.assemble;

import dev.heddle.agent.call.Chain;
import dev.heddle.api.Operation;

/** Compiles the chains of one application, for its libraries to ask when they assemble their own. */
@FunctionalInterface
public interface Chains {
    /** The chain of an operation, or {@code null} if nobody wants it. */
    Chain of(Operation operation);
}
