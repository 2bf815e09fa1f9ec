/** The greeter on Armeria's own gRPC. */
package greetings.armeria;
