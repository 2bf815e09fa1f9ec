package dev.heddle.agent.weave;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;

/**
 * Has code of applications tell of what it calls, where an extension watches it: made with the first such extension, and
 * apart from the other transformer, which is there always and must cost nothing.
 */
public final class CodeTransformer implements ClassFileTransformer {
    private final Instrumentation instrumentation;
    /** An array, for each class that the JVM loads is looked for in it. */
    private volatile CodeScope[] scopes = {};

    public CodeTransformer(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Has it look at this code from now on. */
    public void scopes(List<? extends CodeScope> next) {
        scopes = next.toArray(new CodeScope[0]);
    }

    @Override
    public byte[] transform(
            Module module,
            ClassLoader loader,
            String className,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] classFile) {
        if (loader == null || className == null) {
            return null;
        }
        for (CodeScope scope : scopes) {
            if (scope.covers(loader, className, domain)) {
                return telling(scope, className, module, loader, domain, classFile);
            }
        }
        return null;
    }

    private byte[] telling(
            CodeScope scope,
            String className,
            Module module,
            ClassLoader loader,
            ProtectionDomain domain,
            byte[] classFile) {
        try {
            CodeFile file = new CodeFile(classFile, scope).tell(scope);
            if (!file.watched() || !WeaveTransformer.seesHook(loader)) {
                return null;
            }
            WeaveTransformer.letReadHook(module, instrumentation);
            return file.telling(scope);
        } catch (Throwable failure) {
            // Such as a method that would be too large: the class is as it was.
            WeaveLog.notTelling(className, domain, failure.toString());
            return null;
        }
    }
}
