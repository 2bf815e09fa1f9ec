/**
 * Keeps large payloads in a store, and lets references to them travel in their place.
 *
 * <pre>
 *   application ──▶ converter ──▶ codecs ──▶ StoredAhead      the SDK        ServiceCalls ──▶ server
 *                                                 │         (whole payloads)      │    └──▶ PayloadTree: where they are
 *                                                 └─────────────▶ Depot ◀─────────┘
 *                                       threads, limits, checksums, metrics ──▶ ObjectStore: FileStore, a provider's
 * </pre>
 *
 * <p>The exchange happens next to the wire, in the requests and responses of the service's own gRPC calls, so that the SDK
 * has whole payloads and knows of nothing, in each of its versions. It is done on threads of the {@link
 * dev.heddle.extension.payloadstore.Depot Depot}, and what waits for it is the call: no thread of a workflow does. {@link
 * dev.heddle.extension.payloadstore.StoredAhead StoredAhead} is there for failures. Where an application may wait, in clients and activities, it stores what
 * is to be sent, so that who sends it hears of a failure; and of what could not be fetched it says so where it is
 * read.
 */
package dev.heddle.extension.payloadstore;
