/**
 * From a folder to extensions that are registered, or a line that says why one is not.
 *
 * <pre>
 *   heddle.extensions ──▶ ExtensionFolder ──▶ ExtensionJar       what a JAR says of itself, before a class of it runs
 *                                                  │
 *                         ExtensionRegistration ◀──┘
 *                           │  on a thread of its own
 *                           ├──▶ ExtensionLoader                 one for each JAR and application
 *                           ├──▶ NamedExtensions                 those of the service file
 *                           ├──▶ Registrations                   what an extension asks for; OperationNames checks names
 *                           └──▶ LoadedExtension
 * </pre>
 *
 * <p>Its class loader is the agent's, one for the JVM.
 */
package dev.heddle.agent.assemble.extension;
