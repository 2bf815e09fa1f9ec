/**
 * The running agent: who owns what, when extensions register and close, who waits for whom.
 *
 * <pre>
 *   Premain ──▶ Agent ──▶ RunningAgent ──▶ Installations ──▶ Installation, one for each application loader
 *                              ▲                                  │
 *   woven code ──▶ Hook ───────┘                                  ├──▶ Registrar ──▶ RegistrationQueue ──▶ RegisteringThread
 *                                                                 ├──▶ ExtensionCloser ──▶ threads "heddle-close-…"
 *                                                                 └──▶ ChainTable, Library: the assembling room
 * </pre>
 *
 * <pre>
 *   an operator ──▶ LiveControl ──▶ ChangeRequest ──▶ Registrar ──▶ PreparedChange ──▶ each Installation takes it
 *                                                                         └── what goes ──▶ Retirement ──▶ ExtensionCloser
 * </pre>
 *
 * <pre>
 *   check ──▶ Main ──▶ Rehearsal ──▶ RehearsedApplication ──▶ RunningAgent, as it is in a JVM that runs the application
 * </pre>
 *
 * <p>Whatever is commanded from outside is a method of {@link dev.heddle.agent.control.LiveControl}. Nothing here holds an application: its installation hangs on its own
 * woven classes. Its class loader is the agent's, one for the JVM.
 */
package dev.heddle.agent.control;
