package dev.heddle.differential;

/**
 * One thing that a script has done.
 *
 * @param call the number of the call that it is about
 * @param role on whose thread
 * @param number what the verb says of it
 */
record Step(int call, Role role, Verb verb, int number) {
    @Override
    public String toString() {
        return (role == Role.SELF ? "" : role.label() + ": ") + verb + "(" + number + ")"
                + (call == 0 ? "" : " of call " + call);
    }
}
