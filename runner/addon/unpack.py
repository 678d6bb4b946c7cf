"""Takes the libraries, and the licences that go with them, out of wheels: unpack.py FROM TO"""

import pathlib
import re
import sys
import zipfile

WANTED = re.compile(
    r"tensorflow/libtensorflow_(cc|framework)\.so\.2"
    r"|tensorflow/THIRD_PARTY_NOTICES\.txt"
    r"|nvidia/[^/]+/lib/[^/]+"
    r"|nvidia/cuda_nvcc/(bin|nvvm)/.+"
    r"|[^/]+\.dist-info/([^/]+/)?[Ll][Ii][Cc][Ee][Nn][Ss][Ee][^/]*"
)

source, target = (pathlib.Path(argument) for argument in sys.argv[1:])
for wheel in sorted(source.glob("*.whl")):
    with zipfile.ZipFile(wheel) as archive:
        for name in filter(WANTED.fullmatch, archive.namelist()):
            archive.extract(name, target)
