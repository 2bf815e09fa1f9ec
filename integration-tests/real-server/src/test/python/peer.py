"""
A worker of Python, which is a client too: it makes a visit for each line of its input, TYPE QUEUE ID USER OTHER PEER PEER-QUEUE, or
plans an errand, plan TYPE QUEUE ID USER ENDPOINT. A user is - for nobody. It prints what has been noted, as a line that begins with
"visited". Ends with its input.
"""

import argparse
import asyncio
import base64
import contextlib
import dataclasses
import sys

from temporalio.client import Client
from temporalio.converter import DataConverter, ExternalStorage
from temporalio.worker import Worker

from encryption import Encryption
from errands import CounterHandler, Errand, Order
from planner import plan
from storage import Files, bucket
from tracing import Tracing
from user_context import UserContext, doing_for
from visits import Guest, Helper, Places, Visit, look, refuse


def asked():
    parser = argparse.ArgumentParser()
    parser.add_argument("--address", required=True)
    parser.add_argument("--queue", required=True)
    parser.add_argument("--greeting", required=True)
    parser.add_argument("--tracing", choices=["none", "interceptor", "plugin"], default="none")
    parser.add_argument("--user-context", action="store_true")
    parser.add_argument("--key", help="ID=KEY, the key in Base64")
    parser.add_argument("--store", help="the folder of payload-store, where each payload is to go")
    parser.add_argument("--bucket", help="or the bucket, with the SDK's own driver")
    parser.add_argument("--s3", help="the address of the server that has it")
    return parser.parse_args()


async def converter(options, stack):
    made = DataConverter.default
    if options.key is not None:
        key_id, secret = options.key.split("=", 1)
        made = dataclasses.replace(made, payload_codec=Encryption(key_id, base64.b64decode(secret)))
    drivers = []
    if options.store is not None:
        drivers.append(Files(options.store))
    if options.bucket is not None:
        drivers.append(await bucket(options.bucket, options.s3, stack))
    if drivers:
        storage = ExternalStorage(drivers=drivers, payload_size_threshold=0)
        made = dataclasses.replace(made, external_storage=storage)
    return made


async def visit(client, greeting, workflow, queue, id, user, other, peer, peer_queue):
    with doing_for(user):
        handle = await client.start_workflow(
            workflow, args=[peer, peer_queue, greeting], id=id, task_queue=queue, result_type=list[str]
        )
    with doing_for(other):
        if await handle.execute_update("change", greeting, result_type=str) != greeting:
            raise ValueError("the update has answered something else")
        answer = await handle.query("state", greeting, result_type=str)
        await handle.signal("note", greeting)
        return [answer, *await handle.result()]


async def main():
    options = asked()
    async with contextlib.AsyncExitStack() as stack:
        await work(options, await converter(options, stack))


async def work(options, data_converter):
    tracing = Tracing(options.tracing)
    connection = dict(tracing.options)
    if options.user_context:
        connection["interceptors"] = [*connection.get("interceptors", []), UserContext()]
    client = await Client.connect(options.address, data_converter=data_converter, **connection)
    async with Worker(
        client,
        task_queue=options.queue,
        workflows=[Visit, Helper, Guest, Places, Errand, Order],
        activities=[look, refuse],
        nexus_service_handlers=[CounterHandler()],
    ):
        print("ready", flush=True)
        while line := await asyncio.to_thread(sys.stdin.readline):
            words = line.split()
            with tracing.request():
                if words[0] == "plan":
                    seen = await plan(client, options.greeting, *words[1:])
                else:
                    seen = await visit(client, options.greeting, *words)
            print("visited", *seen, flush=True)
    tracing.close()


asyncio.run(main())
