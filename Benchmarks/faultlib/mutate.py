"""Makes faulty inputs of good ones: bytes, cells, lines and columns changed, cut, doubled, mixed, spelt in other encodings."""

TOKENS = [
    b"", b" ", b"0", b"-1", b"1e999", b"NaN", b"99999999999999999999", b"-9223372036854775808", b"=1+1", b"'", b"\"", b"\"\"", b"x;=1",
    b"\x1b[2J", b"\x07", b"\xc2\x9b31m", b"\xe2\x80\xaetxt", b"\xe2\x81\xa6", b"\xe2\x80\xa8", b"\x00", b"\xff", b"\xef\xbb\xbf",
    "驿站".encode(), "＝1".encode(), "，".encode(), "；".encode(), b"24:00", b"25:61", b"08:30+1", b"2026-02-30", b"9999-12-31",
    b"mon-fri 9-5", b"daily", b"all", b"off", b"*a", b"&a x", b"? x", b"[", b"{", b"- ", b"!!binary x", b"|", b"#", b"sep=;", b"\t",
    b"a" * 300, b"\xf4\x8f\xba\x80", b"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", b"e" + b"\xcc\x81" * 200, b"../x", b"/etc/passwd", b"%s%n", b"null",
]


def mutated(data, random, others):
    """The bytes after one to four changes. `others`: bytes of further inputs to mix in."""
    for _ in range(random.choice((1, 1, 1, 2, 2, 4))):
        data = random.choice(CHANGES)(data, random, others)
    return data[:2_000_000]


def _flip(data, random, others):
    if not data:
        return bytes([random.randrange(256)])
    at = random.randrange(len(data))
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1:]


def _insert(data, random, others):
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(TOKENS) + data[at:]


def _cut(data, random, others):
    if not data:
        return data
    start = random.randrange(len(data))
    return data[:start] + (b"" if random.random() < 0.5 else data[start + random.randrange(1, 40):])


def _cell(data, random, others):
    """Another text for one cell or value."""
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    mark = b"," if b"," in lines[at] else b":"
    cells = lines[at].split(mark)
    cells[random.randrange(len(cells))] = random.choice(TOKENS)
    lines[at] = mark.join(cells)
    return b"\n".join(lines)


def _line(data, random, others):
    """A line doubled, left out, moved, or grown."""
    lines = data.split(b"\n")
    at, to = random.randrange(len(lines)), random.randrange(len(lines))
    choice = random.randrange(4)
    if choice == 0:
        lines.insert(to, lines[at])
    elif choice == 1:
        del lines[at]
    elif choice == 2:
        lines[at], lines[to] = lines[to], lines[at]
    else:
        lines[at] += random.choice((b",", b";", b"  ")) * random.randrange(1, 200)
    return b"\n".join(lines)


def _column(data, random, others):
    """A column left out or doubled in every line."""
    rows = [line.split(b",") for line in data.split(b"\n")]
    at, is_double = random.randrange(max(1, len(rows[0]))), random.random() < 0.5
    return b"\n".join(b",".join(row[:at] + row[at:at + 1] * (2 if is_double else 0) + row[at + 1:]) for row in rows)


def _mix(data, random, others):
    other = random.choice(others)
    start, end = sorted(random.randrange(len(other) + 1) for _ in range(2))
    at = random.randrange(len(data) + 1)
    return data[:at] + other[start:end][:5000] + data[at:]


def _spell(data, random, others):
    """Another encoding or line end."""
    choice = random.randrange(5)
    if choice == 0:
        return data.replace(b"\n", random.choice((b"\r\n", b"\r", b"\n\n")))
    if choice == 1:
        return b"\xef\xbb\xbf" + data
    text = data.decode("utf-8", "ignore")
    name = ("utf-16", "gb18030", "big5")[choice - 2]
    return text.encode(name, "ignore")


def _separator(data, random, others):
    return data.replace(b",", random.choice((b";", b"\t", "，".encode(), b",,", b"")))


def _repeat(data, random, others):
    if not data:
        return data
    at = random.randrange(len(data))
    return data[:at] + data[at:at + random.randrange(1, 60)] * random.randrange(2, 300) + data[at:]


CHANGES = [_flip, _flip, _insert, _insert, _cut, _cell, _cell, _cell, _line, _line, _column, _mix, _spell, _separator, _repeat]
