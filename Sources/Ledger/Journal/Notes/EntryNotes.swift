/// The notes of an act, other than changes to projects and catalogue, by kind: rows of a list that a person
/// must decide, findings, unread parts. Stored with the entry and covered by its hash.
package struct EntryNotes: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Rows that a person must decide.
    case held
    /// Pending items that are settled.
    case settled
    /// Words that match no item or several.
    case words
    /// Columns that were not read.
    case columns
    /// Values on which list and ledger differ.
    case conflicts
    case findings
    /// Projects of the sender's earlier lists.
    case missing
    /// Pairs of projects that may be one.
    case pairs
    /// Rows and sheets without projects.
    case unread
    /// Statements of senders whose values a sender of higher rank overwrote.
    case overruled
    /// Values of a list that went another way than their cells have it, without a question.
    case asides
    /// What a list's columns were not like before.
    case layout
    /// Tables written by the ledger itself and returned by an office.
    case returned
  }

  /// The canonical text of each kind that is not empty.
  package private(set) var texts: [Kind: String] = [:]

  package init() {}

  /// Takes canonical texts.
  package init(_ texts: [Kind: String]) { self.texts = texts.filter { !$0.value.isEmpty } }

  package var isEmpty: Bool { texts.isEmpty }

  /// Replaces all lines of a kind.
  package mutating func set<Line: NoteLine>(_ lines: [Line]) {
    texts[Line.kind] = lines.isEmpty ? nil : NoteText.write(lines.lazy.map { $0.words })
  }

  /// The lines of a kind, in stored order.
  package func all<Line: NoteLine>(_: Line.Type = Line.self) -> [Line] {
    texts[Line.kind].map { text in NoteText.read(text).compactMap { Line(words: $0) } } ?? []
  }

  /// The number of lines of a kind.
  package func count(_ kind: Kind) -> Int {
    texts[kind].map { text in text.utf8.count { $0 == UInt8(ascii: "\n") } } ?? 0
  }

  /// Whether every line of a kind's text can be decoded.
  package static func isReadable(_ kind: Kind, _ text: String) -> Bool {
    let lines = NoteText.read(text)
    return !lines.isEmpty && lines.allSatisfy { kind.line.init(words: $0) != nil }
  }
}

/// A note, encoded as the words of a line.
package protocol NoteLine: Hashable, Sendable {
  static var kind: EntryNotes.Kind { get }
  var words: [String] { get }
  /// Decodes the words; nil if they are malformed.
  init?(words: [String])
}

extension EntryNotes.Kind {
  fileprivate var line: any NoteLine.Type {
    switch self {
    case .held: HeldRow.self
    case .settled: Settled.self
    case .words: UnresolvedTerm.self
    case .columns: UnreadColumn.self
    case .conflicts: OpenConflict.self
    case .findings: Finding.self
    case .missing: MissingProject.self
    case .pairs: DuplicateCandidate.self
    case .unread: UnreadRows.self
    case .overruled: OutrankedStatement.self
    case .asides: Aside.self
    case .layout: LayoutNote.self
    case .returned: RoundTrippedTable.self
    }
  }
}
