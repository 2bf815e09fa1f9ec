package dev.heddle.api;

import org.jspecify.annotations.Nullable;

/**
 * Looks on while code of workflows calls methods of the JDK or a library that no chain passes, such as
 * {@code System.currentTimeMillis()}: {@link Interceptors#watch}.
 *
 * <p>Looked at is the application's code that its workflow implementations are part of, and up to three steps of what
 * that calls by name; code of class initialisers is not. A place in it that calls what is {@linkplain #watches watched}
 * tells of it first, on whatever thread: an application's classes are used by its activities too, so {@link #here} says
 * which threads matter, and says it fast. Calls by reflection are calls of {@code Method.invoke}; a method reference is
 * watched as the call that it makes, where and when it makes it.
 *
 * <p>It runs in the midst of the application's code, on any thread, at once on several. It must not block, and what it
 * throws is an accident: the call goes on.
 */
public interface CodeWatcher {
    /** Whether to look at the code of a class, by its name with dots; asked when it loads, or when workflows register. */
    boolean reads(String className);

    /**
     * Whether to be told of a method, a constructor or a static field; asked when a class is looked at.
     *
     * @param owner the class that the code names, with dots
     * @param name the name; of a constructor {@code <init>}
     * @param descriptor as class files have it, such as {@code (J)V}; of a field that is read its type's, such as {@code J},
     *     and of one that is set {@code (J)}
     */
    boolean watches(String owner, String name, String descriptor);

    /** Whether to be told of what the thread at hand does now. Asked each time, so it takes some nanoseconds at most. */
    boolean here();

    /**
     * Told that a place is about to call what is watched, or to set a static field, or has read one.
     *
     * @param target the object whose method is called, where the call has two arguments at most that are no {@code long} or
     *     {@code double}; what a static field holds, before it is set; otherwise {@code null}
     * @param argument the argument if that is the only one; of a static method or a constructor the last one; {@code null}
     *     if it is no object
     * @return {@code null} to let the code go on, or an error for it to get
     */
    @Nullable
    Error called(CodeSite site, @Nullable Object target, @Nullable Object argument);

    /**
     * Told that a thread of a workflow has not gone on for as long as Temporal's SDK waits, while it still is where it was:
     * on the thread that waits for it, in the application's worker; more than once if the workflow has several threads.
     *
     * @param detected what the SDK is about to throw there, which fails the workflow task; its message is not there yet
     */
    default void stuck(Throwable detected) {}

    /**
     * Asked by the command {@code replay} why a history could not be replayed, once it was not.
     *
     * @param failure what the SDK has thrown
     * @param history the SDK's, of {@code io.temporal.api.history.v1}
     * @return lines for the report, or {@code null}
     */
    default @Nullable String explain(Throwable failure, Object history) {
        return null;
    }
}
