"""Files as payload-store keeps them, and the SDK's own S3 driver, for the SDK's own external storage."""

import hashlib
import os
import pathlib
import uuid

from temporalio.api.common.v1 import Payload
from temporalio.converter import StorageDriver, StorageDriverClaim


class Files(StorageDriver):
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def name(self):
        return "heddle.file"

    def type(self):
        return "heddle.file"

    async def store(self, context, payloads):
        return [self._store(payload.SerializeToString()) for payload in payloads]

    async def retrieve(self, context, claims):
        return [Payload.FromString(self._read(claim.claim_data)) for claim in claims]

    def _store(self, data):
        digest = hashlib.sha256(data).hexdigest()
        key = "v0/d/sha256/" + digest
        file = self.folder / key
        file.parent.mkdir(mode=0o770, parents=True, exist_ok=True)
        part = file.with_name(f"{digest}.{uuid.uuid4()}.part")
        with open(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o660), "wb") as out:
            out.write(data)
            os.fsync(out.fileno())
        part.rename(file)
        return StorageDriverClaim({"key": key, "hash_algorithm": "sha256", "hash_value": digest})

    def _read(self, claim):
        data = (self.folder / "v0/d/sha256" / claim["hash_value"]).read_bytes()
        if hashlib.sha256(data).hexdigest() != claim["hash_value"]:
            raise ValueError("what is stored has changed")
        return data


async def bucket(name, address, stack):
    # Not all have these installed.
    import aioboto3
    from temporalio.contrib.aws.s3driver import S3StorageDriver
    from temporalio.contrib.aws.s3driver.aioboto3 import new_aioboto3_client

    client = await stack.enter_async_context(aioboto3.Session().client("s3", endpoint_url=address))
    return S3StorageDriver(client=new_aioboto3_client(client), bucket=name)
