"""The text layout that the shift-scheduling and the multi-activity instances share: sections of comma-separated lines."""

KINDS = {"SECTION_SHIFTS": "shift-scheduling", "SECTION_TASKS": "multi-activity"}


def sections(text):
    """Maps the name of each section to its lines, split at commas; comments and empty lines are left out."""
    found, lines = {}, None
    for line in text.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("SECTION_"):
            lines = found.setdefault(line, [])
        elif lines is None:
            raise ValueError(f"a line before the first section: {line}")
        else:
            lines.append([cell.strip() for cell in line.split(",")])
    return found


def kind(text):
    """"shift-scheduling" or "multi-activity", told by the sections; `None` for another format."""
    names = {line.strip() for line in text.splitlines() if line.startswith("SECTION_")}
    return next((KINDS[name] for name in sorted(names) if name in KINDS), None)
