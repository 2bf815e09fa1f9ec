/** For whom something is done, in the client, activities and handlers of Nexus operations. */

import { AsyncLocalStorage } from 'node:async_hooks';
import type { ScheduleClientInterceptor, WorkflowClientInterceptor } from '@temporalio/client';
import type { ActivityInterceptors, NexusInterceptors } from '@temporalio/worker';
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

export const ofWorkflowClient: WorkflowClientInterceptor = {
  start: (input, next) => next(sent(input, current())),
  signal: (input, next) => next(sent(input, current())),
  query: (input, next) => next(sent(input, current())),
  startUpdate: (input, next) => next(sent(input, current())),
};

export const ofScheduleClient: ScheduleClientInterceptor = {
  create: (input, next) => next(sent(input, current())),
};

export const ofActivities = (): ActivityInterceptors => ({
  inbound: { execute: (input, next) => within(received(input.headers), () => next(input)) },
});

export const ofNexus = (): NexusInterceptors => ({
  inbound: { startOperation: (input, next) => within(receivedByNexus(input.ctx.headers), () => next(input)) },
});
