"""The certificate that is made here: of this computer's addresses, kept, private."""

import os
import ssl
import stat
import sys
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography import x509

from desktop_app.phone.server.certificate import fingerprint, own_certificate


def test_it_names_the_addresses_and_is_no_authority(tmp_path: Path) -> None:
    certificate, _key = own_certificate(tmp_path, ("192.168.1.5", "fd00::2"))
    made = x509.load_pem_x509_certificate(certificate.read_bytes())
    names = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert list(map(str, names.get_values_for_type(x509.IPAddress))) == ["192.168.1.5", "fd00::2"]
    assert not made.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert made.not_valid_after_utc - made.not_valid_before_utc <= timedelta(days=397)
    assert made.not_valid_before_utc < datetime.now(UTC)
    assert os.uname().nodename not in made.subject.rfc4514_string() if hasattr(os, "uname") else True


def test_it_is_kept_as_long_as_it_is_good(tmp_path: Path) -> None:
    first = own_certificate(tmp_path, ("192.168.1.5", "10.0.0.1"))[0].read_bytes()
    assert own_certificate(tmp_path, ("10.0.0.1",))[0].read_bytes() == first
    assert own_certificate(tmp_path, ("10.0.0.2",))[0].read_bytes() != first


def test_one_of_another_time_is_made_anew(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    for made in (now - timedelta(days=390), now + timedelta(days=10)):  # the clock was set back since
        own_certificate(tmp_path, ("10.0.0.1",), made)
        certificate, _key = own_certificate(tmp_path, ("10.0.0.1",), now)
        found = x509.load_pem_x509_certificate(certificate.read_bytes())
        assert found.not_valid_before_utc < now < found.not_valid_after_utc - timedelta(days=390)


@pytest.mark.parametrize("broken", ["certificate.pem", "key.pem"])
def test_a_damaged_one_is_made_anew(tmp_path: Path, broken: str) -> None:
    own_certificate(tmp_path, ("10.0.0.1",))
    (tmp_path / broken).write_bytes(b"-----BEGIN")
    certificate, key = own_certificate(tmp_path, ("10.0.0.1",))
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key)


def test_its_fingerprint_is_the_one_that_browsers_show(tmp_path: Path) -> None:
    certificate, _key = own_certificate(tmp_path, ("10.0.0.1",))
    der = ssl.PEM_cert_to_DER_cert(certificate.read_text(encoding="ascii"))
    shown = fingerprint(certificate)
    assert shown.replace(":", "").lower() == sha256(der).hexdigest()
    assert len(shown) == 32 * 3 - 1


@pytest.mark.skipif(sys.platform == "win32", reason="a folder's access list decides there")
def test_nobody_else_can_read_its_key(tmp_path: Path) -> None:
    _certificate, key = own_certificate(tmp_path / "phone", ("10.0.0.1",))
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
