/// How a project's light is judged: done of the year's plan, against the share of the year gone.
package struct LightRule: Hashable, Sendable {
  /// A light: always a word beside its colour.
  /// In the order from good to bad.
  package enum Light: String, Hashable, Sendable, CaseIterable, Comparable {
    case normal
    case lagging
    case serious

    package static func < (left: Light, right: Light) -> Bool { left.severity < right.severity }

    private var severity: Int {
      switch self {
      case .normal: 0
      case .lagging: 1
      case .serious: 2
      }
    }
  }

  /// The least difference in percentage points that is still 正常.
  package let normalAtLeast: Int
  /// The least difference that is still 滞后; below is 严重滞后.
  package let laggingAtLeast: Int
  /// Whether an overdue milestone is 严重滞后 by itself.
  package let overdueIsSerious: Bool
  /// The best light of a project with an open problem.
  package let openProblem: Light
  private let names: [String: Attribute]

  init(_ setting: Attribute?) {
    normalAtLeast = setting?["normal_at_least"]?.integer ?? -5
    laggingAtLeast = setting?["lagging_at_least"]?.integer ?? -15
    overdueIsSerious = setting?["overdue_is_serious"]?.text != "false"
    openProblem = setting?["open_problem"]?.text.flatMap { Light(rawValue: $0) } ?? .lagging
    names = setting?["names"]?.members ?? [:]
  }

  /// The worst of what a project shows: the difference in percentage points where it is known, a
  /// milestone gone by, an open problem. Nil when there is nothing to judge.
  package func light(difference: Double?, isOverdue: Bool, hasOpenProblem: Bool) -> Light? {
    let lights = [
      difference.map(light), isOverdue && overdueIsSerious ? .serious : nil,
      hasOpenProblem && openProblem != .normal ? openProblem : nil,
    ]
    return lights.compactMap { $0 }.max()
  }

  private func light(_ difference: Double) -> Light {
    if difference >= Double(normalAtLeast) { return .normal }
    return difference >= Double(laggingAtLeast) ? .lagging : .serious
  }

  /// The word of a light.
  package func word(_ light: Light) -> String { names[light.rawValue]?.text ?? light.rawValue }

  /// The rule in words, as a book states it.
  package var sentence: String {
    let overdue = overdueIsSerious ? "或节点逾期" : ""
    return "完成率\(Self.words(normalAtLeast))为\(word(.normal))，"
      + "\(Self.words(laggingAtLeast))为\(word(.lagging))，"
      + "低于此数\(overdue)为\(word(.serious))"
      + (openProblem == .normal ? "" : "；有未办结问题的不好于\(word(openProblem))")
  }

  /// The least difference that passes: 落后时序进度不超过 5 个百分点.
  private static func words(_ difference: Int) -> String {
    if difference == 0 { return "不低于时序进度" }
    return difference < 0
      ? "落后时序进度不超过 \(-difference) 个百分点" : "超过时序进度 \(difference) 个百分点以上"
  }
}

extension Catalogue {
  /// The rule of lights in force.
  package var lightRule: LightRule { LightRule(setting("light")) }
}
