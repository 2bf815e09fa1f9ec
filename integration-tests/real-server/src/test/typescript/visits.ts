/**
 * Visits: workflows of TypeScript with which those of another language have to do. Wherever code runs it notes for whom. The same
 * workflows are there in each language, under its name.
 */

import * as wf from '@temporalio/workflow';
import { here } from './context-workflow';

const change = wf.defineUpdate<string, [string]>('change');
const note = wf.defineSignal<[string]>('note');
const state = wf.defineQuery<string, [string]>('state');

/** Is changed and told something by a client, then has an activity of the peer's executed and a child of its own. */
export async function TypeScriptVisit(peer: string, queue: string, greeting: string): Promise<string[]> {
  const seen = [here('run')];
  let noted = false;
  wf.setHandler(change, (greeting) => {
    seen.push(here('update'));
    return greeting;
  });
  wf.setHandler(note, () => {
    seen.push(here('signal'));
    noted = true;
  });
  wf.setHandler(state, () => here('query'));
  await wf.condition(() => noted);
  const activities = wf.proxyActivities<Record<string, (greeting: string) => Promise<string>>>({
    taskQueue: queue,
    startToCloseTimeout: '1 minute',
  });
  const looked = await activities[`${peer}Look`](greeting);
  const helped = await wf.executeChild(TypeScriptHelper, {
    args: [peer, queue, greeting],
    workflowId: `${wf.workflowInfo().workflowId}-helper`,
  });
  return [...seen, looked, ...helped];
}

/** Has a child of the peer's, and sends it a signal. */
export async function TypeScriptHelper(peer: string, queue: string, greeting: string): Promise<string[]> {
  const guest = await wf.startChild(`${peer}Guest`, {
    args: [[], greeting],
    taskQueue: queue,
    workflowId: `${wf.workflowInfo().workflowId}-guest`,
  });
  await guest.signal(note, greeting);
  return [here('child'), ...((await guest.result()) as string[])];
}

/** Is told something, and continues as new. */
export async function TypeScriptGuest(seen: string[], greeting: string): Promise<string[]> {
  if (seen.length > 0) {
    return [...seen, here('continued')];
  }
  const all = [here('guest')];
  wf.setHandler(note, () => void all.push(here('note')));
  await wf.condition(() => all.length > 1);
  return wf.continueAsNew<typeof TypeScriptGuest>(all, greeting);
}
