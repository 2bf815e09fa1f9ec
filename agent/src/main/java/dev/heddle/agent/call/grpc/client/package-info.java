/** Calls that leave through gRPC channels. */
package dev.heddle.agent.call.grpc.client;
