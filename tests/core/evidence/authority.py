"""An authority for time stamps (RFC 3161) of our own: what it answers, also where it answers badly."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

from asn1crypto import algos, cms, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

STAMPED = datetime(2026, 11, 30, 9, 30, 15, tzinfo=UTC)


class Authority:
    """Signs with a key and a certificate of its own (ECDSA on P-256)."""

    def __init__(self, *, is_for_stamps: bool = True, until: datetime = STAMPED + timedelta(days=1)) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Example Stamps 时间")])
        use = ExtendedKeyUsageOID.TIME_STAMPING if is_for_stamps else ExtendedKeyUsageOID.SERVER_AUTH
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(self.key.public_key())
            .serial_number(7)
            .not_valid_before(STAMPED - timedelta(days=1))
            .not_valid_after(until)
            .add_extension(x509.ExtendedKeyUsage([use]), critical=True)
            .sign(self.key, hashes.SHA256())
        )
        self.certificate = asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))

    def answer(self, request: bytes, **said: Any) -> bytes:
        """The answer to a request; ``said`` takes the place of what is right in it."""
        asked = tsp.TimeStampReq.load(request)
        info = tsp.TSTInfo(
            {
                "version": "v1",
                "policy": "1.2.3.4",
                "message_imprint": asked["message_imprint"],
                "serial_number": 99,
                "gen_time": STAMPED,
                "nonce": asked["nonce"].native,
                **said,
            }
        )
        content = info.dump()
        attributes = cms.CMSAttributes(
            [
                cms.CMSAttribute({"type": "content_type", "values": ["tst_info"]}),
                cms.CMSAttribute({"type": "message_digest", "values": [hashlib.sha256(content).digest()]}),
                cms.CMSAttribute({"type": "signing_certificate_v2", "values": [self._named()]}),
            ]
        )
        signature = self.key.sign(attributes.dump(), ec.ECDSA(hashes.SHA256()))
        signer = cms.SignerInfo(
            {
                "version": "v1",
                "sid": cms.SignerIdentifier(
                    "issuer_and_serial_number",
                    {"issuer": self.certificate.issuer, "serial_number": self.certificate.serial_number},
                ),
                "digest_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
                "signed_attrs": attributes,
                "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}),
                "signature": signature,
            }
        )
        signed = cms.SignedData(
            {
                "version": "v3",
                "digest_algorithms": [algos.DigestAlgorithm({"algorithm": "sha256"})],
                "encap_content_info": {"content_type": "tst_info", "content": info},
                "certificates": [self.certificate],
                "signer_infos": [signer],
            }
        )
        token = cms.ContentInfo({"content_type": "signed_data", "content": signed})
        return bytes(tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token}).dump())

    def _named(self) -> tsp.SigningCertificateV2:
        digest = hashlib.sha256(self.certificate.dump()).digest()
        return tsp.SigningCertificateV2({"certs": [tsp.ESSCertIDv2({"cert_hash": digest})]})


def refusal() -> bytes:
    """What an authority answers that does not want to: a status of 2, rejection, and no token."""
    return bytes.fromhex("30053003020102")
