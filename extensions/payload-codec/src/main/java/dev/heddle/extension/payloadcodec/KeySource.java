package dev.heddle.extension.payloadcodec;

/** Where keys come from: what another store of keys has to be. */
interface KeySource {
    /**
     * Reads all keys, each time anew.
     *
     * @throws IllegalArgumentException that says, about the source, what is wrong and what to do, but no key
     */
    KeyRing read();

    /** The source in the words of its setting, to say what is wrong with it. */
    @Override
    String toString();
}
