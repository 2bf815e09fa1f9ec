package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;
import dev.heddle.api.Interceptor;
import dev.heddle.api.RefusedException;
import dev.heddle.api.WorkflowCall;
import java.lang.reflect.Field;
import java.util.Collection;

/**
 * Looks on while a workflow answers a query or checks an update, of which its history says nothing: that it remembers
 * afterwards what it did before, and asks for nothing.
 */
final class ReadOnly implements Interceptor<WorkflowCall> {
    private final WatchedCalls.Entry entry;
    private final boolean fails;
    private final OwnFields fields;
    private final SharedObjects shared = new SharedObjects();
    private final Exempt exempt;
    private final Allowed allowed;
    private final Findings findings;

    ReadOnly(boolean fails, OwnFields fields, Exempt exempt, Allowed allowed, Findings findings) {
        this.entry = new WatchedCalls().of(Rule.READONLY);
        this.fails = fails;
        this.fields = fields;
        this.exempt = exempt;
        this.allowed = allowed;
        this.findings = findings;
    }

    /** Learns who answers. */
    Object register(WorkflowCall call) throws Throwable {
        HandlerObjects.register(call, fields);
        return call.proceed();
    }

    @Override
    public Object intercept(WorkflowCall call) throws Throwable {
        Collection<Object> handlers = HandlerObjects.of(call);
        Snapshot before = snapshot(call, handlers);
        Object result;
        int[] depth = exempt.begin();
        try {
            result = call.proceed();
        } catch (Throwable thrown) {
            ReadOnlyAction action = ReadOnlyAction.in(thrown, fields);
            if (action != null) {
                report(call, action.site(), "would " + action.name());
            }
            throw thrown;
        } finally {
            exempt.end(depth);
        }
        Finding finding = before == null ? null : changed(call, handlers, before);
        if (finding != null && fails) {
            throw new RefusedException(finding.toString());
        }
        return result;
    }

    private Snapshot snapshot(WorkflowCall call, Collection<Object> handlers) {
        if (handlers.isEmpty()) {
            return null;
        }
        try {
            Snapshot snapshot = new Snapshot(handlers, fields);
            shared.note(nameOf(handlers), call.runId(), snapshot.objects());
            return snapshot;
        } catch (RuntimeException changedMeanwhile) {
            return null;
        }
    }

    private Finding changed(WorkflowCall call, Collection<Object> handlers, Snapshot before) {
        Finding first = null;
        try {
            String handler = nameOf(handlers);
            for (Field field : before.changed(part -> isOwn(call, handler, part))) {
                String member = field.getDeclaringClass().getName() + '.' + field.getName();
                CodeSite site = new CodeSite(
                        handler,
                        call.name(),
                        0,
                        field.getDeclaringClass().getName(),
                        field.getName(),
                        '(' + field.getType().descriptorString() + ')');
                Finding finding = report(call, site, "changes " + member);
                first = first == null ? finding : first;
            }
        } catch (RuntimeException changedMeanwhile) {
            return null;
        }
        return first;
    }

    /** What other runs hold too is not its own; of what lies further away that is asked for, once there is another. */
    private boolean isOwn(WorkflowCall call, String handler, Snapshot.Seen part) {
        return shared.isOwn(handler, call.runId(), part.of(), part.near());
    }

    /** Of the first; of a lambda that of the class that it is in. */
    private static String nameOf(Collection<Object> handlers) {
        String name = handlers.iterator().next().getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : name.substring(0, lambda);
    }

    /** {@code null} if it is allowed. */
    private Finding report(WorkflowCall call, CodeSite site, String deed) {
        if (allowed.allows(call.workflowType(), site, null)) {
            return null;
        }
        String handler = call.queryName() == null ? "the validator of update " : "query ";
        Finding finding = new Finding(
                site, Rule.READONLY, entry.instead(), call.workflowType(), null, handler + call.name() + " " + deed);
        findings.add(finding);
        return finding;
    }
}
