package dev.heddle.extension.payloadstore;

import java.time.Instant;

/** An object of a store, and when it was last put there. */
public record StoredObject(String key, long size, Instant stored) {}
