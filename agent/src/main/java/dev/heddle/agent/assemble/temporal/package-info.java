/**
 * Assembles for one application's Temporal SDK: reads by reflection which operations its version has, and generates what
 * calls will run through.
 *
 * <pre>
 *   TemporalLibrary ──▶ InterceptorLists, ClientObjects ──▶ AdapterFactory ──▶ an Adapter for each interface, by AdapterWriter
 *         │                        │                             │
 *         │                        ▼                             └──▶ FoundInterfaces: which the SDK has, and who wants what
 *         │                   SdkObjects: whether all that                  ├──▶ SdkMethodFactory ──▶ an SdkMethod for each
 *         │                   is made has come by here                     │                        operation that is wanted
 *         ├──▶ TemporalPlugins ──▶ options as extensions configure them; PluginRuns: what they wrap
 *         ├──▶ Converters: codecs around the application's data converter
 *         └──▶ WorkflowValues, past the SDK's chain                        └──▶ AccessorsFactory ──▶ how to read its input
 * </pre>
 *
 * <p>All of it is done when a client or worker is made, nothing on a workflow's thread. An adapter reads its SdkMethod
 * once per call from an array, whose elements are replaced when chains change. Its class loader is one of the agent's for
 * each application, which sees the application's SDK: no type of SLF4J is named here, for that is the application's too.
 */
package dev.heddle.agent.assemble.temporal;
