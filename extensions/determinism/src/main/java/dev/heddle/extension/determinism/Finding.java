package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;
import dev.heddle.extension.determinism.explain.CodeLine;

/**
 * A place where workflow code does what a replay would do differently.
 *
 * @param site the place
 * @param rule what is wrong with it
 * @param instead what to use
 * @param workflowType of the first run that came by
 * @param from the line of the application that the call comes of, where the place itself is in a library; else {@code null}
 * @param deed what is done there, where the place does not tell; else {@code null}
 */
record Finding(CodeSite site, Rule rule, String instead, String workflowType, String from, String deed) {
    Finding(CodeSite site, Rule rule, String instead, String workflowType, String from) {
        this(site, rule, instead, workflowType, from, null);
    }

    /** The place, as a stack trace names it. */
    String place() {
        return CodeLine.of(site.className(), site.methodName(), site.line());
    }

    /** What is told of once: a place; where that is a handler as a whole, for each workflow type that has it. */
    Object key() {
        return deed == null ? site : workflowType + ' ' + place() + ' ' + site.member();
    }

    /** In words. */
    @Override
    public String toString() {
        return "workflow " + workflowType + ": " + rule.key() + ": "
                + (deed == null ? place() + use() : place() + ": " + deed) + (from == null ? "" : ", from " + from)
                + "; use " + instead;
    }

    private String use() {
        boolean field = site.descriptor().indexOf(')') != site.descriptor().lastIndexOf(')')
                || !site.descriptor().contains(")")
                || site.descriptor().endsWith(")");
        return (field ? " uses " : " calls ") + site.member();
    }
}
