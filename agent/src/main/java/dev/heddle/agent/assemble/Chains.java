package dev.heddle.agent.assemble;

import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import java.util.List;

/** Compiles the chains of one application, for its libraries to ask when they assemble their own. */
public interface Chains {
    /** The chain of an operation, or {@code null} if nobody wants it. */
    Chain of(Operation operation);

    /** The extensions that want operations of a category, or some of them. */
    List<ExtensionHealth> wanting(Category category);
}
