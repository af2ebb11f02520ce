/// A pending item that is settled.
package struct Settled: NoteLine {
  package static let kind = EntryNotes.Kind.settled

  /// The result.
  package enum Answer: Hashable, Sendable {
    /// The row is this project.
    case project(ProjectID)
    /// The row is a new project.
    case new
    /// A person has seen it, and nothing is written.
    case left
    /// A later list of the same sender repeats or changes it.
    case replaced
  }

  /// The identifier of the pending item.
  package let id: PendingID
  package let answer: Answer

  package init(_ id: PendingID, _ answer: Answer) {
    self.id = id
    self.answer = answer
  }

  package init?(words: [String]) {
    guard words.count == 2, let id = PendingID(words[0]) else { return nil }
    self.id = id
    switch words[1] {
    case "new": answer = .new
    case "left": answer = .left
    case "replaced": answer = .replaced
    default:
      guard let project = ProjectID(words[1]) else { return nil }
      answer = .project(project)
    }
  }

  package var words: [String] {
    let answer =
      switch answer {
      case .project(let project): String(project)
      case .new: "new"
      case .left: "left"
      case .replaced: "replaced"
      }
    return [id.text, answer]
  }
}
