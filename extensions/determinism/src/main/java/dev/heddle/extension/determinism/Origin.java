package dev.heddle.extension.determinism;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whose doing a call is, as the stack tells: from the place outwards to the first frame of Temporal's.
 *
 * @param excuse why it is not the workflow's, or {@code null}
 * @param line the line of the application that it comes of, or {@code null} if there is none
 * @param own whether the place itself is in the application's own code, and not in a library
 */
record Origin(String excuse, StackFrame line, boolean own) {
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final int DEEPEST = 512;
    private static final String AGENT = "dev.heddle.agent.";
    private static final String HERE = Origin.class.getPackageName() + '.';

    /** Why the code of a class is no workflow's, whoever calls it. */
    private static final ClassValue<String> EXCUSES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return excuse(type);
        }
    };

    /** Of the call that the thread at hand is about to make. */
    static Origin here(Libraries libraries) {
        return of(STACK.walk(frames -> frames.limit(DEEPEST).collect(Collectors.toList())), libraries);
    }

    private static Origin of(List<StackFrame> frames, Libraries libraries) {
        Iterator<StackFrame> outwards = frames.iterator();
        StackFrame frame = outwards.next();
        while (outwards.hasNext()
                && (frame.getClassName().startsWith(AGENT)
                        || frame.getClassName().startsWith(HERE))) {
            frame = outwards.next();
        }
        StackFrame place = frame;
        StackFrame outermost = frame;
        String excuse = null;
        while (excuse == null && frame != null) {
            if (libraries.isSdk(frame.getClassName())) {
                excuse = ofSdk(frame.getClassName());
                break;
            }
            excuse = excuse(frame, libraries);
            if (libraries.reason(frame.getClassName()) == null) {
                outermost = frame;
            }
            frame = outwards.hasNext() ? outwards.next() : null;
        }
        Application application = new Application(outermost.getDeclaringClass());
        StackFrame line = null;
        for (StackFrame each : frames) {
            if (application.has(each.getDeclaringClass())
                    && !each.getClassName().startsWith(HERE)) {
                line = each;
                break;
            }
        }
        return new Origin(excuse, line, application.has(place.getDeclaringClass()));
    }

    private static String ofSdk(String className) {
        return className.startsWith("io.temporal.common.converter.") || className.startsWith("io.temporal.payload.")
                ? "it converts payloads"
                : null;
    }

    private static String excuse(StackFrame frame, Libraries libraries) {
        if (frame.getMethodName().equals("<clinit>")) {
            return "it initialises a class";
        }
        if (libraries.isInNoHistory(frame.getClassName())) {
            return "it is for a log or for metrics";
        }
        return libraries.reason(frame.getClassName()) == null ? EXCUSES.get(frame.getDeclaringClass()) : null;
    }

    private static String excuse(Class<?> type) {
        if (ClassLoader.class.isAssignableFrom(type)) {
            return "it loads a class";
        }
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> implemented : each.getInterfaces()) {
                String excuse = excuseByName(implemented.getName());
                excuse = excuse == null ? excuse(implemented) : excuse;
                if (excuse != null) {
                    return excuse;
                }
            }
        }
        return null;
    }

    private static String excuseByName(String name) {
        if (name.startsWith("io.temporal.common.interceptors.")) {
            return "it is an interceptor";
        }
        if (name.startsWith("io.temporal.common.context.")) {
            return "it propagates context";
        }
        return name.startsWith("io.temporal.common.converter.") || name.startsWith("io.temporal.payload.")
                ? "it converts payloads"
                : null;
    }

    /** The code that a workflow is part of: what lies in the same JAR or folder, or has the first two words of its name. */
    private record Application(Class<?> workflow) {
        boolean has(Class<?> type) {
            return type == workflow
                    || start(type).equals(start(workflow))
                    || type.getClassLoader() != null && type.getProtectionDomain() == workflow.getProtectionDomain();
        }

        private static String start(Class<?> type) {
            String name = type.getName();
            int end = name.indexOf('.', name.indexOf('.') + 1);
            return end < 0 ? name : name.substring(0, end);
        }
    }
}
