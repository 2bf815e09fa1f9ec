package dev.heddle.api;

import org.jspecify.annotations.Nullable;

/**
 * The options with which something of Temporal's SDK is made, by their names in the application's version of it: {@code
 * namespace} is what {@code getNamespace()} reads and {@code setNamespace} sets. Valid during the method of a {@link
 * Plugin} that gets it, on that thread.
 */
public interface Config {
    /** Whether this version has an option. */
    boolean has(String option);

    /**
     * What an option is set to, by the application, the SDK's default, or a plugin before; {@code null} where that is
     * nothing.
     *
     * @throws IllegalArgumentException if this version has no such option
     */
    @Nullable
    Object get(String option);

    /**
     * Sets an option.
     *
     * @param value of the type that the SDK's builder takes; a list fits an array too, and an {@link Integer} what is longer
     * @throws IllegalArgumentException if this version has no such option, or it takes no such value
     */
    Config set(String option, @Nullable Object value);

    /**
     * The SDK's own builder, such as {@code WorkflowClientOptions.Builder}, for extensions that are compiled with the SDK.
     *
     * @return it, or {@code null} if it is of another type
     */
    <T> @Nullable T unwrap(Class<T> type);
}
