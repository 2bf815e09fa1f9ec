package dev.heddle.extension.determinism;

import java.util.HashMap;
import java.util.Map;

/** Code that is not looked at, and why: {@code libraries.txt}. */
final class Libraries {
    private final Map<String, String> byPackage = new HashMap<>();

    Libraries() {
        Resource.read("libraries.txt").forEach((heading, lines) -> {
            for (String line : lines) {
                for (String start : line.split(" ")) {
                    byPackage.put(start.substring(0, start.length() - 1), heading.substring(1, heading.length() - 1));
                }
            }
        });
    }

    /** Why a class is not looked at, or {@code null} if it is. */
    String reason(String className) {
        for (int dot = className.indexOf('.'); dot > 0; dot = className.indexOf('.', dot + 1)) {
            String reason = byPackage.get(className.substring(0, dot));
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    /** Whether a class is Temporal's. */
    boolean isSdk(String className) {
        return className.startsWith("io.") && starts(className, "Temporal");
    }

    /** Whether what a class does, and what it calls, is in no history: logs, metrics, traces. */
    boolean isInNoHistory(String className) {
        return starts(className, "logging") || starts(className, "metrics");
    }

    private boolean starts(String className, String word) {
        String reason = reason(className);
        return reason != null && reason.startsWith(word);
    }
}
