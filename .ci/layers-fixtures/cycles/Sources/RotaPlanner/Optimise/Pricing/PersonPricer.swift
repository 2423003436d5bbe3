struct PersonPricer {
  let meter: WorkMeter
}
