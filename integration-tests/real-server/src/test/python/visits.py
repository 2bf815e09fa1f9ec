"""
Visits: workflows of Python with which those of another language have to do. Wherever code runs it notes for whom. The same
workflows are there in each language, under its name.
"""

from datetime import timedelta

from temporalio import activity, workflow
from temporalio.exceptions import ActivityError, ApplicationError

with workflow.unsafe.imports_passed_through():
    import user_context

PATIENCE = timedelta(minutes=1)


def here(place: str) -> str:
    return f"{place}={user_context.user_id.get() or '-'}"


@activity.defn(name="PythonLook")
async def look(greeting: str) -> str:
    return here("activity")


@activity.defn(name="PythonRefuse")
async def refuse(greeting: str) -> str:
    raise ApplicationError("refused", greeting, type="Refusal", non_retryable=True)


@workflow.defn(name="PythonVisit")
class Visit:
    """Is changed and told something by a client, then has an activity of the peer's executed and a child of its own."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.noted = False

    @workflow.run
    async def run(self, peer: str, queue: str, greeting: str) -> list[str]:
        self.seen.insert(0, here("run"))
        await workflow.wait_condition(lambda: self.noted)
        looked = await workflow.execute_activity(
            peer + "Look", greeting, task_queue=queue, result_type=str, start_to_close_timeout=PATIENCE
        )
        helped = await workflow.execute_child_workflow(
            Helper.run, args=[peer, queue, greeting], id=workflow.info().workflow_id + "-helper"
        )
        return [*self.seen, looked, *helped]

    @workflow.signal
    async def note(self, greeting: str) -> None:
        self.seen.append(here("signal"))
        self.noted = True

    @workflow.update
    async def change(self, greeting: str) -> str:
        self.seen.append(here("update"))
        return greeting

    @workflow.query
    def state(self, greeting: str) -> str:
        return here("query")


@workflow.defn(name="PythonHelper")
class Helper:
    """Has a child of the peer's, and sends it a signal."""

    @workflow.run
    async def run(self, peer: str, queue: str, greeting: str) -> list[str]:
        guest = await workflow.start_child_workflow(
            peer + "Guest", args=[[], greeting], id=workflow.info().workflow_id + "-guest", task_queue=queue, result_type=list[str]
        )
        await guest.signal("note", greeting)
        return [here("child"), *await guest]


@workflow.defn(name="PythonGuest")
class Guest:
    """Is told something, and continues as new."""

    def __init__(self) -> None:
        self.noted: str | None = None

    @workflow.run
    async def run(self, seen: list[str], greeting: str) -> list[str]:
        if seen:
            return [*seen, here("continued")]
        seen = [here("guest")]
        await workflow.wait_condition(lambda: self.noted is not None)
        workflow.continue_as_new(args=[[*seen, self.noted], greeting])

    @workflow.signal
    async def note(self, greeting: str) -> None:
        self.noted = here("note")


@workflow.defn(name="PythonPlaces")
class Places:
    """Leaves what it is given wherever the server keeps something. What an activity of the peer's says of its failure comes back."""

    def __init__(self) -> None:
        self.noted = False

    @workflow.run
    async def run(self, peer: str, queue: str, greeting: str) -> list[str]:
        await workflow.wait_condition(lambda: self.noted)
        looked = await workflow.execute_local_activity(look, greeting, start_to_close_timeout=PATIENCE)
        workflow.upsert_memo({"memo": greeting})
        try:
            details = await workflow.execute_activity(
                peer + "Refuse", greeting, task_queue=queue, result_type=str, start_to_close_timeout=PATIENCE
            )
        except ActivityError as failure:
            details = failure.cause.details[0]
        return [looked, details]

    @workflow.signal
    async def note(self, greeting: str) -> None:
        self.noted = True

    @workflow.update
    async def change(self, greeting: str) -> str:
        return greeting

    @workflow.query
    def state(self, greeting: str) -> str:
        return greeting
