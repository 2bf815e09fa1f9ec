package dev.heddle.extension.payloadstore;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where objects are kept by their keys, which are made of their content: under one key there is one content, for good.
 * Called by several threads at once, which may wait. What an exception says is logged and sent to the application.
 */
public interface ObjectStore extends AutoCloseable {
    /**
     * Keeps an object, whole or not at all: nobody may see half of it, at any time. One that is there already may stay,
     * and is from now on as young as a new one.
     */
    void put(String key, byte[] bytes) throws IOException;

    /**
     * An object, as it is; {@code null} if there is none.
     *
     * @param most how many bytes are wanted; of a larger object an exception tells, before it is in memory
     */
    byte[] get(String key, int most) throws IOException;

    /** Shows all objects whose keys begin so. */
    void list(String prefix, Consumer<? super StoredObject> object) throws IOException;

    /** Removes an object, if it is there. */
    void delete(String key) throws IOException;

    /** What references to objects of this store say beside the key, such as the bucket: those that say otherwise are not read. */
    default Map<String, String> claims() {
        return Map.of();
    }

    @Override
    default void close() {}
}
