struct StationTable { let stations: [Station] }
