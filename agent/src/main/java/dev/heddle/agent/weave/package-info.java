/**
 * The first room, where classes load: which places of a library call the hook, and how that gets into their bytes.
 *
 * <pre>
 *   class file ──▶ WeaveTransformer ──▶ WeavePoint, a map by class name ──▶ no match: the JVM goes on
 *                         │
 *                         └── match ──▶ ClassWeaver ──▶ a HookVisitor for each kind of place ──▶ class file
 * </pre>
 *
 * <p>Woven are the readers and builders of a library's chains, not the getters of its options, which are the
 * application's; and the public methods by which an application gets what has a chain, where they begin and return, so
 * that a chain which does not come by is noticed; and where a workflow begins a thread or registers a callback.
 *
 * <p>Where an extension watches the code of workflows, a second transformer has the classes of applications that are in a
 * {@link dev.heddle.agent.weave.CodeScope} tell of what they call:
 *
 * <pre>
 *   class file ──▶ CodeTransformer ──▶ CodeScope: covered? ──▶ CodeFile: watched? ──▶ CallSiteVisitor ──▶ class file
 *   reference  ──▶ References: an object that tells first
 * </pre>
 *
 * <p>It knows nothing of the other rooms: a point is a name, and what the
 * name means is the assembling room's to say. Its class loader is the agent's, one for the JVM; nothing of Byte Buddy
 * loads before the first match.
 */
package dev.heddle.agent.weave;
