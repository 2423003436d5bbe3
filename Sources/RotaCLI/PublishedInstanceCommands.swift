import RotaPlanner

extension PlanCommand {
  /// Plans a file of a published format instead of a scenario folder.
  func plan(_ instance: PublishedInstance, _ times: CommandTimes, _ console: Console) throws -> ExitStatus {
    let messages = global.messages
    var times = times
    let before = times.split
    guard output.isFree([], console, messages) else { return .invalidInput }
    let flag = Interruption.stopFlag(messages)
    let view = ProgressView(console: console, style: progress, words: .init(messages))
    let answer = try PublishedPlanner.plan(instance, options: limits.options(stop: flag.cancel)) { step in
      view.show(
        ProgressReport(
          seconds: step.seconds, best: step.objective.map(Double.init), bound: Double(step.bound), work: step.work,
          effort: step.effort.adding(before)))
    }
    if let roster = answer.roster {
      try times.split.time(.check) { try verify(roster, answer, instance) }
      view.show(ProgressReport(last: answer, times.split))
    }
    view.finish()
    let status = times.split.time(.export) {
      show(PublishedPlan(answer, of: instance, seed: limits.seed), answer.status, console)
    }
    if stats, answer.roster != nil { times.show(answer.effort, table.format, console, messages) }
    return status
  }

  private func show(_ plan: PublishedPlan, _ status: PlanStatus, _ console: Console) -> ExitStatus {
    let messages = global.messages
    switch status {
    case .unknown:
      console.fail(messages.text("plan.none"))
      return .noPlanInTime
    case .infeasible: console.fail(messages.text("plan.unlawfulInstance"))
    case .optimal, .feasible:
      switch table.format {
      case .table: console.result(plan.summary(messages) + "\n" + (plan.table(messages) ?? ""))
      case .csv: console.result(plan.csv ?? "")
      case .json: console.result(plan.json)
      }
    }
    guard output.write(plan, console, messages) else { return .internalError }
    return status == .infeasible ? .clash : .success
  }

  /// The checker has the last word before a plan is handed out.
  private func verify(_ roster: PublishedRoster, _ answer: PublishedAnswer, _ instance: PublishedInstance) throws {
    let check = PublishedCheck(roster, of: instance)
    if let violation = check.violations.first {
      throw PlannerFault.violation(
        "\(violation.rule) \(global.messages.text(violation.text))", count: check.violations.count)
    }
    if check.penalty != answer.objective {
      throw PlannerFault.penalty(planned: answer.objective, checked: check.penalty)
    }
  }
}

extension ProgressReport {
  /// What is known at the end.
  fileprivate init(last answer: PublishedAnswer, _ split: TimeSplit) {
    self.init(
      seconds: answer.seconds, best: answer.objective.map(Double.init), bound: Double(answer.bound),
      work: answer.work, effort: answer.effort.adding(split))
  }
}

extension CheckCommand {
  /// Checks a roster for a file of a published format.
  func check(_ instance: PublishedInstance, _ console: Console) throws -> ExitStatus {
    let roster =
      plan == "-"
      ? try PublishedRoster(StandardInput.bytes(), file: "-", of: instance)
      : try PublishedRoster.read(plan, of: instance)
    if plan != "-", let remark = PlanReader.publishedRemark(plan) {
      console.warn(global.messages.text(IssueList([remark])))
    }
    let check = PublishedCheck(roster, of: instance)
    let output = PublishedCheckOutput(check)
    switch table.format {
    case .table: console.result(output.text(global.messages))
    case .csv: console.result(output.csv(table.csv, global.messages))
    case .json: console.result(CanonicalJSON.readable(output.json(global.messages)))
    }
    return check.violations.isEmpty ? .success : .shortages
  }
}
