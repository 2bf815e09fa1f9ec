/** The greeter in Quarkus. */
package greetings.quarkus;
