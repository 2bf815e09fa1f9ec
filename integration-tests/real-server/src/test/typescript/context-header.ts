/** Context as TypeScript's sample propagates it: a JSON object in the header Context. In headers of Nexus, which are texts, its field. */

import { defaultPayloadConverter, type Headers } from '@temporalio/common';

export interface Context {
  customer?: string;
}

const HEADER = 'Context';
const NEXUS_HEADER = 'customer';

/** An input of an interceptor as it leaves, with the header. */
export function sent<I extends { headers: Headers }>(input: I, context: Context): I {
  return { ...input, headers: { ...input.headers, [HEADER]: defaultPayloadConverter.toPayload(context) } };
}

export function received(headers: Headers): Context | undefined {
  const header = headers[HEADER];
  return header && defaultPayloadConverter.fromPayload<Context>(header);
}

/** The same of a Nexus operation. */
export function sentToNexus<I extends { headers: Record<string, string> }>(input: I, context: Context): I {
  return context.customer ? { ...input, headers: { ...input.headers, [NEXUS_HEADER]: context.customer } } : input;
}

export function receivedByNexus(headers: Record<string, string>): Context | undefined {
  const customer = headers[NEXUS_HEADER];
  return customer ? { customer } : undefined;
}

/** What is noted of a place. */
export function noted(place: string, context: Context): string {
  return `${place}=${context.customer ?? '-'}`;
}
