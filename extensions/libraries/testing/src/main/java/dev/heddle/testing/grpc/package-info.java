/**
 * A dummy gRPC service, its server and its client, with or without {@link dev.heddle.testing.Heddle}. Needs
 * {@code io.grpc:grpc-stub} and {@code io.grpc:grpc-inprocess}.
 */
package dev.heddle.testing.grpc;
