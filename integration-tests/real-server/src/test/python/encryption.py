"""Encryption in the layout of the SDKs' samples: AES-256-GCM over the payload as protobuf writes it, after a nonce of 12 bytes."""

import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from temporalio.api.common.v1 import Payload
from temporalio.converter import PayloadCodec

ENCRYPTED = b"binary/encrypted"


class Encryption(PayloadCodec):
    def __init__(self, key_id: str, key: bytes):
        self.key_id = key_id.encode()
        self.cipher = AESGCM(key)

    async def encode(self, payloads):
        return [self._encrypt(payload) for payload in payloads]

    async def decode(self, payloads):
        return [self._decrypt(payload) for payload in payloads]

    def _encrypt(self, payload):
        nonce = os.urandom(12)
        return Payload(
            metadata={"encoding": ENCRYPTED, "encryption-key-id": self.key_id},
            data=nonce + self.cipher.encrypt(nonce, payload.SerializeToString(), None),
        )

    def _decrypt(self, payload):
        if payload.metadata.get("encoding") != ENCRYPTED:
            return payload
        if payload.metadata["encryption-key-id"] != self.key_id:
            raise ValueError("another key: " + payload.metadata["encryption-key-id"].decode())
        return Payload.FromString(self.cipher.decrypt(payload.data[:12], payload.data[12:], None))
