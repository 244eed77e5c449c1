#!/usr/bin/env python3
"""Draws the demo house's pictures: `python packaging/demo_pictures OUT_DIR [ID …]`."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from drawing.house import draw  # pyrefly: ignore[missing-import]  # it stands beside this file

if __name__ == "__main__":
    draw(*sys.argv[1:])
