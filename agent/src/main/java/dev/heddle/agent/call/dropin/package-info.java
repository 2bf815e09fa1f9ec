/**
 * Objects of the libraries' own types that JARs of the extension folder have brought. The libraries call them themselves;
 * here is who stands in front of what, and what becomes of an accident of one.
 *
 * <pre>
 *   assemble.temporal, call.grpc ──▶ DropIns, at one place of a list ──▶ DropIn, an object ──▶ ExtensionHealth
 *                                        │ checks what it makes
 *                                        ▼
 *                                    CompleteClass
 * </pre>
 *
 * <p>Its class loader is the agent's. It is apart from {@code call}, all of which is loaded before the first workflow
 * runs, for most applications have no drop-ins.
 */
package dev.heddle.agent.call.dropin;
