"""A form-encoded body as its fields, whatever its content type says."""

from urllib.parse import parse_qsl

MOST_FIELDS = 500


class NotAForm(ValueError):
    """The body is not form-encoded, or names more fields than anybody sends."""


def fields(body: bytes) -> dict[str, str]:
    """The last value of each field. Raises NotAForm."""
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise NotAForm from error
    return dict(pairs)
