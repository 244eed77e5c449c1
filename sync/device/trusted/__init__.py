"""The one hub that this device trusts, and what the hub may make it do: renew, lock, delete."""
