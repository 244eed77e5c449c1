"""Write the draft of the next step: python -m clienteling.hub.migrations "what it is for"."""

import sys
import tempfile
from pathlib import Path

from alembic.script import ScriptDirectory

from clienteling.hub import migrations
from sync.hub.databases.database import open_hub


def main(reason: str) -> None:
    steps = len(list(ScriptDirectory(str(Path(migrations.__file__).parent)).walk_revisions()))
    with tempfile.TemporaryDirectory() as directory:
        engine = open_hub(Path(directory) / "hub.sqlite")
        migrations.upgrade(engine)
        migrations.draft(engine, reason, f"{steps + 1:04}")
        engine.dispose()


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
