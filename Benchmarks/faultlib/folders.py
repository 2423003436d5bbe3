"""Plan folders as bytes: whether what stands there is one whole plan and which."""

import os
import re

SECONDS = re.compile(rb'"seconds": [0-9.e+-]+')


def contents(folder):
    """The files of a folder by name, without the wall seconds; None when there is no folder."""
    if not os.path.isdir(folder):
        return None
    files = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        with open(path, "rb") as file:
            files[name] = SECONDS.sub(b'"seconds": 0', file.read())
    return files


def left_overs(parent):
    """What hidden paths a run left beside its target."""
    return sorted(name for name in os.listdir(parent) if name.endswith((".partial", ".partial.old")))
