/**
 * What extensions configure and wrap of the SDK's objects, and what becomes of an accident of theirs.
 *
 * <pre>
 *   assemble.temporal ──▶ PluginLink, one plugin ──▶ ExtensionHealth
 *         │
 *         └─────────────▶ WrappedRun, from the outermost plugin to the library ──▶ Rules
 * </pre>
 *
 * <p>Its class loader is the agent's. It is apart from {@code call}, all of which is loaded before the first workflow
 * runs, for most extensions have no plugin.
 */
package dev.heddle.agent.call.plugin;
