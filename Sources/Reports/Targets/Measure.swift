import Ledger
import Storage

/// What a target counts or adds up, as defined by its catalogue item: register, conditions, field, method.
struct Measure: Hashable {
  let method: String
  let register: String?
  /// The only year and state of the register that count; nil for any.
  let registerYear: Int?
  let registerState: String?
  let clauses: [MeasureClause]
  let field: Field?
  let baseYear: Int?
  let part: Attribute?

  init(_ attribute: Attribute) {
    method = attribute["method"]?.text ?? "reported"
    register = attribute["register"]?.text
    field = attribute["field"]?.text.flatMap { Field(id: $0) }
    baseYear = attribute["base_year"]?.text.flatMap { Int($0) }
    part = attribute["part"]
    let all = (attribute["filters"]?.items ?? []).map(MeasureClause.init)
    registerYear = all.first { $0.field == "register.year" }?.values.first.flatMap { Int($0) }
    registerState = all.first { $0.field == "register.state" }?.values.first
    clauses = all.filter { !$0.field.hasPrefix("register.") }
  }

  /// The projects that count by the end of a day `yyyymmdd`, and the number of those whose data leaves it open.
  func choose(
    from projects: [ProjectFigures], _ industries: Industries, through day: Int?
  ) -> (counted: [ProjectFigures], undecided: Int) {
    var counted: [ProjectFigures] = []
    var undecided = 0
    for project in projects {
      switch answer(for: project.record, industries, through: day) {
      case .no: break
      case .unknown: undecided += 1
      case .yes: counted.append(project)
      }
    }
    return (counted, undecided)
  }

  /// Whether a project counts by the end of a day `yyyymmdd`.
  func answer(
    for record: Record, _ industries: Industries, through day: Int?
  ) -> ProjectJudgement.Answer {
    guard isOnRegister(record) else { return .no }
    let answers = Set(clauses.map { $0.holds(for: record, industries, through: day) })
    if answers.contains(.no) { return .no }
    return answers.contains(.unknown) ? .unknown : .yes
  }

  /// The fields that it reads.
  var fields: Set<Field> {
    Set(clauses.compactMap { $0.field == "industry.section" ? .industry : Field(id: $0.field) })
      .union(register == nil ? [] : [.registers])
  }

  /// The sum of the measure's field; nil if no project states it.
  func sum(_ projects: [ProjectFigures]) -> Money? {
    let sums = projects.compactMap { project -> Money? in
      switch field {
      case .done?: project.done
      case .plan?: project.plan
      case let field?: project.record.money(field)
      case nil: nil
      }
    }
    return sums.isEmpty ? nil : sums.reduce(Money.zero) { $0.adding($1) ?? $0 }
  }

  private func isOnRegister(_ record: Record) -> Bool {
    guard let register else { return true }
    return record.entries(of: .registers).contains { entry in
      guard case .register(let name, let year) = entry.key.part, name.text == register else {
        return false
      }
      if let registerYear, Int(year) != registerYear { return false }
      guard let registerState else { return true }
      if case .membership(let membership) = entry.value {
        return membership.state == registerState
      }
      return false
    }
  }

  /// What is counted, in words: 列入储备重大项目（2026年）、属产业项目的项目.
  func words(_ catalogue: Catalogue) -> String {
    var parts = clauses.map { $0.words(catalogue) }.filter { !$0.isEmpty }
    if let register {
      let marks = [registerYear.map { "\($0)年" }, registerState].compactMap { $0 }
      let name = catalogue.name(of: .register, register)
      parts.insert(
        "列入\(name)" + (marks.isEmpty ? "" : "（\(marks.joined(separator: "、"))）"), at: 0)
    }
    return (parts.isEmpty ? "全部" : parts.joined(separator: "，") + "的") + "项目"
  }
}
