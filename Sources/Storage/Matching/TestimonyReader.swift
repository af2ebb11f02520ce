import Engine
import Ledger

/// Reads from the journal what was said of projects: acts that were taken back were never done.
final class TestimonyReader {
  private let session: Session
  private let headers: EntryHeaders
  private var lists: [Int64: List] = [:]
  private let numbers: [Int64]
  /// By the entry that merged it: the project that went.
  private let merged: [Int64: ProjectID]

  /// A list that an entry came from.
  private final class List {
    let source: Source
    let kind: Entry.Kind
    /// Whether its rows say again what their sender said before: one older than the newest does not, nor does
    /// what a person took from a list later.
    let saysAgain: Bool
    lazy var repeated = source.outcomes?.repeated

    init(_ source: Source, _ kind: Entry.Kind, isOlder: Bool) {
      self.source = source
      self.kind = kind
      saysAgain = kind == .import && !isOlder
    }
  }

  init(_ session: Session) throws {
    self.session = session
    headers = try EntryTable.headers(session)
    // Which acts came from a list, or merged two projects?
    let entries = try session.rows(
      """
      SELECT \(EntryTable.columns)
      FROM entry
      WHERE upload IS NOT NULL OR merged IS NOT NULL
      ORDER BY number
      """, read: EntryTable.entry)
    var merged: [Int64: ProjectID] = [:]
    for entry in entries where !headers.isUndone(entry.number) {
      if let source = entry.source {
        let isOlder = headers.wasOlder(entry.number)
        lists[entry.number] = List(source, entry.kind, isOlder: isOlder)
      }
      merged[entry.number] = entry.particulars.merge?.project
    }
    self.merged = merged
    numbers = lists.keys.sorted()
  }

  /// What was said of a project, up to an entry.
  func testimony(of project: ProjectID, through last: Int64 = .max) throws -> Testimony {
    var reading = Reading()
    var lists = numbers.prefix { $0 <= last }[...]
    func repeatLists(before end: Int64) {
      while let number = lists.first, number < end {
        lists.removeFirst()
        if let list = self.lists[number], list.saysAgain, let row = list.repeated?[project] {
          reading.repeatToTheLetter(list.source, row)
        }
      }
    }
    for row in try ChangeTable.history(of: project, through: last, session) {
      repeatLists(before: row.entry)
      if lists.first == row.entry { lists.removeFirst() }
      guard let header = headers[row.entry], !headers.isUndone(row.entry),
        row.change.kind != .remove
      else { continue }
      if let gone = merged[row.entry], gone != project {
        reading.inherit(
          row.change, try testimony(of: gone, through: row.entry - 1), of: row.entry)
      } else if let list = self.lists[row.entry] {
        if list.saysAgain { reading.sayAgain(list.source, row.change.row, at: row.entry) }
        reading.take(row.change, list.source, isPerson: list.kind != .import, of: row.entry)
      } else {
        reading.take(row.change, isUndo: header.kind == .undo, of: row.entry)
      }
    }
    repeatLists(before: .max)
    return reading.testimony
  }
}

/// A testimony as it comes about, act by act.
private struct Reading {
  private(set) var testimony = Testimony()
  /// Every value that a key has had, with who brought it: an undo brings both back.
  private var brought: [FieldKey: [(value: Value, by: Testimony.Bringer)]] = [:]

  /// A row of a list that altered something, or said it without effect.
  mutating func take(_ change: Change, _ source: Source, isPerson: Bool, of entry: Int64) {
    let speaker = source.speaker
    for field in change.fields {
      bring(
        field,
        by: Testimony.Bringer(
          sender: isPerson ? nil : speaker, entry: entry, row: change.row, raw: field.raw))
      testimony.words[speaker, default: [:]][field.key] = field.after.map {
        word($0, field.raw, source, change.row, entry)
      }
    }
    for stated in change.stated {
      if let value = stated.value {
        testimony.words[speaker, default: [:]][stated.key] = word(
          value, stated.raw, source, change.row, entry)
      } else if let word = before[stated.key] {
        // A blank cell is no word: what was said stands as it was said.
        testimony.words[speaker]?[stated.key] = word
      }
    }
  }

  /// What its sender said before the row that is being read.
  private var before: [FieldKey: Testimony.Word] = [:]

  /// A row that says what its sender said before, and nothing else.
  mutating func repeatToTheLetter(_ source: Source, _ row: SourceRow) {
    sayAgain(source, row, at: nil)
    let progress = FieldKey(.progress)
    guard let month = source.month, source.tables.indices.contains(row.table),
      source.tables[row.table].columns[progress] != nil,
      case .text(let text)? = testimony.words[source.speaker]?[progress]?.value
    else { return }
    testimony.repeatedProgress[month] = text
  }

  /// A row about a project: what its columns say of it and its sender said before, it says again; where a
  /// blank would be told beside it, in its own cells.
  mutating func sayAgain(_ source: Source, _ row: SourceRow?, at entry: Int64?) {
    guard let row, source.tables.indices.contains(row.table) else { return }
    let speaker = source.speaker
    let columns = source.tables[row.table].columns
    testimony.columns[speaker, default: []].formUnion(columns.keys)
    before = testimony.words[speaker] ?? [:]
    for key in before.keys where columns[key] != nil {
      testimony.words[speaker]?[key]?.month = source.month
      guard let entry else { continue }
      testimony.words[speaker]?[key]?.entry = entry
      testimony.words[speaker]?[key]?.row = row
    }
  }

  /// An act that no list stands behind.
  mutating func take(_ change: Change, isUndo: Bool, of entry: Int64) {
    for field in change.fields {
      let earlier = isUndo ? brought[field.key]?.last { $0.value == field.after } : nil
      bring(field, by: earlier?.by ?? Testimony.Bringer(sender: nil, entry: entry))
    }
  }

  /// A project was merged into this one: what was said of it is said of this one.
  mutating func inherit(_ change: Change, _ gone: Testimony, of entry: Int64) {
    for field in change.fields {
      bring(field, by: gone.bringers[field.key] ?? Testimony.Bringer(sender: nil, entry: entry))
    }
    for (sender, said) in change.inheritance.statements {
      for known in said.entries where testimony.words[sender]?[known.key] == nil {
        testimony.words[sender, default: [:]][known.key] =
          gone.words[sender]?[known.key]
          ?? Testimony.Word(value: known.value, raw: nil, month: nil, entry: entry, row: nil)
      }
    }
    for (sender, columns) in gone.columns {
      testimony.columns[sender, default: []].formUnion(columns)
    }
  }

  private mutating func bring(_ field: FieldChange, by bringer: Testimony.Bringer) {
    guard let value = field.after else {
      testimony.bringers[field.key] = nil
      return
    }
    testimony.bringers[field.key] = bringer
    brought[field.key, default: []].append((value, bringer))
  }

  private func word(
    _ value: Value, _ raw: String?, _ source: Source, _ row: SourceRow?, _ entry: Int64
  ) -> Testimony.Word {
    Testimony.Word(value: value, raw: raw, month: source.month, entry: entry, row: row)
  }
}
