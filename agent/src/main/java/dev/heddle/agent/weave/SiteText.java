package dev.heddle.agent.weave;

import dev.heddle.api.CodeSite;

/** A place in code as one constant of its class: what tells of a call has it at hand. */
public final class SiteText {
    private SiteText() {}

    static String of(String className, String methodName, int line, String owner, String name, String descriptor) {
        return className + ' ' + methodName + ' ' + line + ' ' + owner + ' ' + name + ' ' + descriptor;
    }

    /** Reads it. */
    public static CodeSite read(String text) {
        String[] words = text.split(" ");
        return new CodeSite(
                words[0].replace('/', '.'),
                words[1],
                Integer.parseInt(words[2]),
                words[3].replace('/', '.'),
                words[4],
                words[5]);
    }
}
