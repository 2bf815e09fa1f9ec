package dev.heddle.extension.determinism.explain;

/**
 * One thing that a workflow asks for.
 *
 * @param name of the activity type and so on; {@code null} if it has none
 * @param event the event's number; 0 of what code asks for
 * @param line the line of the application that asks; {@code null} of events
 */
record Step(StepKind kind, String name, long event, String line) {
    /** Whether both may be the same. */
    boolean matches(Step other) {
        return kind == other.kind && (name == null || other.name == null || name.equals(other.name));
    }

    /** In words, without its place. */
    @Override
    public String toString() {
        return name == null ? kind.words() : kind.words() + ' ' + name;
    }
}
