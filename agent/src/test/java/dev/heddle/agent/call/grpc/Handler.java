package dev.heddle.agent.call.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.List;
import java.util.function.Consumer;

/** A handler of the application's, which answers at some moment, on the library's thread or on one of its own. */
final class Handler extends HearingHandler {
    /** When it does what. */
    enum Doing {
        ANSWERS_AT_HALF_CLOSE(Moment.HALF_CLOSE, call -> answer(call, "foo")),
        ANSWERS_A_MESSAGE(Moment.MESSAGE, call -> answer(call, "foo")),
        ANSWERS_AS_IT_STARTS(Moment.START, call -> answer(call, "foo")),
        ANSWERS_ELSEWHERE(Moment.HALF_CLOSE_ELSEWHERE, call -> answer(call, "foo")),
        ANSWERS_ELSEWHERE_AT_ONCE(Moment.START_ELSEWHERE, call -> answer(call, "foo")),
        FAILS(Moment.HALF_CLOSE, call -> call.close(Status.NOT_FOUND, new Metadata())),
        FAILS_ELSEWHERE_AT_ONCE(Moment.START_ELSEWHERE, call -> call.close(Status.NOT_FOUND, new Metadata())),
        THROWS(Moment.HALF_CLOSE, call -> {
            throw new IllegalStateException("the handler's");
        }),
        THROWS_AS_IT_STARTS(Moment.START, call -> {
            throw Status.FAILED_PRECONDITION.asRuntimeException();
        }),
        ANSWERS_AND_THROWS(Moment.HALF_CLOSE, call -> {
            answer(call, "foo");
            throw new IllegalStateException("the handler's");
        }),
        ANSWERS_TWICE(Moment.HALF_CLOSE, call -> {
            call.sendHeaders(new Metadata());
            call.sendMessage("foo");
            call.sendMessage("bar");
            call.close(Status.OK, new Metadata());
        }),
        ANSWERS_NOTHING(Moment.HALF_CLOSE, call -> {
            call.sendHeaders(new Metadata());
            call.close(Status.OK, new Metadata());
        });

        private final Moment moment;
        private final Consumer<ServerCall<String, String>> work;

        Doing(Moment moment, Consumer<ServerCall<String, String>> work) {
            this.moment = moment;
            this.work = work;
        }

        /** What a client is told of that. */
        List<String> told() {
            return switch (this) {
                case FAILS, FAILS_ELSEWHERE_AT_ONCE -> List.of("close NOT_FOUND");
                case THROWS -> List.of("close UNKNOWN");
                case THROWS_AS_IT_STARTS -> List.of("close FAILED_PRECONDITION");
                case ANSWERS_TWICE -> List.of("headers", "message foo", "close INTERNAL");
                case ANSWERS_NOTHING -> List.of("headers", "close INTERNAL");
                default -> List.of("headers", "message foo", "close OK");
            };
        }
    }

    private enum Moment {
        START,
        START_ELSEWHERE,
        MESSAGE,
        HALF_CLOSE,
        HALF_CLOSE_ELSEWHERE
    }

    private final Doing doing;

    Handler(Doing doing) {
        this.doing = doing;
    }

    private static void answer(ServerCall<String, String> call, String with) {
        call.sendHeaders(new Metadata());
        call.sendMessage(with);
        call.close(Status.OK, new Metadata());
    }

    @Override
    void at(String what, ServerCall<String, String> call) {
        if (what.equals("start")) {
            call.request(2);
        }
        Moment moment = moment(what);
        if (moment == doing.moment) {
            elsewhere(call);
        } else if (moment == Moment.START && doing.moment == Moment.START_ELSEWHERE
                || moment == Moment.HALF_CLOSE && doing.moment == Moment.HALF_CLOSE_ELSEWHERE) {
            begin(call);
        }
    }

    private static Moment moment(String what) {
        return switch (what) {
            case "start" -> Moment.START;
            case "half-close" -> Moment.HALF_CLOSE;
            case "cancel", "complete" -> null;
            default -> Moment.MESSAGE;
        };
    }

    @Override
    void elsewhere(ServerCall<String, String> call) {
        try {
            doing.work.accept(call);
        } catch (RuntimeException thrown) {
            if (doing.name().contains("THROWS")) {
                throw thrown;
            }
            heard().add("threw " + thrown.getMessage());
        }
    }
}
