package dev.heddle.differential;

import java.util.ArrayList;
import java.util.List;

/** Makes a script of a seed: a plan of a well-behaved call, which is then spoilt. */
final class ScriptWriter {
    private ScriptWriter() {}

    static Script write(long seed) {
        Dice dice = new Dice(seed);
        Setup setup = SetupWriter.write(dice);
        List<Step> steps = new ArrayList<>();
        List<Hook> hooks = new ArrayList<>();
        for (int call = 0; call < setup.calls(); call++) {
            List<Step> own = new ArrayList<>();
            new ClientPlan(dice, setup, call).write(own, hooks);
            new ServerPlan(dice, setup, call).write(own, hooks);
            if (call > 0 && dice.chance(0.5)) {
                merge(dice, steps, own);
            } else {
                steps.addAll(own);
            }
        }
        new Spoiler(dice, setup).spoil(steps, hooks);
        return new Script(seed, setup, pace(dice, setup, steps), hooks);
    }

    /** Puts the steps of another call between those of the first. */
    private static void merge(Dice dice, List<Step> steps, List<Step> others) {
        int at = 0;
        for (Step other : others) {
            at = dice.between(at, steps.size());
            steps.add(at++, other);
        }
    }

    /** Has executors run their tasks now and then. */
    private static List<Step> pace(Dice dice, Setup setup, List<Step> steps) {
        if (setup.channelRuns() != Runs.QUEUED && setup.serverRuns() != Runs.QUEUED) {
            return steps;
        }
        List<Step> paced = new ArrayList<>();
        double eager = dice.oneOf(0.1, 0.5, 1.0);
        for (Step step : steps) {
            paced.add(step);
            if (dice.chance(eager)) {
                Verb verb = dice.chance(0.6) ? Verb.SETTLE : dice.oneOf(Verb.RUN_CHANNEL, Verb.RUN_SERVER);
                paced.add(new Step(0, Role.OTHER, verb, 0));
            }
        }
        return paced;
    }
}
