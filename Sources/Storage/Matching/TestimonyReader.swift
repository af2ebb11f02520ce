import Engine
import Ledger

/// Reads from the journal what was said of projects: acts that were taken back were never done.
final class TestimonyReader {
  private let session: Session
  private let headers: EntryHeaders
  private var lists: [Int64: List] = [:]
  private let numbers: [Int64]
  /// By the entry that merged them, whether it was taken back or not.
  private let merges: [Int64: Entry.Merge]

  /// A list that an entry came from.
  fileprivate final class List {
    let source: Source
    let kind: Entry.Kind
    /// Whether its rows say again what their sender said before: one older than the newest does not, nor does
    /// what a person took from a list later.
    let saysAgain: Bool
    /// Whether it is the first of its sender for its month. A row of a later one that alters nothing may leave
    /// blank what the first one said.
    let isOfNewMonth: Bool
    /// Whether its sender had told of a later month before.
    let isLate: Bool
    lazy var repeated = source.outcomes?.repeated
    /// Its tables that the ledger had written: what they repeat is no word of their sender.
    let returned: Set<Int>

    init(_ source: Source, _ kind: Entry.Kind, newest: Period?, returned: Set<Int>) {
      self.source = source
      self.kind = kind
      self.returned = returned
      let order = source.month.flatMap { month in newest.map { ($0, month) } }
      saysAgain = kind == .import && (order.map { $0 <= $1 } ?? true)
      isOfNewMonth = source.month != nil && (order.map { $0 < $1 } ?? true)
      isLate = order.map { $0 > $1 } ?? false
    }

    /// Whether a row says again what its sender said before.
    func saysAgain(_ row: SourceRow?) -> Bool {
      saysAgain && !(row.map { returned.contains($0.table) } ?? false)
    }
  }

  /// Reads what was said up to an entry, as that entry left it.
  init(_ session: Session, through last: Int64 = .max) throws {
    self.session = session
    headers = try EntryTable.headers(session, through: last)
    // Which acts came from a list, or merged two projects?
    let entries = try session.rows(
      """
      SELECT \(EntryTable.columns)
      FROM entry
      WHERE (upload IS NOT NULL OR merged IS NOT NULL) AND number <= ?
      ORDER BY number
      """, .integer(last), read: EntryTable.entry)
    let returned = Dictionary(
      try NoteTable.texts(of: .returned, through: last, session).map { entry, text in
        (entry, Set(EntryNotes([.returned: text]).all(ReturnedTable.self).map(\.table)))
      }, uniquingKeysWith: { $1 })
    var merges: [Int64: Entry.Merge] = [:]
    for entry in entries {
      merges[entry.number] = entry.particulars.merge
      if let source = entry.source, !headers.isUndone(entry.number) {
        lists[entry.number] = List(
          source, entry.kind, newest: headers.newestMonth(before: entry.number),
          returned: returned[entry.number] ?? [])
      }
    }
    self.merges = merges
    numbers = lists.keys.sorted()
  }

  /// What was said of a project, up to an entry.
  func testimony(of project: ProjectID, through last: Int64 = .max) throws -> Testimony {
    try read(project, through: last).own.testimony
  }

  /// What was said of a project, and what was said of others that were merged into it for a time.
  private func read(
    _ project: ProjectID, through last: Int64
  ) throws -> (own: Reading, lent: Testimony) {
    var reading = Reading()
    var others = Reading()
    var lists = numbers.prefix { $0 <= last }[...]
    var lent = LentWords()
    func repeatLists(before end: Int64) {
      while let number = lists.first, number < end {
        lists.removeFirst()
        if let list = self.lists[number], list.isOfNewMonth,
          !lent.has(list.source.speaker, at: number), let row = list.repeated?[project],
          list.saysAgain(row)
        {
          reading.repeatToTheLetter(list.source, row, of: number)
        }
      }
    }
    for row in try ChangeTable.history(of: project, through: last, session) {
      repeatLists(before: row.entry)
      if lists.first == row.entry { lists.removeFirst() }
      guard let header = headers[row.entry] else { continue }
      if header.kind == .merge {
        lent.note(
          row.change, of: header, headers, standing: { reading.standing[$0] },
          said: { reading.names })
      }
      guard !headers.isUndone(row.entry), row.change.kind != .remove else { continue }
      if let merge = merges[row.entry], merge.project != project {
        reading.inherit(
          row.change, try testimony(of: merge.project, through: row.entry - 1), of: header)
      } else if let list = self.lists[row.entry] {
        if lent.take(row.change, of: row.entry, by: list.source.speaker) {
          reading.bring(row.change, list.source, of: header)
          others.say(row.change, list, of: header)
        } else {
          reading.say(row.change, list, of: header)
        }
      } else if row.change.inheritance.statements.isEmpty {
        reading.take(row.change, of: header)
      } else if let merge = merges[headers.root(of: row.entry)] {
        reading.bringBack(
          row.change, try read(merge.into, through: row.entry - 1).lent, of: header)
      } else {
        reading.keep(row.change, of: header)
      }
    }
    repeatLists(before: .max)
    return (reading, others.testimony)
  }
}

