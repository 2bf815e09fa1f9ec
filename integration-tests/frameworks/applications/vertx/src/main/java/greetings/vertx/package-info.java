/** The greeter on Vert.x's gRPC: bridged from grpc-java, and its own. */
package greetings.vertx;
