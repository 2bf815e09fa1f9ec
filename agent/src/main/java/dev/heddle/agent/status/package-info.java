/**
 * The status of the agent in a JVM, and what it would do in an application, each as one value, and how these are written.
 *
 * <pre>
 *   control.StatusReader ──▶ Status: a tree of records ──▶ StatusText   for people
 *                                                     └──▶ Json         for programs
 *   control.RehearsedApplication ──▶ Check ──▶ CheckText, Json
 * </pre>
 *
 * <p>It knows nothing of where a status comes from. Whatever is a secret is masked before it comes here. Its class loader
 * is the agent's, one for the JVM.
 */
package dev.heddle.agent.status;
