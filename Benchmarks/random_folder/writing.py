"""Tables and settings as files: headings in either language and any order, all delimiters and encodings that are read."""

import os

ENCODINGS = ["utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16"]
DELIMITERS = [",", ",", ";", "\t", "，", "；"]
ENDS = ["\n", "\n", "\r\n", "\r"]


class Table:
    """Rows of one table; a column with a Chinese heading for each English one."""

    def __init__(self, name, headings):
        self.name = name
        self.headings = headings
        self.rows = []

    def add(self, **cells):
        self.rows.append({column: str(cell) for column, cell in cells.items()})

    def text(self, cells, required):
        """The table as text. A column without any cell is left out, or stays empty."""
        used = [column for column in self.headings
                if column in required or any(row.get(column) for row in self.rows) or cells.chance(10)]
        cells.random.shuffle(used)
        delimiter = cells.pick(DELIMITERS)
        end = cells.pick(ENDS)
        is_chinese = cells.chance(70 if cells.is_chinese else 10)
        lines = [delimiter.join(self._heading(column, is_chinese, cells) for column in used)]
        if cells.chance(5) and delimiter in ",;\t":
            lines.insert(0, f"sep={delimiter}")
        for row in self.rows:
            if cells.chance(3):
                lines.append(cells.pick(["", "# 说明", "# a remark"]))
            # A first cell that begins with # would be a remark; none of ours does.
            lines.append(delimiter.join(_quoted(row.get(column, "")) for column in used))
        return end.join(lines) + (end if cells.chance(90) else "")

    def _heading(self, column, is_chinese, cells):
        if is_chinese:
            return self.headings[column]
        return cells.pick([column, column, column.upper(), column.replace("_", " ")])


def _quoted(cell):
    if any(letter in cell for letter in ",;\t，；\"\r\n") or cell != cell.strip():
        return '"' + cell.replace('"', '""') + '"'
    return cell


def yaml(value, depth=0):
    """Nested dictionaries, lists and plain values as YAML."""
    pad = "  " * depth
    lines = []
    for key, item in value.items():
        if isinstance(item, dict):
            lines.append(f"{pad}{key}:\n{yaml(item, depth + 1)}" if item else f"{pad}{key}: {{}}")
        elif isinstance(item, list):
            lines.append(f"{pad}{key}: [{', '.join(_flow(entry) for entry in item)}]")
        else:
            lines.append(f"{pad}{key}: {_scalar(item)}")
    return "\n".join(lines)


def _flow(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_scalar(item)}" for key, item in value.items()) + "}"
    return _scalar(value)


def _scalar(value):
    text = str(value)
    return text if text.replace(".", "", 1).replace("-", "").isalnum() and text.isascii() else '"' + text + '"'


def write(folder, name, text, encoding):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(text.encode(encoding))
