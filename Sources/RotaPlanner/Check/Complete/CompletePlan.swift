/// Makes a whole plan from duties typed by hand, by simple rules that a planner can redo with a pencil.
///
/// - Stations are staffed in the slots in which staff is present.
/// - Elsewhere self-service opens where it is allowed and costs nothing. Where it costs, it opens if the promise and
///   refuge price it saves and the visits that arrive in the slot (counted with all such slots open) are worth more
///   than it costs, the most worthwhile slots first, as far as the budget reaches. Pins that close are kept.
/// - Visits are dealt out item by item, the highest weight first (then the earliest), to the nearest station with room
///   for the whole stay, then by station and slot.
/// - Runs are taken as given.
///
/// The duties are taken as they are, lawful or not.
public func completePlan(
  _ scenario: Scenario, demand: DerivedDemand, duties: [Duty], runs: [Run] = []
) -> Plan {
  let choice = SelfServiceChoice(scenario, demand: demand, duties: duties, runs: runs)
  let openings = choice.openings()
  let context = CheckContext(
    scenario, demand: demand, plan: Plan(openings: openings, duties: duties, served: [], runs: runs))
  return Plan(openings: openings, duties: duties, served: VisitDealer(context).dealt(), runs: runs)
}
