package dev.heddle.test.code;

import dev.heddle.api.CodeSite;
import dev.heddle.api.CodeWatcher;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.lang.reflect.Method;
import java.util.Set;

/** Prints what the code of workflows does of a few things, and forbids one. */
public final class Watching implements Extension, CodeWatcher {
    private static final Set<String> MEMBERS = Set.of(
            "java.lang.System.nanoTime()J",
            "java.lang.System.getProperty(Ljava/lang/String;)Ljava/lang/String;",
            "java.util.Date.<init>()V",
            "java.util.Set.contains(Ljava/lang/Object;)Z",
            "java.lang.reflect.Method.invoke(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;",
            "java.util.Collections.emptySet()Ljava/util/Set;",
            "dev.heddle.test.code.WatchedApplication$Helper.count(I)",
            "dev.heddle.test.code.WatchedApplication$Helper.names(Ljava/util/Set;)",
            "dev.heddle.test.code.WatchedApplication$Helper.namesLjava/util/Set;",
            "java.lang.System.gc()V",
            "java.lang.Runtime.exit(I)V");

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.watch(this);
    }

    @Override
    public boolean reads(String className) {
        return !className.matches("(java|javax|jdk|sun|org\\.slf4j|com\\.google|io\\.(grpc|temporal))\\..*");
    }

    @Override
    public boolean watches(String owner, String name, String descriptor) {
        return MEMBERS.contains(owner + '.' + name + descriptor);
    }

    @Override
    public boolean here() {
        return !Thread.currentThread().getName().equals("main");
    }

    @Override
    public Error called(CodeSite site, Object target, Object argument) {
        if (site.name().equals("getProperty")) {
            throw new IllegalStateException("an accident");
        }
        if (site.name().equals("gc")) {
            return new AssertionError("forbidden");
        }
        System.out.println("told: " + site.methodName() + ' ' + site.member() + ' ' + text(target) + ' '
                + text(argument) + (site.line() > 0 ? "" : " nowhere"));
        return null;
    }

    private static String text(Object object) {
        return object instanceof Method method ? method.getName() : String.valueOf(object);
    }
}
