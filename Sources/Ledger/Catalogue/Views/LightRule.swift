/// The rule for a project's light: the share of the year's plan done against the year elapsed.
package struct LightRule: Hashable, Sendable {
  /// A light, shown as a word beside its colour. In order from good to bad; 未报, unknown, comes
  /// last.
  package enum Light: String, Hashable, Sendable, CaseIterable, Comparable {
    case normal
    case lagging
    case serious
    /// The year has a plan, and nothing is reported.
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

    /// The word unless the rule sets another.
    fileprivate var usualWord: String {
      switch self {
      case .normal: "正常"
      case .lagging: "滞后"
      case .serious: "严重滞后"
      case .unreported: "未报"
      }
    }
  }

  /// The minimum difference in percentage points for 正常.
  package let normalAtLeast: Int
  /// The minimum difference for 滞后; below it is 严重滞后.
  package let laggingAtLeast: Int
  /// Whether an overdue milestone, planned start or planned finish alone makes 严重滞后.
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

  /// The worst of the lights from the difference in percentage points, if known, from something overdue,
  /// and from an open problem. Without any of these, a plan without a report is 未报. Nil if there is
  /// nothing to judge.
  package func light(
    difference: Double?, isOverdue: Bool, hasOpenProblem: Bool, isUnreported: Bool
  ) -> Light? {
    let lights = [
      difference.map(light), isOverdue && overdueIsSerious ? .serious : nil,
      hasOpenProblem && openProblem != .normal ? openProblem : nil,
    ]
    return lights.compactMap { $0 }.max() ?? (isUnreported ? .unreported : nil)
  }

  /// The percentage points by which a share of the year's plan is ahead of the year elapsed.
  package static func difference(rate: Double, month: Int) -> Double {
    (rate - Double(month) / 12) * 100
  }

  /// The month whose share of the year a sum done is compared with: the one that it reaches, if it is earlier.
  package static func monthElapsed(in month: Int, reach: Int?) -> Int { min(reach ?? month, month) }

  private func light(_ difference: Double) -> Light {
    if difference >= Double(normalAtLeast) { return .normal }
    return difference >= Double(laggingAtLeast) ? .lagging : .serious
  }

  /// The word of a light.
  package func word(_ light: Light) -> String { names[light.rawValue]?.text ?? light.usualWord }
}

extension Catalogue {
  /// The current rule for lights.
  package var lightRule: LightRule { LightRule(setting("light")) }
}
