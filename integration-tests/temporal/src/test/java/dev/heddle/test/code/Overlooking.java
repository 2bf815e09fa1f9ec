package dev.heddle.test.code;

import dev.heddle.api.CodeSite;
import dev.heddle.api.CodeWatcher;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Prints less than {@link Watching}: the time and the garbage that the code of workflows asks for. */
public final class Overlooking implements Extension, CodeWatcher {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.watch(this);
    }

    @Override
    public boolean reads(String className) {
        return className.startsWith("dev.heddle.test.code.");
    }

    @Override
    public boolean watches(String owner, String name, String descriptor) {
        return owner.equals("java.lang.System") && (name.equals("nanoTime") || name.equals("gc"));
    }

    @Override
    public boolean here() {
        return !Thread.currentThread().getName().equals("main");
    }

    @Override
    public Error called(CodeSite site, Object target, Object argument) {
        System.out.println("told: the other, of " + site.member());
        return null;
    }
}
