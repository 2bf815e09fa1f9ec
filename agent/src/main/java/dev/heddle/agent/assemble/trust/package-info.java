/**
 * Which files may be loaded as extensions: their code runs with the rights of the application.
 *
 * <pre>
 *   heddle.extensions.rights ──▶ FileRights ◀── FileTrust ──▶ CheckedFile: opened in a folder that is open ──▶ its channel
 *                                                   │                                                            │
 *   heddle.extensions.allowed ─▶ AllowedSums ◀──────┤                                                            ▼
 *   heddle.extensions.signers ─▶ TrustedSigners ◀───┴──────────────────────────────▶ PrivateCopy, of which all is loaded
 * </pre>
 *
 * <p>What is checked is what is loaded: rights on the file that is then open, sums and signatures on the copy that nobody
 * else can write. Who is kept out by that, and who is not, is on the page {@code agent/SECURITY.md}.
 *
 * <p>Its class loader is the agent's. It loads with the first application that makes a client, worker, channel or server.
 */
package dev.heddle.agent.assemble.trust;
