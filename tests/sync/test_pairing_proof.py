from sync.pairing_proof import Role, new_nonce, prove, proves

SECRET = b"eight by"
MINE, OTHER = "aa" * 32, "bb" * 32


def test_a_proof_holds_for_its_secret_role_certificate_and_nonce_only():
    proof = prove(SECRET, Role.DEVICE, MINE, "n1")
    assert proves(proof, SECRET, Role.DEVICE, MINE, "n1")
    assert not proves(proof, b"another!", Role.DEVICE, MINE, "n1")
    assert not proves(proof, SECRET, Role.HUB, MINE, "n1")
    assert not proves(proof, SECRET, Role.DEVICE, OTHER, "n1")
    assert not proves(proof, SECRET, Role.DEVICE, MINE, "n2")


def test_what_is_no_proof_proves_nothing():
    for junk in ("", "é", "0" * 64):
        assert not proves(junk, SECRET, Role.DEVICE, MINE, "n1")


def test_nonces_differ():
    assert new_nonce() != new_nonce()
