package import Foundation
package import Ledger

/// A list on its way into the ledger: kept beside it until somebody writes or discards it, whoever that is.
package struct ImportDraft: Codable, Hashable, Sendable {
  /// How far it is.
  package enum State: Codable, Hashable, Sendable {
    /// Its plan is to be made, for the first time or with what was answered.
    case received
    /// Its plan asks something that nobody has answered.
    case asking
    case planned
    /// It is being written against a revision of the ledger.
    case writing(after: Int64)
    case written(entry: Int64)
    case discarded

    /// Whether nothing more becomes of it.
    package var isSettled: Bool {
      switch self {
      case .received, .asking, .planned, .writing: false
      case .written, .discarded: true
      }
    }
  }

  /// Who did something with it, and when.
  package struct Touch: Codable, Hashable, Sendable {
    package let person: String
    package let at: Date
  }

  /// How the list is to be read and written.
  package struct Options: Codable, Hashable, Sendable {
    package var year: Int?
    package var sender: String?
    package var reason: String?
    /// Columns whose blank cells clear what the ledger holds.
    package var clear: [String] = []
    /// Whether nothing is written where a row cannot be.
    package var isWhole = false

    package init() {}
  }

  /// What its last plan came to.
  package struct Outline: Codable, Hashable, Sendable {
    package let sender: String
    package let year: Int
    package let asOfMonth: Int?
    /// Rows by what would become of them, under the identifier of the action.
    package let rows: [String: Int]
    /// Words and columns that nobody knows.
    package let words: Int
    /// Rows that may be a project that is there.
    package let pairs: Int
  }

  /// How many lists of one account wait at most, and how many bytes of them, so that nobody fills the disk.
  static let mostLists = 50
  static let mostBytes = 200 << 20

  /// What it goes by.
  package internal(set) var number = 0
  /// The name of the ledger's file: several may share a folder.
  let ledger: String
  /// What the list was called where it came from.
  package let name: String
  package let sha256: String
  package let bytes: Int
  package let received: Touch
  /// Who did something with it last: it is theirs.
  package var last: Touch
  package var options = Options()
  /// What a person decided about its words, rows and conflicts.
  package var answers = DecisionFile()
  /// What a person told about its layout, as the file that `RecipeFile` reads.
  package var layout: String?
  package internal(set) var outline: Outline?
  /// The fingerprint of the plan that was looked at.
  package internal(set) var seen: String?
  /// The revision that plan was made against.
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

  /// Whether both would come to the same plan: what is said when it is written shapes none.
  package func saysSame(as other: ImportDraft) -> Bool {
    options.year == other.options.year && options.sender == other.options.sender
      && options.clear == other.options.clear && answers == other.answers && layout == other.layout
  }

  /// Days for which a draft is kept after somebody did something with it.
  package static let keptDays = 30
}
