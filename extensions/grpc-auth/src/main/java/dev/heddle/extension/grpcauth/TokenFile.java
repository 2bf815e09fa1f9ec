package dev.heddle.extension.grpcauth;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Tokens in a file, one a line. A call that finds it too long since the last look takes the next one; the others go on
 * with what is known, and pay for a look at the clock.
 */
final class TokenFile implements Tokens {
    private final Path path;
    private final long reloadNanos;
    private final LongSupplier nanoClock;
    private final Notices notices;
    private final AtomicLong nextLook;
    private String problem;
    private long tooShort;
    private volatile List<byte[]> tokens = List.of();

    /**
     * Takes the first look.
     *
     * @param reload how long a change may go unnoticed
     * @param nanoClock as {@link System#nanoTime}
     */
    TokenFile(Path path, Duration reload, LongSupplier nanoClock, Notices notices) {
        this.path = path;
        this.reloadNanos = reload.toNanos();
        this.nanoClock = nanoClock;
        this.notices = notices;
        this.nextLook = new AtomicLong(nanoClock.getAsLong() + reloadNanos);
        look();
    }

    @Override
    public List<byte[]> now() {
        long now = nanoClock.getAsLong();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + reloadNanos)) {
            look();
        }
        return tokens;
    }

    /** One at a time, so that what was read last is what stays. */
    private synchronized void look() {
        String found = null;
        try {
            tokens = TokenFileReader.read(path);
            weigh(Tokens.tooShort(tokens));
        } catch (RuntimeException unfit) {
            tokens = List.of();
            found = unfit.getMessage();
        }
        if (found != null && !found.equals(problem)) {
            notices.refuses("the token file " + path + ' ' + found);
        } else if (found == null && problem != null) {
            notices.tell("no longer refuses " + notices.refused() + ": the token file " + path + " is in order, with "
                    + tokens.size() + (tokens.size() == 1 ? " token" : " tokens"));
        }
        problem = found;
    }

    private void weigh(long count) {
        if (count > tooShort) {
            notices.tooShort("the token file " + path, count);
        }
        tooShort = count;
    }
}
