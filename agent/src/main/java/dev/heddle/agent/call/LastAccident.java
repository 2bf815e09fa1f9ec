package dev.heddle.agent.call;

import dev.heddle.api.Operation;
import java.time.Instant;

/**
 * An accident of an extension.
 *
 * @param stack its class, its message, and the extension's part of its stack
 */
public record LastAccident(Instant time, Operation operation, String stack) {}
