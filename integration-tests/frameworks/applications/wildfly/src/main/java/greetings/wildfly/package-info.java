/** The application as a WAR. */
package greetings.wildfly;
