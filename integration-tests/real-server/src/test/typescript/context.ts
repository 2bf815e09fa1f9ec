/** For whom something is done, in the client, activities and handlers of Nexus operations. */

import { AsyncLocalStorage } from 'node:async_hooks';
import type { ClientInterceptors, ScheduleClientInterceptor, WorkflowClientInterceptor } from '@temporalio/client';
import type { ActivityInterceptors, NexusInterceptors, WorkerInterceptors } from '@temporalio/worker';
import { type Context, noted, received, receivedByNexus, sent } from './context-header';

const storage = new AsyncLocalStorage<Context>();

function current(): Context {
  return storage.getStore() ?? {};
}

export function here(place: string): string {
  return noted(place, current());
}

/** Runs code for a user, or with "-" for nobody. */
export function doingFor<R>(user: string, code: () => R): R {
  return storage.run(user === '-' ? {} : { customer: user }, code);
}

function within<R>(context: Context | undefined, code: () => R): R {
  return storage.run({ ...current(), ...context }, code);
}

const workflow: WorkflowClientInterceptor = {
  start: (input, next) => next(sent(input, current())),
  signal: (input, next) => next(sent(input, current())),
  query: (input, next) => next(sent(input, current())),
  startUpdate: (input, next) => next(sent(input, current())),
};

const schedule: ScheduleClientInterceptor = {
  create: (input, next) => next(sent(input, current())),
};

const activity = (): ActivityInterceptors => ({
  inbound: { execute: (input, next) => within(received(input.headers), () => next(input)) },
});

const nexus = (): NexusInterceptors => ({
  inbound: { startOperation: (input, next) => within(receivedByNexus(input.ctx.headers), () => next(input)) },
});

/** The interceptors of a client. */
export const ofClient = { workflow: [workflow], schedule: [schedule] } satisfies ClientInterceptors;

/** Those of a worker, whose handlers of Nexus operations have a client too. */
export const ofWorker = {
  client: ofClient,
  activity: [activity],
  nexus: [nexus],
  workflowModules: [require.resolve('./context-workflow')],
} satisfies WorkerInterceptors;
