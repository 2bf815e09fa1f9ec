/**
 * A worker of TypeScript, which is a client too: it makes a visit for each line of its input, TYPE QUEUE ID USER OTHER PEER
 * PEER-QUEUE, or plans an errand, plan TYPE QUEUE ID USER ENDPOINT. A user is - for nobody. It prints what has been noted, as a
 * line that begins with "visited". Ends with its input.
 */

import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { plan, visit } from './client';
import * as context from './context';
import { counterHandler } from './counter-handler';

// It would take workflows out of their own threads and isolates, where nobody runs them.
delete process.env.TEMPORAL_DEBUG;

const { values: asked } = parseArgs({
  options: {
    address: { type: 'string', default: '' },
    queue: { type: 'string', default: '' },
    greeting: { type: 'string', default: '' },
    'user-context': { type: 'boolean', default: false },
  },
});

const ofClient = asked['user-context'] ? { workflow: [context.ofWorkflowClient], schedule: [context.ofScheduleClient] } : {};
const ofWorker = asked['user-context']
  ? {
      client: ofClient,
      activity: [context.ofActivities],
      nexus: [context.ofNexus],
      workflowModules: [require.resolve('./context-workflow')],
    }
  : {};

async function main() {
  const client = new Client({
    connection: await Connection.connect({ address: asked.address }),
    interceptors: ofClient,
  });
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address: asked.address }),
    taskQueue: asked.queue,
    workflowsPath: require.resolve('./workflows'),
    activities: { TypeScriptLook: async () => context.here('activity') },
    nexusServices: [counterHandler],
    interceptors: ofWorker,
    // A busy machine is not to fail a task.
    isolateExecutionTimeout: '1 minute',
  });
  await worker.runUntil(async () => {
    console.log('ready');
    for await (const line of createInterface(process.stdin)) {
      const words = line.split(' ');
      const planned = words[0] === 'plan';
      const seen = await (planned ? plan(client, asked.greeting, words.slice(1)) : visit(client, asked.greeting, words));
      console.log('visited', ...seen);
    }
  });
}

main().catch((failure) => {
  console.error(failure);
  process.exit(1);
});
