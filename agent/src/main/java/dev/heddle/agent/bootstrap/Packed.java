package dev.heddle.agent.bootstrap;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks entries of the agent's JAR. As shipped they are not packed, but somebody may have made the JAR anew. */
final class Packed {
    private Packed() {}

    /** Fills the content with what is packed in these bytes. */
    static void unpack(byte[] bytes, int at, int size, byte[] content) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, at, size);
            if (inflater.inflate(content) != content.length) {
                throw new IOException("an entry ends early");
            }
        } catch (DataFormatException unreadable) {
            throw new IOException(unreadable);
        } finally {
            inflater.end();
        }
    }
}
