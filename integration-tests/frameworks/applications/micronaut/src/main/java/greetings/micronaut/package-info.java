/** The greeter in Micronaut. */
package greetings.micronaut;
