import Intake
import Ledger
import Spreadsheet

/// The comparison of a row value by value: the previous value, the ledger's current one, the list's, and who supports
/// the ledger's.
struct Comparison {
  /// The compared sides, and the data to weigh them.
  struct Sides {
    let project: ProjectID
    /// The ledger's values.
    let record: Record
    let before: Before
    /// The sender's last statement.
    let said: Record
    let name: RowName
    let voice: Voice
    /// Whether no other sender ever reported the project.
    let isAlone: Bool
    /// All statements about the project; nil until they are needed.
    let testimony: Provenance?
    /// Whether an earlier list of the sender reported the project for this month.
    let isReported: Bool
  }

  /// The third side of the comparison.
  enum Before {
    /// The sender's last statement, in which many values are missing.
    case said
    /// The whole record as of the export of a 核对表: a missing value was a blank cell.
    case exported(Record)
  }

  let sides: Sides
  private(set) var changes: [FieldChange] = []
  private(set) var conflicts: [PlannedRow.Conflict] = []
  private(set) var stated: [Stated] = []
  /// Keys whose value a person changed while the list repeats its statement.
  private(set) var kept: [FieldKey] = []
  /// Keys whose new statement equals the ledger's value.
  private(set) var agreed: [FieldKey] = []
  /// Values that go another way than their cells have it, without a question.
  private(set) var asides: [PlannedRow.Aside] = []
  /// What others say, whose words count less, against values that the list writes.
  private(set) var overruled: [OutrankedStatement] = []
  /// Whether the statements of others about the project are needed to decide.
  private(set) var isUndecided = false
  private let settle: (PlannedRow.Conflict) -> Settlement.Choice?

  init(_ sides: Sides, settle: @escaping (PlannedRow.Conflict) -> Settlement.Choice?) {
    self.sides = sides
    self.settle = settle
  }

  private var record: Record { sides.record }

  /// Compares a value of the list.
  mutating func add(_ value: ParsedValue) {
    let key = value.key
    // A text shortened by a book is not a statement of the sender.
    if case .text(let text) = value.value, TruncatedText.isShortened(text) { return }
    if key.field == .name, sides.name.standsBeside(value.value) { return addName(value) }
    if case .list(let names) = value.value, key.field == .otherNames {
      if case .said = sides.before { state(value) }
      return addNames(names)
    }
    let ledger = record[key]
    let earlier = earlier(key)
    if let earlier, earlier.saysSame(as: value.value) { return repeats(value, earlier) }
    if let ledger, value.value.agrees(with: ledger) || key.field == .registers {
      if case .said = sides.before { state(value) }
      if let earlier, !earlier.agrees(with: ledger) { agreed.append(key) }
      return
    }
    guard let ledger else { return earlier == nil ? change(value) : hold(value, .person) }
    if case .exported = sides.before, hasMoved(key, from: earlier) { return hold(value, .person) }
    weigh(value, against: ledger)
  }

  /// A repeated statement changes nothing, whatever the ledger holds now.
  private mutating func repeats(_ value: ParsedValue, _ earlier: Value) {
    sayProgressAgain(value)
    guard hasMoved(value.key, from: earlier) else { return }
    // A question left open by the first statement may be settled although this one only repeats it.
    if settle(conflict(value, .person)) == nil {
      kept.append(value.key)
    } else {
      hold(value, .person)
    }
  }

  /// Progress text that stays the same from month to month counts as reported for each month.
  private mutating func sayProgressAgain(_ value: ParsedValue) {
    guard value.key.field == .progress, case .said = sides.before, !sides.isReported,
      let month = sides.voice.month
    else { return }
    let key = FieldKey(.monthlyProgress, month)
    if sides.said[key] == nil, record[key] == nil {
      stated.append(Stated(key: key, value: value.value, raw: value.raw))
    }
  }

