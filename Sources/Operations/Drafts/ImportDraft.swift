package import Foundation
package import Ledger

/// A received list that is not in the ledger yet, kept beside it until anyone writes or discards it.
package struct ImportDraft: Codable, Hashable, Sendable {
  /// The stage of a draft.
  package enum State: Codable, Hashable, Sendable {
    /// Its plan must be computed, for the first time or with new answers.
    case received
    /// Its plan has unanswered questions.
    case asking
    case planned
    /// It is being written against a revision of the ledger.
    case writing(after: Int64)
    case written(entry: Int64)
    case discarded

    /// Whether it is in a final state.
    package var isSettled: Bool {
      switch self {
      case .received, .asking, .planned, .writing: false
      case .written, .discarded: true
      }
    }
  }

  /// Who handled it, and when.
  package struct Touch: Codable, Hashable, Sendable {
    package let person: String
    package let at: Date
  }

  /// How the list is to be read and written.
  package struct Options: Codable, Hashable, Sendable {
    package var year: Int?
    package var sender: String?
    package var reason: String?
    /// Columns whose blank cells clear the ledger's values.
    package var clear: [String] = []
    /// Whether nothing is written if any row cannot be.
    package var isWhole = false

    package init() {}
  }

  /// A summary of its last plan.
  package struct Outline: Codable, Hashable, Sendable {
    package let sender: String
    package let year: Int
    package let asOfMonth: Int?
    /// The number of rows by the identifier of their action.
    package let rows: [String: Int]
    /// The number of unknown words and columns.
    package let words: Int
    /// The number of rows that may be an existing project.
    package let pairs: Int
  }

  /// The limits of one account's waiting lists, in number and bytes, to protect the disk.
  static let mostLists = 50
  static let mostBytes = 200 << 20

  /// The number of its folder.
  package internal(set) var number = 0
  /// The name of the ledger file: several ledgers may share a folder.
  let ledger: String
  /// The original file name of the list.
  package let name: String
  package let sha256: String
  package let bytes: Int
  package let received: Touch
  /// The last person who handled it, and who owns it now.
  package var last: Touch
  package var options = Options()
  /// The decisions about its words, rows and conflicts.
  package var answers = DecisionFile()
  /// The layout that a person specified, in the format of `RecipeFile`.
  package var layout: String?
  package internal(set) var outline: Outline?
  /// The fingerprint of the reviewed plan.
  package internal(set) var seen: String?
  /// The revision that the reviewed plan was computed against.
  var seenRevision: Int64?
  package internal(set) var state = State.received

  private enum CodingKeys: String, CodingKey {
    case ledger, name, sha256, bytes, received, last, options, answers, layout, outline, seen
    case seenRevision, state
  }

  init(ledger: String, name: String, sha256: String, bytes: Int, received: Touch) {
    self.ledger = ledger
    self.name = name
    self.sha256 = sha256
    self.bytes = bytes
    self.received = received
    last = received
  }

  /// Whether both lead to the same plan; the options for writing do not matter.
  package func saysSame(as other: ImportDraft) -> Bool {
    options.year == other.options.year && options.sender == other.options.sender
      && options.clear == other.options.clear && answers == other.answers && layout == other.layout
  }

  /// The number of days that an untouched draft is kept.
  package static let keptDays = 30
}
