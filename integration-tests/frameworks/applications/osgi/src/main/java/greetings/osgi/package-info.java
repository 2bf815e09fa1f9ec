/** The application as a bundle, and what starts a framework with it. */
package greetings.osgi;