  /// Decides about a differing value by who supports the ledger's.
  private mutating func weigh(_ value: ParsedValue, against ledger: Value) {
    let key = value.key
    if sides.isAlone, !sides.voice.isUnnamed, case .said = sides.before,
      sides.said[key]?.saysSame(as: ledger) ?? false
    {
      return change(value)
    }
    guard let testimony = sides.testimony else {
      isUndecided = true
      return
    }
    let own = sides.voice.rank(about: key, record, against: testimony)
    switch Standing(of: ledger, key, testimony, record, besides: sides.voice) {
    // Its last statement was a different one: made under the name of a merged project, or held.
    case .own:
      if hasMoved(key, from: earlier(key)) { return hold(value, .person) }
      // A list without a sender may be another office's than the one by its name before: the later month counts.
      if sides.voice.isUnnamed {
        let speaker = sides.voice.speaker
        let month = testimony.words[speaker]?[key]?.month
        if let month, sides.voice.isOlder(than: month) {
          return setAside(.outdated, value, [speaker], month, ledger)
        }
        if !(month.map { sides.voice.isNewer(than: $0) } ?? false) {
          setAside(.equals, value, [speaker], month, ledger)
        }
      }
      change(value)
      overrule(value, testimony)
    case .person:
      if case .exported = sides.before { return change(value) }
      // A hand edit wins, whether or not the sender stated the field before. A value typed for a unit has the unit's
      // rank against a sender that never had a column for it.
      let wasAsked = testimony.columns[sides.voice.speaker]?.contains(key) ?? false
      if sides.said[key] == nil, !wasAsked, sides.voice.outweighsTyped(key, record, testimony) {
        change(value)
      } else {
        hold(value, .person)
      }
    case .senders(let senders, let rank, let month):
      if own > rank { return hold(value, .senders(senders)) }
      if own == rank, let month, sides.voice.isOlder(than: month) {
        state(value)
        return setAside(.outdated, value, senders, month, ledger)
      }
      if own == rank, !(month.map { sides.voice.isNewer(than: $0) } ?? false) {
        setAside(.equals, value, senders, month, ledger)
      }
      change(value)
      overrule(value, testimony)
    }
  }

  private mutating func setAside(
    _ reason: Aside.Reason, _ value: ParsedValue, _ senders: [String], _ month: Period?,
    _ ledger: Value
  ) {
    asides.append(
      PlannedRow.Aside(
        key: value.key, reason: reason, list: value.value, ledger: ledger, senders: senders,
        month: month))
  }

  /// Notes who of lower rank says something else: it waits for a person as it would had the list come first.
  private mutating func overrule(_ value: ParsedValue, _ testimony: Provenance) {
    let speakers = sides.voice.outranks(about: value.key, saying: value.value, testimony, record)
    overruled += speakers.map {
      OutrankedStatement(project: sides.project, key: value.key, speaker: $0)
    }
  }

  private mutating func change(_ value: ParsedValue) {
    changes.append(
      FieldChange(
        key: value.key, before: record[value.key], after: value.value, raw: value.raw))
  }

  /// Keeps the ledger's value unless a person chose otherwise.
  private mutating func hold(_ value: ParsedValue, _ against: PlannedRow.Conflict.Side) {
    let key = value.key
    var conflict = conflict(value, against)
    let choice = settle(conflict)
    conflict.settlement = choice
    conflicts.append(conflict)
    if choice != .list { state(value) }
    if let after = choice?.value(list: value.value), after != conflict.ledger {
      let raw = choice == .list ? value.raw : nil
      changes.append(FieldChange(key: key, before: conflict.ledger, after: after, raw: raw))
    }
  }

  private func conflict(
    _ value: ParsedValue, _ against: PlannedRow.Conflict.Side
  ) -> PlannedRow.Conflict {
    PlannedRow.Conflict(
      key: value.key, base: earlier(value.key), ledger: record[value.key], list: value.value,
      against: against)
  }

  /// Keeps the project's name, and adds this one as another name.
  private mutating func addName(_ value: ParsedValue) {
    if case .said = sides.before { state(value) }
    guard case .text(let text) = value.value else { return }
    addNames([text])
  }

  private mutating func addNames(_ names: [String]) {
    if let after = sides.name.others(with: names) { setOtherNames(after) }
  }

  /// Records the name under which a row reports a surviving project of a merge, if it states anything else: when the
  /// merge is undone, the name decides whose statement it was.
  mutating func noteName(_ name: ParsedValue?, lastCalled: Value?) {
    guard case .said = sides.before, let name, lastCalled?.saysSame(as: name.value) != true,
      !changes.isEmpty || !stated.isEmpty,
      !changes.contains(where: { $0.key == name.key }),
      !stated.contains(where: { $0.key == name.key })
    else { return }
    stated.append(Stated(key: name.key, value: name.value, raw: name.raw))
  }

  private mutating func setOtherNames(_ names: Value) {
    let key = FieldKey(.otherNames)
    changes.removeAll { $0.key == key }
    changes.append(FieldChange(key: key, before: record[key], after: names))
  }

  /// Keeps the former name of a renamed project as one of its other names.
  mutating func keepFormerName() {
    guard case .text(let name)? = changes.first(where: { $0.key == FieldKey(.name) })?.after else {
      return
    }
    var others = record.otherNames
    if case .list(let names)? = changes.first(where: { $0.key == FieldKey(.otherNames) })?.after {
      others = names
    }
    if let after = FormerName.others(others, of: record, renamed: name) { setOtherNames(after) }
  }

