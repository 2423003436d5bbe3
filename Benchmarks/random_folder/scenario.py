"""One random scenario folder."""

import datetime
import random

from . import deliveries, headings, people, rules, served, writing
from .cells import DAY, Cells, days_from

SLOTS = [5, 10, 15, 15, 20, 30, 30, 30, 60, 60, 60, 120]
NAMES = ["德胜门驿站", "展览路暖心驿站", "West gate", "Sommerhaus", "北街，一号", 'The "corner"', "站", "二龙路", "Café Kühl", "月坛 南街"]
STREETS = ["德胜", "展览路", "Zhanlan St.", "West Road", "月坛", "Hafenallee"]


class RandomScenario:
    """The folder of a seed. `write` makes its files; the attributes tell what a plan of it must be like."""

    def __init__(self, seed):
        self.seed = seed
        self.random = random.Random(seed)
        is_chinese = self.random.random() < 0.6
        self.cells = cells = Cells(self.random, is_chinese)
        self.encoding = cells.pick(writing.ENCODINGS)
        self.slot = cells.pick(SLOTS)
        # A fine grid is planned for few days, so that thousands of scenarios take minutes.
        most_days = 3 if self.slot < 15 else 10 if self.slot < 60 else 16
        self.days = self.random.randint(1, most_days)
        self.first = datetime.date(2026, 1, 1) + datetime.timedelta(days=self.random.randrange(500))
        self.dates = days_from(self.first, self.days)
        self.streets = cells.some(STREETS, 1, 3)
        self.places = cells.pick(["none", "metres", "degrees", "cell"])
        self.settings = {}
        self.expecting = {}  # by staff member: whether a month of pregnancy is given
        self.tables = {name: writing.Table(name, columns) for name, columns in headings.TABLES.items()}
        self.files = {}
        self._make()

    def _make(self):
        rules.fill(self)
        served.stations(self)
        people.fill(self)
        kinds = self.cells.some(["worker_groups", "visits", "sites"], 1)
        if "worker_groups" in kinds:
            served.groups(self)
        if "visits" in kinds:
            served.visits(self)
        if "sites" in kinds:
            deliveries.fill(self)
        people.pins(self)

    # What others ask

    @property
    def has_demanding_pins(self):
        """Whether a pin asks for something, so that the empty plan is none."""
        return any(kind in ("work", "crew", "staffed", "stop") for kind in self.pin_kinds)

    @property
    def has_budget(self):
        return "budget" in self.settings

    def ids(self, word, chinese, count):
        """Short ids of one style."""
        style = self.random.randrange(4)
        form = [f"{word}{{}}", f"{word.upper()}-{{:02d}}", f"{chinese}{{}}", f"{chinese}{{}}号"][style]
        return [form.format(number + 1) for number in range(count)]

    def place(self):
        """Cells of a place, in the manner of the scenario; now and then unknown."""
        if self.places == "none" or self.cells.chance(10):
            return {}
        east, north = self.random.randint(-1500, 1500), self.random.randint(-1500, 1500)
        if self.places == "metres":
            return {"east": east, "north": north}
        latitude, longitude = 39.92 + north / 111_000, 116.36 + east / 85_000
        if self.places == "degrees":
            return {"latitude": f"{latitude:.5f}", "longitude": f"{longitude:.5f}"}
        return {"coordinates": f"{latitude:.5f},{longitude:.5f}"}

    def name(self):
        return self.cells.maybe(60, lambda: self.cells.pick(NAMES))

    def street(self):
        return self.cells.maybe(80, lambda: self.cells.pick(self.streets))

    def step(self):
        """A step of minutes for hours: mostly on the grid, sometimes not."""
        return self.slot if self.cells.chance(80) else self.cells.pick([5, 10, 15, 30])

    def open_parts(self):
        """Hours of a host or person: a day's stretch or two, at times over midnight or all day."""
        cells, form = self.cells, self.random.randrange(10)
        step = max(self.step(), 30 if self.cells.chance(80) else 5)
        if form == 0:
            return [(0, DAY)]
        if form == 1:
            return [(20 * 60, DAY + cells.pick([2, 4, 6]) * 60)]
        if form <= 6:
            start = self.random.randrange(5 * 60, 14 * 60, step)
            return [(start, min(DAY, start + step * max(1, self.random.randint(3, 12) * 60 // step)))]
        return cells.parts(2, 5 * 60 // step * step, 22 * 60 // step * step, step)

    # Files

    def write(self, folder):
        """Writes the files into the empty folder."""
        if not self.has_characters():
            self.encoding = "utf-8"
        writing.write(folder, "scenario.yaml", writing.yaml(self.settings) + "\n", self.encoding)
        for name, text in self.files.items():
            writing.write(folder, name, text, self.encoding)
        for name, text in self._table_texts().items():
            writing.write(folder, name, text, self.encoding)

    def has_characters(self):
        """Whether all letters exist in the encoding."""
        texts = [writing.yaml(self.settings), *self.files.values(), *self._table_texts().values()]
        try:
            "".join(texts).encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def _table_texts(self):
        if not hasattr(self, "_texts"):
            self._texts = {}
            for name, table in self.tables.items():
                if table.rows:
                    file = self.settings.get("tables", {}).get(name, f"{name}.csv")
                    self._texts[file] = table.text(self.cells, headings.REQUIRED[name])
        return self._texts
