"""Labels, hashes, derivations, signatures, sealing and padding, as `docs/vault-format.md` has them."""

import hashlib
import hmac

import nacl.bindings
import nacl.exceptions
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE, COMMITMENT, TAG = 24, 32, 16


class DoesNotOpen(ValueError):
    """Another secret, another place, or changed bytes: nobody can tell which."""


def labelled(label: str, data: bytes) -> bytes:
    return b"safeconduct/1 " + label.encode("ascii") + b"\0" + data


def hash_of(label: str, data: bytes) -> bytes:
    return hashlib.sha256(labelled(label, data)).digest()


def expand(label: str, secret: bytes, data: bytes, length: int) -> bytes:
    """HKDF-SHA256 without a salt (RFC 5869)."""
    return HKDF(hashes.SHA256(), length, salt=None, info=labelled(label, data)).derive(secret)


def is_signed(label: str, device: bytes, data: bytes, signature: bytes) -> bool:
    """Ed25519 (RFC 8032). libsodium refuses points of low order and numbers above the group's, as strict verification does."""
    try:
        nacl.bindings.crypto_sign_open(signature + labelled(label, data), device)
    except (nacl.exceptions.BadSignatureError, nacl.exceptions.ValueError):
        return False
    return True


def open_sealed(label: str, secret: bytes, place: bytes, sealed: bytes) -> bytes:
    """Opens what was sealed under a secret at a place; the commitment is compared before anything else."""
    if len(sealed) < NONCE + COMMITMENT + TAG:
        raise DoesNotOpen("too short")
    nonce, rest = sealed[:NONCE], sealed[NONCE:]
    derived = expand(label, secret, place, 64)
    if not hmac.compare_digest(derived[32:], rest[:COMMITMENT]):
        raise DoesNotOpen("another secret or another place")
    try:
        return nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(rest[COMMITMENT:], place, nonce, derived[:32])
    except nacl.exceptions.CryptoError:
        raise DoesNotOpen("the bytes were changed") from None


def unpad(padded: bytes) -> bytes:
    """What was padded; refuses what is not padded in exactly the one way."""
    length = int.from_bytes(padded[:4], "big")
    data = padded[4 : 4 + length]
    if len(data) != length or len(padded) != padded_length(4 + length) or any(padded[4 + length :]):
        raise DoesNotOpen("it is not padded as it should be")
    return data


def padded_length(length: int) -> int:
    for class_ in (1, 4, 16, 64, 256):
        if length <= class_ << 10:
            return class_ << 10
    step = (1 << (length.bit_length() - 1)) >> 4
    return -(-length // step) * step
