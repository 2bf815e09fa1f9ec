package dev.heddle.extension.determinism;

import static dev.heddle.api.Selector.WORKFLOW_INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_OUTBOUND;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Selector;
import dev.heddle.api.Settings;
import dev.heddle.api.WorkflowCall;
import dev.heddle.extension.determinism.explain.Explanations;
import java.lang.System.Logger.Level;
import java.util.Map;

/** Tells of what workflow code does that a replay would do differently: see the README. */
public final class Determinism implements Extension {
    private static final Selector<WorkflowCall> ANSWERS = WORKFLOW_INBOUND.only("validateUpdate", "handleQuery");
    private static final Selector<WorkflowCall> REGISTRATIONS = WORKFLOW_OUTBOUND.only(
            "registerQuery", "registerUpdateHandlers", "registerDynamicQueryHandler", "registerDynamicUpdateHandler");

    private Findings findings;

    /** A task that it fails does nothing to its workflow. */
    @Override
    public boolean onlyObservesWorkflows() {
        return true;
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        Exempt exempt = new Exempt();
        Allowed allowed = new Allowed(settings);
        Map<Rule, Mode> modes = Mode.of(settings);
        findings = new Findings(settings);
        OwnFields fields = new OwnFields(new Libraries());
        Explanations explanations =
                settings.get("explain", true) ? new Explanations(settings.logger(), fields::isOwn) : null;
        if (explanations != null) {
            explanations.register(interceptors);
        }
        if (!hasThreads()) {
            settings.logger().log(Level.WARNING, "watches nothing: Temporal's SDK tells of its threads from 1.7 on");
            if (explanations != null) {
                interceptors.watch(new Explaining(explanations));
            }
            return;
        }
        Watcher watcher = new Watcher(exempt, modes, allowed, findings, explanations);
        Interceptor<WorkflowCall> exempting = call -> {
            int[] depth = exempt.begin();
            try {
                return call.proceed();
            } finally {
                exempt.end(depth);
            }
        };
        interceptors
                .on(WORKFLOW_OUTBOUND.only("sideEffect", "mutableSideEffect"), exempting)
                .watch(watcher);
        Mode readOnly = modes.get(Rule.READONLY);
        if (readOnly == Mode.OFF) {
            interceptors.on(ANSWERS, exempting);
        } else {
            ReadOnly looking = new ReadOnly(readOnly == Mode.FAIL, fields, exempt, allowed, findings);
            interceptors.on(ANSWERS, looking).on(REGISTRATIONS, looking::register);
        }
    }

    private static boolean hasThreads() {
        try {
            Class.forName("io.temporal.workflow.unsafe.WorkflowUnsafe", false, Determinism.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException before1_7) {
            return false;
        }
    }

    @Override
    public void close() {
        findings.close();
    }
}
