package dev.heddle.agent.call;

/**
 * Lengths of time, in half powers of two: what is said of them is at most a quarter off, which is enough to see what is
 * slow, and takes half a kilobyte. Thread-safe; meant for a few calls of many.
 */
public final class TimeSample {
    private static final int PARTS = 2;

    private long[] counts;
    private long samples;
    private long max;

    /** None yet. */
    public TimeSample() {}

    /** Adds a length of time; a clock that goes back is none. */
    public synchronized void add(long nanos) {
        if (counts == null) {
            counts = new long[64 * PARTS];
        }
        long length = Math.max(1, nanos);
        counts[bucket(length)]++;
        samples++;
        max = Math.max(max, length);
    }

    /** Adds those of another. */
    public synchronized void addAll(TimeSample other) {
        synchronized (other) {
            if (other.counts == null) {
                return;
            }
            if (counts == null) {
                counts = new long[other.counts.length];
            }
            for (int bucket = 0; bucket < counts.length; bucket++) {
                counts[bucket] += other.counts[bucket];
            }
            samples += other.samples;
            max = Math.max(max, other.max);
        }
    }

    private static int bucket(long length) {
        int exponent = 63 - Long.numberOfLeadingZeros(length);
        // The bit below the highest says in which half of the power it lies.
        int half = exponent == 0 ? 0 : (int) (length >> exponent - 1) & 1;
        return exponent * PARTS + half;
    }

    /** How many there are. */
    public synchronized long samples() {
        return samples;
    }

    /** The longest. */
    public synchronized long max() {
        return max;
    }

    /** The length that this part of them does not exceed, such as 0.5 or 0.99; zero of none. */
    public synchronized long quantile(double part) {
        long wanted = (long) Math.ceil(samples * part);
        long seen = 0;
        for (int bucket = 0; counts != null && bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted && counts[bucket] > 0) {
                return Math.min(max, middle(bucket));
            }
        }
        return 0;
    }

    private static long middle(int bucket) {
        long low = (1L << bucket / PARTS) + (bucket % PARTS) * (1L << bucket / PARTS) / PARTS;
        return low + low / 5;
    }
}
