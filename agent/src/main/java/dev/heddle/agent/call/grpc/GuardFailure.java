package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Operation;

/** What refuses a call because a guard has had an accident. */
final class GuardFailure {
    private GuardFailure() {}

    static GrpcException of(ExtensionHealth health, Operation operation, Throwable cause) {
        return new GrpcException(
                GrpcStatus.Code.UNAVAILABLE.status("extension " + health.name() + " failed and guards " + operation),
                cause);
    }
}
