"""Makes schedules."""

import asyncio

from temporalio.client import Schedule, ScheduleActionStartWorkflow, ScheduleSpec

from user_context import doing_for


async def plan(client, greeting, workflow, queue, id, user, endpoint):
    """Makes one for a user, which starts a workflow at once, and returns what that does."""
    errand = ScheduleActionStartWorkflow(workflow, args=[endpoint, greeting], id=id, task_queue=queue)
    with doing_for(user):
        schedule = await client.create_schedule(
            id, Schedule(action=errand, spec=ScheduleSpec()), trigger_immediately=True
        )
    while not (started := (await schedule.describe()).info.recent_actions):
        await asyncio.sleep(0.05)
    await schedule.delete()
    return await client.get_workflow_handle(started[0].action.workflow_id, result_type=list[str]).result()
