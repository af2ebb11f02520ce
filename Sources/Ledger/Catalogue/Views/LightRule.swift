/// How a project's light is judged: done of the year's plan, against the share of the year gone.
package struct LightRule: Hashable, Sendable {
  /// A light: always a word beside its colour.
  /// In the order from good to bad; 未报 says that nobody knows, and stands behind.
  package enum Light: String, Hashable, Sendable, CaseIterable, Comparable {
    case normal
    case lagging
    case serious
    /// There is a plan of the year, and nothing is reported.
    case unreported

    package static func < (left: Light, right: Light) -> Bool { left.severity < right.severity }

    private var severity: Int {
      switch self {
      case .normal: 0
      case .lagging: 1
      case .serious: 2
      case .unreported: 3
      }
    }

    /// What it is called where no rule calls it otherwise.
    fileprivate var usualWord: String {
      switch self {
      case .normal: "正常"
      case .lagging: "滞后"
      case .serious: "严重滞后"
      case .unreported: "未报"
      }
    }
  }

  /// The least difference in percentage points that is still 正常.
  package let normalAtLeast: Int
  /// The least difference that is still 滞后; below is 严重滞后.
  package let laggingAtLeast: Int
  /// Whether an overdue milestone, or a planned start or finish gone by, is 严重滞后 by itself.
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
  /// milestone or a planned start or finish gone by, an open problem. Where none of these says anything, a
  /// plan without a report is 未报. Nil when there is nothing to judge.
  package func light(
    difference: Double?, isOverdue: Bool, hasOpenProblem: Bool, isUnreported: Bool
  ) -> Light? {
    let lights = [
      difference.map(light), isOverdue && overdueIsSerious ? .serious : nil,
      hasOpenProblem && openProblem != .normal ? openProblem : nil,
    ]
    return lights.compactMap { $0 }.max() ?? (isUnreported ? .unreported : nil)
  }

  /// How many percentage points a share of the year's plan is ahead of the time gone by in a month.
  package static func difference(rate: Double, month: Int) -> Double {
    (rate - Double(month) / 12) * 100
  }

  private func light(_ difference: Double) -> Light {
    if difference >= Double(normalAtLeast) { return .normal }
    return difference >= Double(laggingAtLeast) ? .lagging : .serious
  }

  /// The word of a light.
  package func word(_ light: Light) -> String { names[light.rawValue]?.text ?? light.usualWord }
}

extension Catalogue {
  /// The rule of lights in force.
  package var lightRule: LightRule { LightRule(setting("light")) }
}
