package dev.heddle.differential;

import static dev.heddle.differential.Verb.*;

import dev.heddle.differential.Setup.ClientApi;
import io.grpc.MethodDescriptor.MethodType;
import java.util.List;

/** What a well-behaved client does. */
final class ClientPlan {
    private final Dice dice;
    private final Setup setup;
    private final int call;

    ClientPlan(Dice dice, Setup setup, int call) {
        this.dice = dice;
        this.setup = setup;
        this.call = call;
    }

    void write(List<Step> steps, List<Hook> hooks) {
        boolean requestStream = !setup.kind().clientSendsOneMessage();
        steps.add(step(CLIENT_START, 1));
        if (setup.client() == ClientApi.RAW) {
            boolean early = dice.chance(0.7);
            if (early) {
                ask(steps, hooks);
            }
            send(steps, requestStream ? dice.below(4) : 1);
            steps.add(step(CLIENT_HALF_CLOSE, 0));
            if (!early) {
                ask(steps, hooks);
            }
        } else if (requestStream) {
            send(steps, dice.below(4));
            steps.add(step(CLIENT_HALF_CLOSE, 0));
        }
        if (setup.client() == ClientApi.ASYNC && setup.has(Option.MANUAL_CLIENT)) {
            askEachTime(hooks);
        }
    }

    private void send(List<Step> steps, int messages) {
        for (int number = 1; number <= messages; number++) {
            steps.add(step(CLIENT_SEND, Payload.choose(dice, number)));
        }
    }

    private void ask(List<Step> steps, List<Hook> hooks) {
        if (setup.kind() == MethodType.UNARY || setup.kind() == MethodType.CLIENT_STREAMING) {
            steps.add(step(CLIENT_REQUEST, dice.chance(0.7) ? 2 : dice.between(1, 3)));
        } else if (dice.chance(0.5)) {
            steps.add(step(CLIENT_REQUEST, 10));
        } else {
            steps.add(step(CLIENT_REQUEST, 1));
            askEachTime(hooks);
        }
    }

    private void askEachTime(List<Hook> hooks) {
        Step ask = new Step(call, Role.SELF, CLIENT_REQUEST, 1);
        hooks.add(new Hook(call, Place.CLIENT, Moment.ON_MESSAGE, false, 0, List.of(ask)));
    }

    private Step step(Verb verb, int number) {
        return new Step(call, Role.CALLER, verb, number);
    }
}
