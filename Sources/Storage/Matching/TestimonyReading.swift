import Ledger

/// The provenance of a project, built entry by entry.
struct TestimonyReading {
  private(set) var testimony = Provenance()
  /// Every earlier value of a key, with its setter: an undo restores both.
  private var brought: [FieldKey: [(value: Value, by: Provenance.Bringer)]] = [:]
  private(set) var standing: [FieldKey: Value] = [:]
  /// The last row of each sender's lists that repeats its statement.
  private var repeats: [String: (source: Source, row: SourceRow, entry: Int64)] = [:]

  /// The name that each sender used last for the project.
  var names: [String: String?] {
    testimony.words.mapValues { words in
      if case .text(let name)? = words[FieldKey(.name)]?.value { name } else { nil }
    }
  }

  /// Applies a row of a list on the project.
  mutating func say(_ change: Change, _ list: ProvenanceReader.List, of entry: EntryHeader) {
    if list.saysAgain(change.row) { sayAgain(list.source, change.row, of: entry.number) }
    take(change, list.source, of: entry, isLate: list.isLate)
  }

  /// Applies the changes of a row whose statements are about another project.
  mutating func bring(_ change: Change, _ source: Source, of entry: EntryHeader) {
    for field in change.fields {
      bring(
        field,
        by: Provenance.Bringer(
          sender: [.import, .answer].contains(entry.kind) ? source.speaker : nil,
          actor: entry.actor,
          entry: entry.number, row: change.row, raw: field.raw))
    }
  }

  /// Applies a row of a list with its changes and statements without effect.
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
        // A blank cell is no statement: the earlier one stays as it was.
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

  /// The sender's statements before the current row.
  private var before: [FieldKey: Provenance.Word] = [:]

  /// Applies a row that repeats its sender's statement without a change.
  mutating func repeatToTheLetter(_ source: Source, _ row: SourceRow, of entry: Int64) {
    sayAgain(source, row, of: entry)
    noteProgress(of: source, row)
  }

  /// Notes the current progress text of a row's sender for the month of its list, if the list has that column; not if
  /// the statement is pending because a person entered another text.
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

  /// Notes the progress text of one month.
  private mutating func noteProgress(
    _ key: FieldKey, _ value: Value?, by speaker: String, isLate: Bool
  ) {
    guard key.field == .monthlyProgress, let month = key.period, case .text(let text)? = value
    else { return }
    testimony.progress.note(text, by: speaker, for: month, isLate: isLate)
  }

  /// Notes the progress text that a person entered.
  private mutating func noteTyped(_ change: Change, for month: Period?) {
    let months = change.fields.filter { $0.key.field == .monthlyProgress }
    for field in months {
      testimony.progress.note(typed: field.after?.plainText, for: field.key.period)
    }
    guard months.isEmpty, let field = change.fields.first(where: { $0.key == FieldKey(.progress) })
    else { return }
    testimony.progress.note(typed: field.after?.plainText, for: month)
  }

  /// Marks the values of a row's columns that its sender had stated before as repeated, with the row's cells. Blank
  /// cells are restored from `before` afterwards.
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

  /// Applies an entry without a list.
  mutating func take(_ change: Change, of entry: EntryHeader) {
    let isUndo = entry.kind == .undo
    for field in change.fields {
      let earlier = isUndo ? brought[field.key]?.last { $0.value == field.after } : nil
      bring(field, by: earlier?.by ?? (isUndo ? speaker(of: field, entry) : nil) ?? typed(entry))
    }
    if !isUndo { noteTyped(change, for: nil) }
  }

  /// The sender whose last statement a value is that an undo restored; the latest if there are several.
  private func speaker(of field: FieldChange, _ entry: EntryHeader) -> Provenance.Bringer? {
    let said = testimony.words.compactMap { speaker, words in
      words[field.key].flatMap { $0.value == field.after ? (speaker, word: $0) : nil }
    }
    return said.max { ($0.word.entry, $0.0) < ($1.word.entry, $1.0) }.map { speaker, word in
      Provenance.Bringer(
        sender: speaker, actor: entry.actor, entry: word.entry, row: word.row, raw: word.raw)
    }
  }

  /// Applies the undo of a list whose sender repeats its statement in another one: the statement is kept, with the
  /// cells of the repetition.
  mutating func keep(_ change: Change, _ statements: [String: Record], of entry: EntryHeader) {
    take(change, of: entry)
    for (sender, said) in statements {
      for word in said.entries {
        let again = repeats[sender].flatMap { list in
          list.source.tables[list.row.table].columns[word.key] == nil ? nil : list
        }
        testimony.words[sender, default: [:]][word.key] = Provenance.Word(
          value: word.value, raw: nil, month: again?.source.month,
          entry: again?.entry ?? entry.number, row: again?.row)
        if testimony.bringers[word.key] == nil {
          testimony.bringers[word.key] = Provenance.Bringer(
            sender: sender, actor: entry.actor, entry: again?.entry ?? entry.number,
            row: again?.row)
        }
      }
    }
  }

  /// Applies the undo of a merge that restored this project: statements of lists on it in between become its own.
  mutating func bringBack(
    _ change: Change, _ statements: [String: Record], _ lent: Provenance, of entry: EntryHeader
  ) {
    take(change, of: entry)
    for field in change.fields {
      guard let bringer = lent.bringers[field.key],
        bringer.sender.flatMap({ change.inheritance.statements[$0]?[field.key] }) == field.after
      else { continue }
      testimony.bringers[field.key] = bringer
    }
    for (sender, said) in statements {
      for word in said.entries {
        let known = lent.words[sender]?[word.key]
        testimony.words[sender, default: [:]][word.key] =
          known?.value == word.value
          ? known
          : Provenance.Word(value: word.value, raw: nil, month: nil, entry: entry.number, row: nil)
      }
    }
    for (sender, columns) in lent.columns where statements[sender] != nil {
      testimony.columns[sender, default: []].formUnion(columns)
    }
    if !statements.isEmpty { testimony.progress.inherit(lent.progress) }
  }

  /// Applies a merge into this project: the statements on the merged one become its own.
  mutating func inherit(_ change: Change, _ gone: Provenance, of entry: EntryHeader) {
    for field in change.fields {
      bring(field, by: gone.bringers[field.key] ?? typed(entry))
    }
    for (sender, said) in change.inheritance.statements {
      for known in said.entries where testimony.words[sender]?[known.key] == nil {
        testimony.words[sender, default: [:]][known.key] =
          gone.words[sender]?[known.key]
          ?? Provenance.Word(
            value: known.value, raw: nil, month: nil, entry: entry.number, row: nil)
      }
    }
    for (sender, columns) in gone.columns {
      testimony.columns[sender, default: []].formUnion(columns)
    }
    testimony.progress.inherit(gone.progress)
  }

  private func typed(_ entry: EntryHeader) -> Provenance.Bringer {
    Provenance.Bringer(sender: nil, actor: entry.actor, entry: entry.number)
  }

  private mutating func bring(_ field: FieldChange, by bringer: Provenance.Bringer) {
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
  ) -> Provenance.Word {
    Provenance.Word(value: value, raw: raw, month: source.month, entry: entry, row: row)
  }
}

extension Value {
  /// The text of a text value; nil for other values.
  fileprivate var plainText: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
