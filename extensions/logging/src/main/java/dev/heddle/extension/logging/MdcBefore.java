package dev.heddle.extension.logging;

/** What a thread's MDC had before; closing it brings that back, entry by entry, and leaves what the code itself has set. */
record MdcBefore(ApplicationLog log, String[] keys, String[] values, long changed) implements AutoCloseable {
    @Override
    public void close() {
        for (int at = 0; at < keys.length; at++) {
            if ((changed & 1L << at) != 0) {
                if (values[at] == null) {
                    log.remove(keys[at]);
                } else {
                    log.put(keys[at], values[at]);
                }
            }
        }
    }
}
