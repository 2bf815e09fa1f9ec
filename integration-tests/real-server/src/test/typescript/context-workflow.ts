/** For whom something is done, in workflows. The run's context is that of its handlers too, unless they come with one. */

import { AsyncLocalStorage, type WorkflowInterceptors } from '@temporalio/workflow';
import { type Context, noted, received, sent, sentToNexus } from './context-header';

const storage = new AsyncLocalStorage<Context>();

function current(): Context {
  return storage.getStore() ?? {};
}

export function here(place: string): string {
  return noted(place, current());
}

export const interceptors = (): WorkflowInterceptors => {
  let ofRun: Context | undefined;
  const within = <R>(context: Context | undefined, code: () => R): R => storage.run({ ...ofRun, ...context }, code);
  return {
    inbound: [
      {
        execute: (input, next) => {
          ofRun = received(input.headers);
          return within(undefined, () => next(input));
        },
        handleSignal: (input, next) => within(received(input.headers), () => next(input)),
        handleQuery: (input, next) => within(received(input.headers), () => next(input)),
        validateUpdate: (input, next) => within(received(input.headers), () => next(input)),
        handleUpdate: (input, next) => within(received(input.headers), () => next(input)),
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => next(sent(input, current())),
        scheduleLocalActivity: (input, next) => next(sent(input, current())),
        startChildWorkflowExecution: (input, next) => next(sent(input, current())),
        // This one the sample leaves out, and says how to add it.
        signalWorkflow: (input, next) => next(sent(input, current())),
        continueAsNew: (input, next) => next(sent(input, current())),
        // The sample has no Nexus.
        startNexusOperation: (input, next) => next(sentToNexus(input, current())),
      },
    ],
  };
};
