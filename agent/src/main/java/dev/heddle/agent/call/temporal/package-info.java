/**
 * Calls of Temporal's SDK.
 *
 * <pre>
 *   SDK ──▶ Adapter, generated ──▶ Caller: who calls ──▶ InterceptedCall ──▶ the chain ──▶ the SDK
 *               │                                             │
 *               └──▶ SdkMethod: chain, input, arguments, result of one operation
 * </pre>
 *
 * <p>What is loaded here is loaded before the first workflow runs, and what it takes for a call is made once for each
 * client, workflow or activity. Its class loader is one of the agent's for each application, which sees the application's
 * SDK: no type of SLF4J is named here, for that is the application's too.
 */
package dev.heddle.agent.call.temporal;
