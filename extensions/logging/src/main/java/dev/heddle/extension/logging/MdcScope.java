package dev.heddle.extension.logging;

import java.util.function.Supplier;

/** Opens the entries of one call wherever its code runs. */
record MdcScope(MdcEntries entries, String[] values, Trace trace) implements Supplier<AutoCloseable> {
    @Override
    public AutoCloseable get() {
        return entries.open(values, trace);
    }
}
