import { randomUUID } from 'node:crypto';
import * as nexus from 'nexus-rpc';
import { startWorkflow, WorkflowRunOperationHandler } from '@temporalio/nexus';
import { here } from './context';
import { counter } from './counter';
import type { TypeScriptOrder } from './errands';

/** TypeScript's counter. */
export const counterHandler = nexus.serviceHandler(counter, {
  ask: async () => here('asked'),
  order: new WorkflowRunOperationHandler<string, string>((ctx, greeting) =>
    startWorkflow<typeof TypeScriptOrder>(ctx, 'TypeScriptOrder', { args: [greeting], workflowId: `order-${randomUUID()}` })
  ),
});
