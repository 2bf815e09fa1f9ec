package acme.guest

import io.temporal.workflow.Workflow

/** Groovy calls for it, which nobody sees; nothing of Groovy's own is taken for its doing. */
class LooseGuest implements Visits {
    static final LIMITS = [small: 1, large: 2]

    def names = [] as LinkedHashSet

    @Override
    String visit(String name) {
        names << name
        def drawn = Workflow.newRandom().nextInt(1)
        Workflow.sleep(10)
        "$name ${LIMITS.collect { key, value -> value * (drawn + 1) }.sum()}"
    }

    @Override
    String state() {
        "${names.size()} of ${names.collect { it.toUpperCase() }.join('')}"
    }
}
