/// What an act says beside what it did to projects and catalogue, kind by kind: the rows of a list that wait
/// for a person, what was wrong in it, what was not read. The entry keeps it, and its hash covers it.
package struct EntryNotes: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Rows that wait for a person.
    case held
    /// What waited before and no longer does.
    case settled
    /// Words that name nothing, or several things.
    case words
    /// Columns that were not read.
    case columns
    /// Values that list and ledger disagree about.
    case conflicts
    case findings
    /// Projects that their sender listed before.
    case missing
    /// Projects that may be one.
    case pairs
    /// Rows and sheets that hold no projects.
    case unread
    /// What senders say against values that others, whose words count more, wrote over theirs.
    case overruled
    /// Values of a list that went another way than their cells have it, without a question.
    case asides
    /// What a list's columns were not like before.
    case layout
    /// Tables that the ledger wrote itself and an office sent back.
    case returned
  }

  /// The canonical text of each kind that has any.
  package private(set) var texts: [Kind: String] = [:]

  package init() {}

  /// Takes canonical texts.
  package init(_ texts: [Kind: String]) { self.texts = texts.filter { !$0.value.isEmpty } }

  package var isEmpty: Bool { texts.isEmpty }

  /// Sets all lines of a kind.
  package mutating func set<Line: NoteLine>(_ lines: [Line]) {
    texts[Line.kind] = lines.isEmpty ? nil : NoteText.write(lines.lazy.map(\.words))
  }

  /// The lines of a kind, in the order in which they were noted.
  package func all<Line: NoteLine>(_: Line.Type = Line.self) -> [Line] {
    texts[Line.kind].map { text in NoteText.read(text).compactMap { Line(words: $0) } } ?? []
  }

  /// How many lines a kind has.
  package func count(_ kind: Kind) -> Int {
    texts[kind].map { text in text.utf8.count { $0 == UInt8(ascii: "\n") } } ?? 0
  }

  /// Whether every line of a kind's text reads as one.
  package static func isReadable(_ kind: Kind, _ text: String) -> Bool {
    let lines = NoteText.read(text)
    return !lines.isEmpty && lines.allSatisfy { kind.line.init(words: $0) != nil }
  }
}

/// What is noted of one thing, as words of a line.
package protocol NoteLine: Hashable, Sendable {
  static var kind: EntryNotes.Kind { get }
  var words: [String] { get }
  /// Reads the words; nil when they are none of the kind's.
  init?(words: [String])
}

extension EntryNotes.Kind {
  fileprivate var line: any NoteLine.Type {
    switch self {
    case .held: HeldRow.self
    case .settled: Settled.self
    case .words: OpenWord.self
    case .columns: UnreadColumn.self
    case .conflicts: OpenConflict.self
    case .findings: Finding.self
    case .missing: MissingProject.self
    case .pairs: LikelyPair.self
    case .unread: UnreadRows.self
    case .overruled: OverruledWord.self
    case .asides: Aside.self
    case .layout: LayoutNote.self
    case .returned: ReturnedTable.self
    }
  }
}
