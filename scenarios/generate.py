#!/usr/bin/env python3
"""Makes the large scenarios again, byte for byte: scenarios/generate.py [-o FOLDER] [NAME...].

Without NAME: xicheng-31 and heatwave, which are kept in the repository. scale-355 is made on request only. Needs nothing but Python's
standard library.
"""

import argparse
import os

from generator.district import District, Spec
from generator.tables import write_folder

XICHENG = dict(
    seed=31, streets=15, offices=10, shops=9, depots=6, self_service=3, unions=3, staff_scale=1, sites=24, vans=3,
    budget=95_000)

SPECS = [
    Spec(
        folder="xicheng-31", name="西城三十一站一周", forecast=["31.5", "33.2", "35.6", "36.8", "34.1", "32.0", "30.4"],
        remark="31 stations, 112 staff, 24 delivery sites, a summer week with two hot days.", **XICHENG),
    Spec(
        folder="heatwave", name="西城三十一站高温周", forecast=["34.0", "36.2", "38.4", "39.3", "40.2", "36.0", "33.5"],
        remark="The district of xicheng-31 in a heat wave of 38, 39 and 40 degrees.", **XICHENG),
    Spec(
        folder="scale-355", name="全区三百五十五站一周", seed=355, streets=172, offices=115, shops=103, depots=69,
        self_service=34, unions=34, staff_scale=1300 / 112, sites=99, vans=12, budget=1_000_000,
        forecast=["31.5", "33.2", "35.6", "36.8", "34.1", "32.0", "30.4"],
        remark="355 stations and 1,300 staff: what the program must bear."),
]


def main():
    parser = argparse.ArgumentParser(description="Makes the large scenarios again, byte for byte.")
    parser.add_argument("-o", "--output", default=os.path.dirname(os.path.abspath(__file__)), help="folder to write into")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(spec.folder for spec in SPECS))
    arguments = parser.parse_args()
    known = [spec.folder for spec in SPECS]
    for name in arguments.names:
        if name not in known:
            parser.error(f"no scenario {name}; there are {', '.join(known)}")
    wanted = arguments.names or ["xicheng-31", "heatwave"]
    for spec in SPECS:
        if spec.folder in wanted:
            district = District(spec)
            write_folder(os.path.join(arguments.output, spec.folder), district.yaml(), district.tables())


if __name__ == "__main__":
    main()
