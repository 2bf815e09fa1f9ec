package dev.heddle.agent.call.temporal;

/** What a call must know of where it comes from and where its chain ends: who calls, and one of the SDK's objects. */
abstract class CallTarget {
    private final Caller caller;

    CallTarget(Caller caller) {
        this.caller = caller;
    }

    /** Who is calling. */
    final Caller caller() {
        return caller;
    }

    /** Goes on to the SDK: the method with that index, with the input, the one parameter, or several in an array. */
    protected abstract Object invoke(int method, Object source) throws Throwable;

    /** What calls need of this SDK version. */
    abstract SdkRuntime runtime();
}
