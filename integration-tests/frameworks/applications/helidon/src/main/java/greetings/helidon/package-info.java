/** The greeter on Helidon's own gRPC. */
package greetings.helidon;
