struct WorkMeter {
  func note(_ answer: PersonPricer) {}
}