/// A testimony as it comes about, act by act.
private struct Reading {
  private(set) var testimony = Testimony()
  /// Every value that a key has had, with who brought it: an undo brings both back.
  private var brought: [FieldKey: [(value: Value, by: Testimony.Bringer)]] = [:]
  private(set) var standing: [FieldKey: Value] = [:]
  /// The last row of each sender's lists that says again what it said before.
  private var repeats: [String: (source: Source, row: SourceRow, entry: Int64)] = [:]

  /// The name that each sender called the project last.
  var names: [String: String?] {
    testimony.words.mapValues { words in
      if case .text(let name)? = words[FieldKey(.name)]?.value { name } else { nil }
    }
  }

  /// A row of a list that is about the project.
  mutating func say(_ change: Change, _ list: TestimonyReader.List, of entry: EntryHeader) {
    if list.saysAgain(change.row) { sayAgain(list.source, change.row, of: entry.number) }
    take(change, list.source, of: entry, isLate: list.isLate)
  }

  /// A row of a list whose words are another project's: what it altered it altered.
  mutating func bring(_ change: Change, _ source: Source, of entry: EntryHeader) {
    for field in change.fields {
      bring(
        field,
        by: Testimony.Bringer(
          sender: [.import, .answer].contains(entry.kind) ? source.speaker : nil,
          actor: entry.actor,
          entry: entry.number, row: change.row, raw: field.raw))
    }
  }

