#!/usr/bin/env python3
"""Packs files for tests: pack.py FORM OUTPUT FILE[=MEMBER]...

A FILE goes into an archive under the name MEMBER, which may be any name at all, or under its own.
"""

import bz2
import gzip
import io
import lzma
import os
import subprocess
import sys
import tarfile
import zipfile


def tar(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            if name.endswith("/"):
                info.type = tarfile.DIRTYPE
                archive.addfile(info)
            else:
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def zipped(members, method):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def zstd(content):
    return subprocess.run(["zstd", "--quiet", "--stdout"], input=content, stdout=subprocess.PIPE, check=True).stdout


def encrypted(members):
    """A zip whose members claim to be encrypted, which the standard library cannot make."""
    content = bytearray(zipped(members, zipfile.ZIP_STORED))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def pieces(members):
    """Several gzip members, one behind the other, as parallel and appending tools make them."""
    content = b"".join(content for _, content in members)
    third = len(content) // 3 + 1
    return b"".join(gzip.compress(content[at : at + third]) for at in range(0, len(content), third))


FORMS = {
    "gz": lambda members: gzip.compress(members[0][1]),
    "pieces.gz": pieces,
    "gz.gz": lambda members: gzip.compress(gzip.compress(members[0][1])),
    "zst": lambda members: zstd(members[0][1]),
    "xz": lambda members: lzma.compress(members[0][1]),
    "bz2": lambda members: bz2.compress(members[0][1]),
    "tar": tar,
    "tar.gz": lambda members: gzip.compress(tar(members)),
    "tar.zst": lambda members: zstd(tar(members)),
    "zip": lambda members: zipped(members, zipfile.ZIP_DEFLATED),
    "stored.zip": lambda members: zipped(members, zipfile.ZIP_STORED),
    "encrypted.zip": encrypted,
    "zip.gz": lambda members: gzip.compress(zipped(members, zipfile.ZIP_DEFLATED)),
}


def main():
    form, output, *files = sys.argv[1:]
    members = []
    for file in files:
        path, _, name = file.partition("=")
        with open(path, "rb") as source:
            members.append((name or os.path.basename(path), source.read()))
    with open(output, "wb") as target:
        target.write(FORMS[form](members))


if __name__ == "__main__":
    main()
