"""Where things are: streets on a grid, stations in them, walking distances."""

from dataclasses import dataclass

from . import names

METRES_PER_DEGREE_NORTH = 111_320
METRES_PER_DEGREE_EAST = 85_300
ORIGIN = (39.8800, 116.3300)
STREET_SIZE = 1_700


@dataclass
class Place:
    east: int
    north: int

    def distance(self, other):
        return round(((self.east - other.east) ** 2 + (self.north - other.north) ** 2) ** 0.5)

    def near(self, random, metres):
        return Place(self.east + random.between(-metres, metres), self.north + random.between(-metres, metres))

    def columns(self):
        """The table's two columns for a place."""
        north = ORIGIN[0] + self.north / METRES_PER_DEGREE_NORTH
        east = ORIGIN[1] + self.east / METRES_PER_DEGREE_EAST
        return dict(latitude=f"{north:.5f}", longitude=f"{east:.5f}")


@dataclass
class Street:
    name: str
    centre: Place


@dataclass
class Station:
    id: str
    name: str
    street: Street
    kind: str
    place: Place
    seats: int


EVERY_DAY = "周一至周日"
OFFICE_DAYS = "周一至周五"

# Hours by kind of host (domain facts, section 5): office hours and closed weekends are the district's real trouble.
HOURS = {
    "office": dict(host=f"{OFFICE_DAYS} 8:00-18:00", promised=f"{OFFICE_DAYS} 8:30-17:30", selfs="", kept="否"),
    "shop": dict(host=f"{EVERY_DAY} 8:00-21:00", promised=f"{EVERY_DAY} 8:00-20:00", selfs="", kept="否"),
    "depot": dict(
        host=f"{EVERY_DAY} 5:00-21:00", promised=f"{EVERY_DAY} 7:00-19:00", selfs=f"{EVERY_DAY} 5:00-7:00", kept="是"),
    "self": dict(
        host=f"{EVERY_DAY} 0:00-24:00", promised=f"{EVERY_DAY} 0:00-24:00", selfs=f"{EVERY_DAY} 0:00-24:00", kept="是"),
    "union": dict(host=f"{EVERY_DAY} 7:00-22:00", promised=f"{EVERY_DAY} 8:00-20:00", selfs="", kept="否"),
}
TYPES = {"office": "机关", "shop": "商铺", "depot": "环卫", "self": "自助", "union": ""}
COST_PER_HOUR = {"office": 0, "shop": 2, "depot": 0, "self": 1, "union": 1}
SEATS = {"office": (4, 8), "shop": (4, 8), "depot": (10, 20), "self": (4, 6), "union": (12, 20)}
VISITS_PER_STAFF_HOUR = {"office": 12, "shop": 12, "depot": 20, "self": 12, "union": 20}


def make_streets(count):
    columns = max(1, round((count * 0.6) ** 0.5))
    return [
        Street(name, Place((i % columns) * STREET_SIZE + STREET_SIZE // 2, (i // columns) * STREET_SIZE + STREET_SIZE // 2))
        for i, name in enumerate(names.streets(count))
    ]


def make_stations(random, streets, kinds):
    """Stations of the given kinds, spread over the streets in turn, at least 250 m apart within a street."""
    stations = []
    for number, kind in enumerate(kinds):
        street = streets[number % len(streets)]
        place = street.centre.near(random, STREET_SIZE // 3)
        for _ in range(50):
            if all(place.distance(other.place) >= 250 for other in stations if other.street is street):
                break
            place = street.centre.near(random, STREET_SIZE // 3)
        name = f"{street.name}{random.pick(names.HOSTS[kind])}驿站"
        taken = sum(1 for other in stations if other.name == name)
        stations.append(
            Station(
                f"S{number + 1:02d}" if len(kinds) < 100 else f"S{number + 1:03d}",
                name + ("" if taken == 0 else "二三四五六七八九"[taken - 1] + "号"),
                street, kind, place, random.between(*SEATS[kind])))
    return stations