  /// A row of a list that altered something, or said it without effect.
  mutating func take(
    _ change: Change, _ source: Source, of header: EntryHeader, isLate: Bool
  ) {
    let (speaker, entry) = (source.speaker, header.number)
    let isDecision = header.kind == .decide
    bring(change, source, of: header)
    for field in change.fields {
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
    if isDecision { return noteTyped(change, for: source.month) }
    for field in change.fields {
      noteProgress(field.key, field.after, by: speaker, isLate: isLate)
    }
    for stated in change.stated {
      noteProgress(stated.key, stated.value, by: speaker, isLate: isLate)
    }
    noteProgress(of: source, change.row)
  }

  /// What its sender said before the row that is being read.
  private var before: [FieldKey: Testimony.Word] = [:]

  /// A row that says what its sender said before, and nothing else.
  mutating func repeatToTheLetter(_ source: Source, _ row: SourceRow, of entry: Int64) {
    sayAgain(source, row, of: entry)
    noteProgress(of: source, row)
  }

  /// Notes what a row's sender says by now of the works, for the month of its list, where the list tells of them;
  /// not what waits because a person put down something else.
  private mutating func noteProgress(of source: Source, _ row: SourceRow?) {
    let key = FieldKey(.progress)
    guard let month = source.month, let row, source.tables.indices.contains(row.table),
      source.tables[row.table].columns[key] != nil,
      let word = testimony.words[source.speaker]?[key], word.month == month,
      case .text(let text) = word.value
    else { return }
    if let bringer = testimony.bringers[key], bringer.sender == nil, standing[key] != word.value {
      return
    }
    testimony.progress.note(text, by: source.speaker, for: month)
  }

  /// Notes what a key of a month says of the works.
  private mutating func noteProgress(
    _ key: FieldKey, _ value: Value?, by speaker: String, isLate: Bool
  ) {
    guard key.field == .monthlyProgress, let month = key.period, case .text(let text)? = value
    else { return }
    testimony.progress.note(text, by: speaker, for: month, isLate: isLate)
  }

  /// Notes what a person puts down about the works.
  private mutating func noteTyped(_ change: Change, for month: Period?) {
    let months = change.fields.filter { $0.key.field == .monthlyProgress }
    for field in months {
      testimony.progress.note(typed: field.after?.plainText, for: field.key.period)
    }
    guard months.isEmpty, let field = change.fields.first(where: { $0.key == FieldKey(.progress) })
    else { return }
    testimony.progress.note(typed: field.after?.plainText, for: month)
  }

  /// A row about a project: what its columns say of it and its sender said before, it says again, in its own
  /// cells. Where one is blank, it is told beside it.
  mutating func sayAgain(_ source: Source, _ row: SourceRow?, of entry: Int64) {
    guard let row, source.tables.indices.contains(row.table) else { return }
    let speaker = source.speaker
    let columns = source.tables[row.table].columns
    repeats[speaker] = (source, row, entry)
    testimony.columns[speaker, default: []].formUnion(columns.keys)
    before = testimony.words[speaker] ?? [:]
    for key in before.keys where columns[key] != nil {
      testimony.words[speaker]?[key]?.month = source.month
      testimony.words[speaker]?[key]?.entry = entry
      testimony.words[speaker]?[key]?.row = row
    }
  }

  /// An act that no list stands behind.
  mutating func take(_ change: Change, of entry: EntryHeader) {
    let isUndo = entry.kind == .undo
    for field in change.fields {
      let earlier = isUndo ? brought[field.key]?.last { $0.value == field.after } : nil
      bring(field, by: earlier?.by ?? typed(entry))
    }
    if !isUndo { noteTyped(change, for: nil) }
  }

  /// A list was taken back whose sender says again what it said there: it is what it said last, where it said it again.
  mutating func keep(_ change: Change, of entry: EntryHeader) {
    take(change, of: entry)
    for (sender, said) in change.inheritance.statements {
      for word in said.entries {
        let again = repeats[sender].flatMap { list in
          list.source.tables[list.row.table].columns[word.key] == nil ? nil : list
        }
        testimony.words[sender, default: [:]][word.key] = Testimony.Word(
          value: word.value, raw: nil, month: again?.source.month,
          entry: again?.entry ?? entry.number, row: again?.row)
        if testimony.bringers[word.key] == nil {
          testimony.bringers[word.key] = Testimony.Bringer(
            sender: sender, actor: entry.actor, entry: again?.entry ?? entry.number,
            row: again?.row)
        }
      }
    }
  }

  /// The project is one of its own again: what lists said of it in between is said of it.
  mutating func bringBack(_ change: Change, _ lent: Testimony, of entry: EntryHeader) {
    take(change, of: entry)
    for field in change.fields {
      guard let bringer = lent.bringers[field.key],
        bringer.sender.flatMap({ change.inheritance.statements[$0]?[field.key] }) == field.after
      else { continue }
      testimony.bringers[field.key] = bringer
    }
    for (sender, said) in change.inheritance.statements {
      for word in said.entries {
        let known = lent.words[sender]?[word.key]
        testimony.words[sender, default: [:]][word.key] =
          known?.value == word.value
          ? known
          : Testimony.Word(value: word.value, raw: nil, month: nil, entry: entry.number, row: nil)
      }
    }
    for (sender, columns) in lent.columns {
      testimony.columns[sender, default: []].formUnion(columns)
    }
    testimony.progress.inherit(lent.progress)
  }

  /// A project was merged into this one: what was said of it is said of this one.
  mutating func inherit(_ change: Change, _ gone: Testimony, of entry: EntryHeader) {
    for field in change.fields {
      bring(field, by: gone.bringers[field.key] ?? typed(entry))
    }
    for (sender, said) in change.inheritance.statements {
      for known in said.entries where testimony.words[sender]?[known.key] == nil {
        testimony.words[sender, default: [:]][known.key] =
          gone.words[sender]?[known.key]
          ?? Testimony.Word(value: known.value, raw: nil, month: nil, entry: entry.number, row: nil)
      }
    }
    for (sender, columns) in gone.columns {
      testimony.columns[sender, default: []].formUnion(columns)
    }
    testimony.progress.inherit(gone.progress)
  }

  private func typed(_ entry: EntryHeader) -> Testimony.Bringer {
    Testimony.Bringer(sender: nil, actor: entry.actor, entry: entry.number)
  }

  private mutating func bring(_ field: FieldChange, by bringer: Testimony.Bringer) {
    standing[field.key] = field.after
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

extension Value {
  /// What a text says; nil of other values.
  fileprivate var plainText: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
