package dev.heddle.differential;

import static dev.heddle.differential.Verb.*;

import dev.heddle.differential.Setup.ServerApi;
import java.util.ArrayList;
import java.util.List;

/** What a well-behaved handler does. */
final class ServerPlan {
    private final Dice dice;
    private final Setup setup;
    private final int call;
    private final boolean requestStream;

    ServerPlan(Dice dice, Setup setup, int call) {
        this.dice = dice;
        this.setup = setup;
        this.call = call;
        this.requestStream = !setup.served().clientSendsOneMessage();
    }

    void write(List<Step> steps, List<Hook> hooks) {
        boolean raw = setup.server() == ServerApi.RAW;
        if (raw) {
            ask(hooks);
        } else if (requestStream && setup.has(Option.MANUAL_SERVER)) {
            askEachTime(hooks);
        }
        if (requestStream && !setup.served().serverSendsOneMessage() && dice.chance(0.5)) {
            hooks.add(hook(Moment.ON_MESSAGE, 0, step(SERVER_SEND, 1)));
        }
        List<Step> answer = answer();
        if (dice.chance(0.12)) {
            // Later, from a thread of its own.
            answer.forEach(step -> steps.add(new Step(call, Role.WORKER, step.verb(), step.number())));
        } else if (raw || requestStream) {
            Moment moment = dice.chance(0.8) ? Moment.ON_HALF_CLOSE : dice.oneOf(Moment.START_CALL, Moment.ON_MESSAGE);
            hooks.add(new Hook(call, Place.HANDLER, moment, false, 1, answer));
        } else {
            hooks.add(new Hook(call, Place.HANDLER, Moment.START_CALL, false, 1, answer));
        }
    }

    private void ask(List<Hook> hooks) {
        if (!requestStream) {
            hooks.add(hook(Moment.START_CALL, 1, step(SERVER_REQUEST, dice.chance(0.7) ? 2 : dice.between(1, 3))));
        } else if (dice.chance(0.5)) {
            hooks.add(hook(Moment.START_CALL, 1, step(SERVER_REQUEST, 10)));
        } else {
            hooks.add(hook(Moment.START_CALL, 1, step(SERVER_REQUEST, 1)));
            askEachTime(hooks);
        }
    }

    private void askEachTime(List<Hook> hooks) {
        hooks.add(hook(Moment.ON_MESSAGE, 0, step(SERVER_REQUEST, 1)));
    }

    private List<Step> answer() {
        List<Step> answer = new ArrayList<>();
        if (setup.server() == ServerApi.RAW) {
            answer.add(step(SERVER_HEADERS, dice.below(2)));
        }
        int messages = setup.served().serverSendsOneMessage() ? 1 : dice.below(4);
        for (int number = 1; number <= messages; number++) {
            answer.add(step(SERVER_SEND, Payload.choose(dice, number)));
        }
        answer.add(step(SERVER_CLOSE, dice.chance(0.7) ? 0 : dice.below(Endings.COUNT)));
        return answer;
    }

    private Hook hook(Moment moment, int nth, Step step) {
        return new Hook(call, Place.HANDLER, moment, false, nth, List.of(step));
    }

    private Step step(Verb verb, int number) {
        return new Step(call, Role.SELF, verb, number);
    }
}
