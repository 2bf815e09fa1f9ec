package dev.heddle.extension.determinism;

/**
 * Whether a workflow's thread does what no replay repeats: a side effect, a validator, a query; or judges, and does not wish to
 * be judged.
 */
final class Exempt {
    /** Left where it is once it is there: to take it away and ask again takes much longer, and it holds nothing. */
    private final ThreadLocal<int[]> depth = new ThreadLocal<>();

    boolean isHere() {
        int[] own = depth.get();
        return own != null && own[0] > 0;
    }

    /** Begins; gives what {@link #end} wants, for the thread need not be looked up twice. */
    int[] begin() {
        int[] own = depth.get();
        if (own == null) {
            own = new int[1];
            depth.set(own);
        }
        own[0]++;
        return own;
    }

    void end(int[] begun) {
        begun[0]--;
    }
}
