package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;

/**
 * A place in the code of workflows, with what of it is the same whenever code comes by, which may be in a loop. Thread-safe.
 */
final class Place {
    private final CodeSite site;
    private final WatchedCalls.Entry entry;
    private final boolean fails;
    private final boolean reflects;
    private final Harm harm;

    private volatile boolean found;

    /**
     * @param entry what is wrong with it, or {@code null}
     * @param fails whether the workflow task fails for it
     * @param field the static field that it uses, where that is what is wrong; else {@code null}
     */
    Place(CodeSite site, WatchedCalls.Entry entry, boolean fails, StaticField field) {
        this.site = site;
        this.entry = entry;
        this.fails = fails;
        this.reflects = Reflected.is(site.owner(), site.name());
        this.harm = field != null ? field.at(site) : entry == null ? null : Harm.at(site, entry.rule());
    }

    CodeSite site() {
        return site;
    }

    Rule rule() {
        return entry.rule();
    }

    /** What to use instead. */
    String instead() {
        return entry.instead();
    }

    boolean fails() {
        return fails;
    }

    /** Whether it calls what an object stands for: a method, a constructor, a handle. */
    boolean reflects() {
        return reflects;
    }

    /** Whether there is a rule for it. */
    boolean isWatched() {
        return entry != null;
    }

    /** Whether it does what the rule is about, as the objects tell that it is about. */
    boolean isHarmful(Object target, Object argument) {
        return harm.isIn(target, argument);
    }

    /** From now on it is not looked at again, for that may take longer than the call itself. */
    void found() {
        found = true;
    }

    boolean isFound() {
        return found;
    }
}
