#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes foretaste.ico and foretaste.icns of resources/icons/foretaste.svg, with rsvg-convert.

Both are containers of PNG files. Run by hand when the drawing has changed; the results are kept in
the sources, since neither Windows nor macOS has a program that draws SVG files.
"""
import pathlib
import struct
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
DRAWING = HERE.parent.parent / "resources/icons/foretaste.svg"


def png(size):
    return subprocess.run(["rsvg-convert", "-w", str(size), "-h", str(size), str(DRAWING)],
                          check=True, capture_output=True).stdout


def ico(sizes):
    """An ICONDIR, an entry of 16 bytes a picture (0 stands for 256 pixels), the pictures."""
    pictures = [png(size) for size in sizes]
    head, place = struct.pack("<HHH", 0, 1, len(sizes)), 6 + 16 * len(sizes)
    for size, picture in zip(sizes, pictures):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(pictures)


def icns(types):
    """'icns' and the length of all, then type, length and picture of each."""
    body = b""
    for kind, size in types:
        picture = png(size)
        body += kind + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


(HERE / "foretaste.ico").write_bytes(ico([16, 24, 32, 48, 64, 256]))
(HERE / "foretaste.icns").write_bytes(
    icns([(b"ic11", 32), (b"ic12", 64), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512),
          (b"ic10", 1024)]))