  /// Compares a value of a list older than the sender's newest: only figures of its own periods that the sender has not
  /// stated since. They have the weight they would have had in time.
  mutating func addOlder(_ value: ParsedValue) {
    guard let value = figureOfItsPeriod(value), sides.said[value.key] == nil,
      !changes.contains(where: { $0.key == value.key })
    else { return }
    guard let ledger = record[value.key] else { return change(value) }
    if value.value.agrees(with: ledger) { return state(value) }
    weighOlder(value, against: ledger)
  }

  /// The figure of an older list for its own period: progress of works for its month, a year's sum up to that month.
  /// Nil for values about the present.
  private func figureOfItsPeriod(_ value: ParsedValue) -> ParsedValue? {
    guard let month = sides.voice.month else { return nil }
    var key = value.key
    if key.field == .progress {
      if sides.isReported { return nil }
      key = FieldKey(.monthlyProgress, month)
    } else if key.needsReach, record[key] != nil, key.period?.year == month.year {
      // The year's sum as of that month is the sum of its months.
      guard let months = Period.months(Int(month.year), 1, Int(month.lastMonth)) else { return nil }
      key = FieldKey(key.field, months)
    }
    if key.period == nil { return nil }
    return ParsedValue(
      key: key, value: value.value, column: value.column, cellRow: value.cellRow, raw: value.raw)
  }

  /// Weighs an older statement: it overrides lower ranks, waits against higher ones, and leaves what a person or a
  /// sender of its own rank stated since.
  private mutating func weighOlder(_ value: ParsedValue, against ledger: Value) {
    guard let testimony = sides.testimony else {
      if sides.isAlone { state(value) } else { isUndecided = true }
      return
    }
    let standing = Standing(of: ledger, value.key, testimony, record, besides: sides.voice)
    guard case .senders(let senders, let rank, _) = standing else { return state(value) }
    let own = sides.voice.rank(about: value.key, record, against: testimony)
    if own > rank {
      hold(value, .senders(senders))
    } else if own < rank {
      change(value)
      overrule(value, testimony)
    } else {
      state(value)
    }
  }

  /// Applies a cell that clears the previous value.
  mutating func clear(_ key: FieldKey) {
    guard let ledger = record[key] else { return }
    guard let earlier = earlier(key) else {
      // Who never told a value does not clear it.
      return asides.append(
        PlannedRow.Aside(
          key: key, reason: .blank, list: nil, ledger: ledger, senders: [], month: nil))
    }
    func hold(_ against: PlannedRow.Conflict.Side) {
      conflicts.append(
        PlannedRow.Conflict(
          key: key, base: earlier, ledger: ledger, list: nil, against: against))
    }
    if hasMoved(key, from: earlier) { return hold(.person) }
    if !sides.isAlone {
      guard let testimony = sides.testimony else {
        isUndecided = true
        return
      }
      // A sender that may not overwrite a value may not clear it.
      if case .senders(let senders, let rank, _) = Standing(
        of: ledger, key, testimony, record, besides: sides.voice),
        sides.voice.rank(about: key, record, against: testimony) > rank
      {
        return hold(.senders(senders))
      }
    }
    changes.append(FieldChange(key: key, before: ledger, after: nil))
  }

  /// Records the columns that a row leaves blank although its sender filled them before: if it states anything else,
  /// or if the list is the first of its month, which would otherwise count as repeating all values.
  mutating func noteBlanks(in row: ParsedRow, columns: Set<FieldKey>) {
    guard case .said = sides.before,
      !changes.isEmpty || !stated.isEmpty || sides.voice.isNewMonth
    else { return }
    for entry in sides.said.entries where columns.contains(entry.key) && row[entry.key] == nil {
      if changes.contains(where: { $0.key == entry.key }) { continue }
      stated.append(Stated(key: entry.key, value: nil))
    }
  }

  private func earlier(_ key: FieldKey) -> Value? {
    switch sides.before {
    case .said: sides.said[key]
    case .exported(let record): record[key]
    }
  }

  /// Whether the ledger's value differs from the earlier one.
  private func hasMoved(_ key: FieldKey, from earlier: Value?) -> Bool {
    switch (earlier, record[key]) {
    case (let earlier?, let ledger?): return !earlier.agrees(with: ledger)
    case (.some, nil): return true
    case (nil, .some):
      // A sender without an earlier statement defends none; a 核对表 showed a blank.
      if case .exported = sides.before { return true }
      return false
    case (nil, nil): return false
    }
  }

  private mutating func state(_ value: ParsedValue) {
    if sides.said[value.key].map({ $0.saysSame(as: value.value) }) == true { return }
    stated.append(Stated(key: value.key, value: value.value, raw: value.raw))
  }
}
