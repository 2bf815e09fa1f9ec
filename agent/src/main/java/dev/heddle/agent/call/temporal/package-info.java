/**
 * Calls of Temporal's SDK.
 *
 * <pre>
 *   SDK ──▶ Adapter, generated ──▶ InterceptedCall ──▶ the chain ──▶ CallTarget ──▶ SDK
 *                    │                  │       │                     the adapter again, as its calls know it
 *                    └──▶ Caller ◀──────┘       └──▶ SdkMethod: chain, input, arguments, result of one operation
 *                         who calls
 * </pre>
 *
 * <p>The first interceptor sees an InterceptedCall as its TemporalInputView, what the call carries, and its
 * TemporalCallView, who calls and what is called; those further in see the same through an InnerTemporalCall each.
 *
 * <p>Where a workflow goes on elsewhere, on another thread or in the callback of a promise, its WorkflowScopes have the
 * scopes of the call open that it works on.
 *
 * <p>What is loaded here is loaded before the first workflow runs, and what it takes for a call is made once for each
 * client, workflow or activity. Its class loader is one of the agent's for each application, which sees the application's
 * SDK: no type of SLF4J is named here, for that is the application's too.
 */
package dev.heddle.agent.call.temporal;
