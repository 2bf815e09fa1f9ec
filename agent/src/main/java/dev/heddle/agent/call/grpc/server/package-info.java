/** Calls that arrive at gRPC servers. */
package dev.heddle.agent.call.grpc.server;
