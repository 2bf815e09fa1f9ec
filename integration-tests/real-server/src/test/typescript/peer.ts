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
import { none, tracing } from './tracing';

// It would take workflows out of their own threads and isolates, where nobody runs them.
delete process.env.TEMPORAL_DEBUG;

const { values: asked } = parseArgs({
  options: {
    address: { type: 'string', default: '' },
    queue: { type: 'string', default: '' },
    greeting: { type: 'string', default: '' },
    tracing: { type: 'string', default: 'none' },
    'user-context': { type: 'boolean', default: false },
  },
});

const traced = asked.tracing === 'none' ? none : tracing(asked.tracing as 'plugin' | 'interceptor');
const forUsers = asked['user-context'];

async function main() {
  const client = new Client({
    connection: await Connection.connect({ address: asked.address }),
    ...(forUsers ? { interceptors: context.ofClient } : {}),
    ...traced.client,
  });
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address: asked.address }),
    taskQueue: asked.queue,
    workflowsPath: require.resolve('./workflows'),
    activities: { TypeScriptLook: async () => context.here('activity') },
    nexusServices: [counterHandler],
    ...(forUsers ? { interceptors: context.ofWorker } : {}),
    ...traced.worker,
  });
  await worker.runUntil(async () => {
    console.log('ready');
    for await (const line of createInterface(process.stdin)) {
      const words = line.split(' ');
      const planned = words[0] === 'plan';
      const seen = await traced.request(() =>
        planned ? plan(client, asked.greeting, words.slice(1)) : visit(client, asked.greeting, words)
      );
      console.log('visited', ...seen);
    }
  });
  await traced.close();
}

main().catch((failure) => {
  console.error(failure);
  process.exit(1);
});
