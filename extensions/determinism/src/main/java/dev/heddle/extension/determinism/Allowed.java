package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;
import dev.heddle.api.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the operator allows: callers, as {@code com.acme.Ids.next}, and calls, as {@code java.lang.System.getenv}, each with
 * {@code *} for any characters, and for some workflow types alone if these stand before, as {@code Order*:java.io.*}.
 */
final class Allowed {
    private record Entry(Pattern type, Pattern name) {}

    private final List<Entry> callers;
    private final List<Entry> calls;

    Allowed(Settings settings) {
        callers = entries(settings.list("allow.callers"));
        calls = entries(settings.list("allow.calls"));
    }

    private static List<Entry> entries(List<String> texts) {
        List<Entry> entries = new ArrayList<>();
        for (String text : texts) {
            int colon = text.indexOf(':');
            entries.add(new Entry(
                    colon < 0 ? null : pattern(text.substring(0, colon)), pattern(text.substring(colon + 1))));
        }
        return entries;
    }

    private static Pattern pattern(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.strip().split("\\*", -1)) {
            parts.add(Pattern.quote(part));
        }
        return Pattern.compile(String.join(".*", parts));
    }

    /** Whether a call is allowed, or the code that makes it, or the code of the application that this comes of. */
    boolean allows(String workflowType, CodeSite site, StackWalker.StackFrame line) {
        return any(calls, workflowType, site.member())
                || any(callers, workflowType, site.className() + '.' + site.methodName())
                || line != null && any(callers, workflowType, line.getClassName() + '.' + line.getMethodName());
    }

    private static boolean any(List<Entry> entries, String workflowType, String name) {
        for (Entry entry : entries) {
            if ((entry.type() == null || entry.type().matcher(workflowType).matches())
                    && entry.name().matcher(name).matches()) {
                return true;
            }
        }
        return false;
    }
}
