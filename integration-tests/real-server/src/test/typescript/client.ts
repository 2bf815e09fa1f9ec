import { setTimeout } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { doingFor } from './context';

/** Starts a workflow for a user, and changes, asks and tells it something for another one. */
export async function visit(client: Client, greeting: string, words: string[]): Promise<string[]> {
  const [type, taskQueue, workflowId, user, other, peer, peerQueue] = words;
  const handle = await doingFor(user, () =>
    client.workflow.start(type, { taskQueue, workflowId, args: [peer, peerQueue, greeting] })
  );
  return doingFor(other, async () => {
    if ((await handle.executeUpdate<string, [string]>('change', { args: [greeting] })) !== greeting) {
      throw new Error('the update has answered something else');
    }
    const answer = await handle.query<string, [string]>('state', greeting);
    await handle.signal('note', greeting);
    return [answer, ...((await handle.result()) as string[])];
  });
}

/** Makes a schedule for a user, which starts an errand at once. */
export async function plan(client: Client, greeting: string, words: string[]): Promise<string[]> {
  const [workflowType, taskQueue, scheduleId, user, endpoint] = words;
  const schedule = await doingFor(user, () =>
    client.schedule.create({
      scheduleId,
      spec: {},
      action: { type: 'startWorkflow', workflowType, taskQueue, workflowId: scheduleId, args: [endpoint, greeting] },
      state: { triggerImmediately: true },
    })
  );
  for (;;) {
    const [started] = (await schedule.describe()).info.recentActions;
    if (started) {
      await schedule.delete();
      return client.workflow.result(started.action.workflow.workflowId);
    }
    await setTimeout(50);
  }
}
