struct Dive {
  let pricer: PersonPricer
  struct WorkMeter {}
}
