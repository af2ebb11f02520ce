package import Intake
package import Ledger
import Machine

/// A sender's last statements about projects, as one digest per project.
package struct LastRowDigests: Sendable {
  /// The projects in ascending order, and their digests.
  private let projects: [ProjectID]
  private let digests: [UInt64]
  private let byDigest: HashIndex
  /// The last statements of other lists without a sender. Whether they have the same sender is unknown, but a row
  /// identical to one of theirs states nothing new.
  private let alike: [LastRowDigests]

  /// Takes projects in ascending order, with digests.
  package init(
    _ digests: [(project: ProjectID, digest: UInt64)] = [],
    alike: [[(project: ProjectID, digest: UInt64)]] = []
  ) {
    self.alike = alike.map { LastRowDigests($0) }
    var projects: [ProjectID] = []
    var values: [UInt64] = []
    for (project, digest) in digests {
      projects.append(project)
      values.append(digest)
    }
    self.projects = projects
    self.digests = values
    byDigest = HashIndex(values.count) { values[$0] }
  }

  /// Whether the sender reported a project.
  func names(_ project: ProjectID) -> Bool { position(of: project) != nil }

  private func position(of project: ProjectID) -> Int? { projects.position(of: project) }

  /// The one project for which a row is identical to the sender's last statement; nil if there is none or more than
  /// one.
  func project(saidAgainBy row: ParsedRow) -> ProjectID? {
    let places = byDigest.all(of: row.digest) { _ in true }
    if places.count == 1 { return projects[places[0]] }
    return places.isEmpty ? alike.lazy.compactMap { $0.project(saidAgainBy: row) }.first : nil
  }

  /// The projects that the sender reported and no match names, in the order of their numbers.
  package func missing(among matches: [Matcher.Match]) -> [ProjectID] {
    var isNamed = Array(repeating: false, count: projects.count)
    for match in matches {
      if let position = match.project.flatMap(position) { isNamed[position] = true }
    }
    return projects.indices.filter { !isNamed[$0] }.map { projects[$0] }
  }

  /// Whether a row is identical to the sender's last statement about a project.
  package func isRepeated(by row: ParsedRow, of project: ProjectID) -> Bool {
    position(of: project).map { digests[$0] == row.digest } ?? false
      || alike.contains { $0.isRepeated(by: row, of: project) }
  }
}

extension RandomAccessCollection where Element == ProjectID, Index == Int {
  /// The position of a number among ascending numbers, which have few gaps.
  func position(of project: ProjectID) -> Int? {
    guard let first, project >= first else { return nil }
    // Without gaps it is at this position, with gaps before it.
    let last = startIndex + Swift.min(Int(clamping: project - first), count - 1)
    if self[last] == project { return last }
    let place = (startIndex..<last).first(from: { self[$0] >= project })
    return self[place] == project ? place : nil
  }
}
