package dev.heddle.extension.payloadstore;

import dev.heddle.api.Settings;

/**
 * A kind of store. One of your own is found by {@link java.util.ServiceLoader}: a public class with a public constructor
 * without parameters, in a JAR that {@code store.jars} names, or in that of the extension itself.
 */
public interface StoreProvider {
    /** The word for it in the setting {@code store}. */
    String name();

    /** What references name it, unless the setting {@code driver} does: where other SDKs have such a store, their name for it. */
    String driver();

    /**
     * Opens the store, when the application makes its first client or worker.
     *
     * @param settings those of the extension; begin yours with the name and a dot
     * @throws Exception that says what is wrong: nothing of Temporal's is made then
     */
    ObjectStore open(Settings settings) throws Exception;
}
