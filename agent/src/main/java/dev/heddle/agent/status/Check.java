package dev.heddle.agent.status;

import java.util.List;

/**
 * What Heddle would do in an application, as {@code check} has found it. The names of the components are those of the
 * JSON, and where they are the same as in a {@link Status} they are the same.
 *
 * @param version of the agent
 * @param java by which it was checked
 * @param application what was checked, in words
 * @param settings the agent's own that somebody has made
 * @param libraries those that would be woven
 * @param categories the operations that these have
 * @param extensions outermost first
 * @param leftOut JARs that would not be used
 * @param problems what the agent has complained of, and what would keep it from its work
 */
public record Check(
        String version,
        String java,
        String application,
        List<Status.Setting> settings,
        List<Status.Library> libraries,
        List<Category> categories,
        List<Extension> extensions,
        List<Status.LeftOut> leftOut,
        List<String> problems) {

    /**
     * A category of operations.
     *
     * @param extensions those that intercept some of it
     * @param operations {@code null} where the methods of the application's services are the operations
     */
    public record Category(String name, List<String> extensions, List<Operation> operations) {
        /** How many of the operations are intercepted. */
        long intercepted() {
            return operations.stream()
                    .filter(each -> !each.extensions().isEmpty())
                    .count();
        }
    }

    /**
     * An operation.
     *
     * @param extensions those that intercept it, outermost first
     */
    public record Operation(String name, List<String> extensions) {}

    /** An extension that would be in force, as in a {@link Status.Extension}. */
    public record Extension(
            String name,
            String version,
            String file,
            String sha256,
            int order,
            boolean guard,
            String state,
            String intercepts,
            List<Status.Setting> settings) {
        /** Of one that has registered. */
        public static Extension of(Status.Extension extension) {
            return new Extension(
                    extension.name(),
                    extension.version(),
                    extension.file(),
                    extension.sha256(),
                    extension.order(),
                    extension.guard(),
                    extension.state(),
                    extension.intercepts(),
                    extension.settings());
        }
    }
}
