/** Errands: workflows of TypeScript that a schedule starts, or a Nexus operation. They are there in Java too. */

import * as wf from '@temporalio/workflow';
import { here } from './context-workflow';
import { counter } from './counter';

/** Has both done at a counter, whosever that is. */
export async function TypeScriptErrand(endpoint: string, greeting: string): Promise<string[]> {
  const client = wf.createNexusServiceClient({ service: counter, endpoint });
  const patience = { scheduleToCloseTimeout: '1 minute' } as const;
  return [
    here('scheduled'),
    await client.executeOperation('ask', greeting, patience),
    await client.executeOperation('order', greeting, patience),
  ];
}

/** What is ordered at a counter. */
export async function TypeScriptOrder(greeting: string): Promise<string> {
  return here('ordered');
}
