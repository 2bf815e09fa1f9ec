package dev.heddle.differential;

import static dev.heddle.differential.Verb.*;

import java.util.ArrayList;
import java.util.List;

/** Spoils a plan: has too much done, too little, at another time, on another thread, or something thrown. */
final class Spoiler {
    private static final List<Verb> OF_CLIENT = List.of(
            CLIENT_START_AGAIN,
            CLIENT_REQUEST,
            CLIENT_REQUEST,
            CLIENT_SEND,
            CLIENT_SEND,
            CLIENT_HALF_CLOSE,
            CLIENT_HALF_CLOSE,
            CLIENT_CANCEL,
            CLIENT_CANCEL,
            CLIENT_CANCEL,
            CLIENT_COMPRESS,
            CLIENT_LOOK);
    private static final List<Verb> OF_SERVER = List.of(
            SERVER_REQUEST,
            SERVER_HEADERS,
            SERVER_HEADERS,
            SERVER_SEND,
            SERVER_SEND,
            SERVER_SEND,
            SERVER_CLOSE,
            SERVER_CLOSE,
            SERVER_CLOSE,
            SERVER_COMPRESSION,
            SERVER_COMPRESS,
            SERVER_LOOK);
    private static final List<Verb> OF_THE_REST =
            List.of(RUN_CHANNEL, RUN_SERVER, RUN_CALL, SETTLE, SETTLE, SETTLE, ADVANCE_TIME);

    private final Dice dice;
    private final Setup setup;

    Spoiler(Dice dice, Setup setup) {
        this.dice = dice;
        this.setup = setup;
    }

    void spoil(List<Step> steps, List<Hook> hooks) {
        expected(steps);
        if (dice.chance(0.15)) {
            return;
        }
        for (int times = dice.between(0, 4); times > 0; times--) {
            spoil(steps, false, null);
        }
        for (int times = hooks.isEmpty() ? 0 : dice.between(0, 3); times > 0; times--) {
            int at = dice.below(hooks.size());
            Hook hook = hooks.get(at);
            List<Step> spoilt = new ArrayList<>(hook.steps());
            spoil(spoilt, true, hook.place());
            hooks.set(at, new Hook(hook.call(), hook.place(), hook.moment(), hook.after(), hook.nth(), spoilt));
        }
        for (int times = dice.between(0, 4); times > 0; times--) {
            hooks.add(hook());
        }
    }

    /** What the options would be in vain without. */
    private void expected(List<Step> steps) {
        if (setup.has(Option.CREDENTIALS_LATER)) {
            insert(steps, new Step(0, dice.oneOf(Role.CALLER, Role.OTHER), CREDENTIALS, dice.below(4)));
        }
        if ((setup.has(Option.DEADLINE_SOON) || setup.has(Option.CONTEXT_ENDS_SOON)) && dice.chance(0.7)) {
            insert(steps, new Step(0, Role.OTHER, ADVANCE_TIME, dice.below(2)));
        }
        if (setup.has(Option.CONTEXT) && dice.chance(0.4)) {
            insert(steps, new Step(dice.below(setup.calls()), Role.OTHER, CANCEL_CONTEXT, dice.below(2)));
        }
        // Of several calls the library chooses which to end first; over a network it races against itself.
        if (setup.calls() == 1 && !setup.netty() && dice.chance(0.05)) {
            Verb verb = dice.oneOf(SHUTDOWN_CHANNEL, SHUTDOWN_CHANNEL_NOW, SHUTDOWN_SERVER_NOW);
            insert(steps, new Step(0, Role.OTHER, verb, 0));
        }
    }

    private void spoil(List<Step> steps, boolean inHook, Place place) {
        int at = steps.isEmpty() ? 0 : dice.below(steps.size());
        switch (steps.isEmpty() ? 0 : dice.below(10)) {
            case 0, 1, 2, 3 -> insert(steps, any(inHook, place));
            case 4, 5 -> steps.add(Math.min(at + 1, steps.size()), steps.get(at));
            case 6 -> steps.remove(at);
            case 7 -> steps.add(any(inHook, place));
            case 8 -> {
                if (inHook) {
                    steps.add(new Step(0, Role.SELF, THROW, dice.below(Endings.COUNT)));
                } else {
                    insert(steps, steps.remove(at));
                }
            }
            default -> insert(steps, steps.remove(at));
        }
    }

    private Hook hook() {
        List<Place> places = new ArrayList<>(List.of(Place.CLIENT, Place.CLIENT, Place.HANDLER, Place.HANDLER));
        if (setup.has(Option.OUTER)) {
            places.add(Place.OUTER);
        }
        if (setup.has(Option.INNER)) {
            places.addAll(List.of(Place.INNER, Place.INNER));
        }
        if (setup.has(Option.SERVER)) {
            places.addAll(List.of(Place.SERVER, Place.SERVER));
        }
        Place place = dice.oneOf(places);
        Moment moment = dice.oneOf(place.moments());
        List<Step> steps = new ArrayList<>();
        for (int count = dice.between(1, 2); count > 0; count--) {
            steps.add(any(true, place));
        }
        int nth = dice.chance(0.7) ? 1 : dice.below(3);
        return new Hook(dice.below(setup.calls()), place, moment, dice.chance(0.4), nth, steps);
    }

    /** A step of any kind, for a hook at a place or, without one, for the script itself. */
    private Step any(boolean inHook, Place place) {
        int call = dice.below(setup.calls());
        if (inHook && dice.chance(0.3)) {
            Verb end = place == Place.SERVER
                    ? dice.oneOf(THROW, THROW, SKIP, REFUSE)
                    : place.isInterceptor() ? dice.oneOf(THROW, THROW, THROW, SKIP) : THROW;
            return new Step(call, Role.SELF, end, dice.below(Endings.COUNT));
        }
        boolean client = place == null ? dice.chance(0.6) : place.ofClient() == dice.chance(0.8);
        if (dice.chance(0.15)) {
            return new Step(call, inHook ? Role.SELF : Role.OTHER, dice.oneOf(OF_THE_REST), dice.below(2));
        }
        Verb verb = dice.oneOf(client ? OF_CLIENT : OF_SERVER);
        Role role = inHook && dice.chance(0.65)
                ? Role.SELF
                : client ? (dice.chance(0.7) ? Role.CALLER : Role.OTHER) : Role.WORKER;
        return new Step(call, role, verb, number(verb));
    }

    private int number(Verb verb) {
        return switch (verb) {
            case CLIENT_SEND, SERVER_SEND -> Payload.choose(dice, dice.between(5, 9));
            case CLIENT_REQUEST, SERVER_REQUEST -> dice.chance(0.9) ? dice.between(1, 3) : dice.between(-1, 0);
            case SERVER_CLOSE -> dice.below(Endings.COUNT);
            default -> dice.below(4);
        };
    }

    private void insert(List<Step> steps, Step step) {
        steps.add(dice.below(steps.size() + 1), step);
    }
}
