package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;
import dev.heddle.api.CodeWatcher;
import dev.heddle.extension.determinism.explain.CodeLine;
import dev.heddle.extension.determinism.explain.Explanations;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Judges the calls of workflow code: by the table, by the objects that a call is about, and by the stack. */
final class Watcher implements CodeWatcher {
    private final WatchedCalls calls = new WatchedCalls();
    private final Libraries libraries = new Libraries();
    private final Statics statics = new Statics();
    private final Exempt exempt;
    private final Map<Rule, Mode> modes;
    private final Allowed allowed;
    private final Findings findings;
    private final Explanations explanations;
    private final Map<CodeSite, Optional<WatchedCalls.Entry>> entries = new ConcurrentHashMap<>();

    /** @param explanations of what the SDK finds, or {@code null} */
    Watcher(Exempt exempt, Map<Rule, Mode> modes, Allowed allowed, Findings findings, Explanations explanations) {
        this.explanations = explanations;
        this.exempt = exempt;
        this.modes = modes;
        this.allowed = allowed;
        this.findings = findings;
    }

    @Override
    public boolean reads(String className) {
        return libraries.reason(className) == null;
    }

    @Override
    public boolean watches(String owner, String name, String descriptor) {
        return Reflected.is(owner, name) || entry(owner, name, descriptor) != null;
    }

    /** What is wrong with a call, or {@code null}; rules that are off have nothing wrong. */
    private WatchedCalls.Entry entry(String owner, String name, String descriptor) {
        WatchedCalls.Entry entry;
        if (descriptor.startsWith("(") && !descriptor.endsWith(")")) {
            boolean thread = name.equals("start") && descriptor.equals("()V") && reads(owner);
            entry = thread ? calls.of(Rule.THREADS) : calls.find(owner, name, descriptor);
        } else if (reads(owner)) {
            entry = Statics.watches(name, descriptor) ? calls.of(Rule.STATICS) : null;
        } else {
            entry = calls.find(owner, '<' + name + '>', descriptor);
        }
        return entry == null || modes.get(entry.rule()) == Mode.OFF ? null : entry;
    }

    @Override
    public void stuck(Throwable detected) {
        if (explanations != null) {
            explanations.stuck(detected);
        }
    }

    @Override
    public String explain(Throwable failure, Object history) {
        return explanations == null ? null : explanations.explain(failure, history);
    }

    @Override
    public boolean here() {
        return WorkflowUnsafe.isWorkflowThread() && !exempt.isHere();
    }

    @Override
    public Error called(CodeSite site, Object target, Object argument) {
        if (!Reflected.is(site.owner(), site.name())) {
            return judge(site, target, argument);
        }
        CodeSite reflected = Reflected.site(site, target);
        return reflected == null ? null : judge(reflected, null, null);
    }

    private Error judge(CodeSite site, Object target, Object argument) {
        WatchedCalls.Entry entry = entry(site);
        if (entry == null) {
            return null;
        }
        // What is known is not looked at again, for that may take longer than the call itself.
        boolean fails = modes.get(entry.rule()) == Mode.FAIL;
        if (!fails && findings.knows(site) || entry.rule() == Rule.STATICS && statics.isOfSameRun(site)) {
            return null;
        }
        // To look at a collection calls the application's code, which is not to be judged for that.
        exempt.begin();
        try {
            return isHarmful(entry.rule(), site, target, argument) ? judge(site, entry, fails) : null;
        } finally {
            exempt.end();
        }
    }

    private WatchedCalls.Entry entry(CodeSite site) {
        Optional<WatchedCalls.Entry> known = entries.get(site);
        if (known == null) {
            known = Optional.ofNullable(entry(site.owner(), site.name(), site.descriptor()));
            entries.put(site, known);
        }
        return known.orElse(null);
    }

    private Error judge(CodeSite site, WatchedCalls.Entry entry, boolean fails) {
        Origin origin = Origin.here(libraries);
        if (origin.excuse() != null || !origin.own() && entry.rule().ofApplicationAlone()) {
            return null;
        }
        String type = Workflow.getInfo().getWorkflowType();
        if (allowed.allows(type, site, origin.line())) {
            return null;
        }
        String from = origin.own() || origin.line() == null ? null : CodeLine.of(origin.line());
        Finding finding = new Finding(site, entry.rule(), entry.instead(), type, from);
        findings.add(finding);
        return fails ? new NonDeterminismError(finding.toString()) : null;
    }

    private boolean isHarmful(Rule rule, CodeSite site, Object target, Object argument) {
        return rule == Rule.STATICS ? statics.isShared(site, target) : Harm.isIn(rule, site, target, argument);
    }
}
