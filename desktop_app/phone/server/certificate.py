"""The certificate by which a phone knows this computer again: made here, signed by itself.

No authority stands behind it, so a browser warns once; whoever compares the fingerprint knows that nobody
sits between. It names the addresses of this computer and is made anew when one comes that it does not name,
or when it is out of date. ECDSA over P-256; RFC 5280 and 6125 say what browsers look for in it.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from core.files.atomic import write_atomically

_DAYS = 397
"""What browsers take at most (CA/Browser Forum, baseline requirements 6.3.2, as of 2020)."""
_RENEW = timedelta(days=14)
_CERTIFICATE, _KEY = "certificate.pem", "key.pem"


def own_certificate(folder: Path, addresses: Sequence[str], now: datetime | None = None) -> tuple[Path, Path]:
    """The certificate in ``folder`` and its key; made where there is none that is good for ``addresses``.

    Args:
        now: by the computer's clock, which may have been wrong before; None for what it says.

    Raises:
        OSError: the folder cannot be written.
    """
    certificate, key = folder / _CERTIFICATE, folder / _KEY
    now = now or datetime.now(UTC)
    if not _is_good(certificate, key, addresses, now):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _make(certificate, key, addresses, now)
    return certificate, key


def fingerprint(certificate: Path) -> str:
    """SHA-256 of the certificate, as browsers show it: pairs of hexadecimal digits, colons between.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no certificate.
    """
    digest = x509.load_pem_x509_certificate(certificate.read_bytes()).fingerprint(hashes.SHA256())
    return ":".join(f"{byte:02X}" for byte in digest)


def _is_good(certificate: Path, key: Path, addresses: Sequence[str], now: datetime) -> bool:
    try:
        found = x509.load_pem_x509_certificate(certificate.read_bytes())
        own = serialization.load_pem_private_key(key.read_bytes(), password=None)
        names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (OSError, ValueError, TypeError, x509.ExtensionNotFound):
        return False
    named = set(map(str, names.get_values_for_type(x509.IPAddress)))
    return (
        own.public_key() == found.public_key()
        and named >= set(addresses)
        and found.not_valid_before_utc <= now < found.not_valid_after_utc - _RENEW
    )


def _make(certificate: Path, key: Path, addresses: Sequence[str], now: datetime) -> None:
    own = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Snapshelf on this computer")])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    alternatives = [x509.IPAddress(ipaddress.ip_address(address)) for address in addresses]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))  # a phone's clock may be behind
        .not_valid_after(now + timedelta(days=_DAYS - 1))
        .add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(own, hashes.SHA256())
    )
    secret = own.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    write_atomically(key, secret, private=True)
    write_atomically(certificate, made.public_bytes(serialization.Encoding.PEM))
