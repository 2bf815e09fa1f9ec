/**
 * An extension's JAR as a program, for what its operator does beside the application: the extension bundles this, and its
 * manifest names {@link dev.heddle.command.Main} as {@code Main-Class} and the class of the command as {@code
 * Heddle-Command}.
 *
 * <pre>
 *   java -jar ──▶ Main ──▶ finds the API's classes in the agent's JAR ──▶ main of the command ──▶ CommandSettings
 * </pre>
 */
package dev.heddle.command;
