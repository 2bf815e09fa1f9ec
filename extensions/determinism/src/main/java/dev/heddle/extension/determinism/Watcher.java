package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;
import dev.heddle.api.CodeWatcher;
import dev.heddle.extension.determinism.explain.CodeLine;
import dev.heddle.extension.determinism.explain.Explanations;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.util.Map;
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
    private final Map<CodeSite, Place> places = new ConcurrentHashMap<>();

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
        Place place = place(site);
        if (!place.reflects()) {
            return judge(place, target, argument);
        }
        CodeSite reflected = Reflected.site(site, target);
        return reflected == null ? null : judge(place(reflected), null, null);
    }

    private Place place(CodeSite site) {
        Place known = places.get(site);
        return known == null ? places.computeIfAbsent(site, this::newPlace) : known;
    }

    private Place newPlace(CodeSite site) {
        WatchedCalls.Entry entry = entry(site.owner(), site.name(), site.descriptor());
        boolean fails = entry != null && modes.get(entry.rule()) == Mode.FAIL;
        StaticField field = entry != null && entry.rule() == Rule.STATICS ? statics.at(site) : null;
        return new Place(site, entry, fails, field);
    }

    private Error judge(Place place, Object target, Object argument) {
        if (!place.isWatched()) {
            return null;
        }
        if (place.isFound() && !place.fails()) {
            findings.again();
            return null;
        }
        // To look at a collection calls the application's code, which is not to be judged for that.
        int[] depth = exempt.begin();
        try {
            return place.isHarmful(target, argument) ? judge(place) : null;
        } finally {
            exempt.end(depth);
        }
    }

    private Error judge(Place place) {
        Origin origin = Origin.here(libraries);
        if (origin.excuse() != null || !origin.own() && place.rule().ofApplicationAlone()) {
            return null;
        }
        String type = Workflow.getInfo().getWorkflowType();
        if (allowed.allows(type, place.site(), origin.line())) {
            return null;
        }
        String from = origin.own() || origin.line() == null ? null : CodeLine.of(origin.line());
        Finding finding = new Finding(place.site(), place.rule(), place.instead(), type, from);
        findings.add(finding);
        place.found();
        return place.fails() ? new NonDeterminismError(finding.toString()) : null;
    }
}
