/// What was said of one project, by whom and for which month, and who brought the values that stand.
package struct Testimony: Sendable {
  /// What a sender said last of one key.
  package struct Word: Hashable, Sendable {
    package let value: Value
    /// The source's text where it says it otherwise.
    package let raw: String?
    /// The month that the list reaches which said it, or last said it again.
    package var month: Period?
    package var entry: Int64
    /// Nil where it came with a project merged into this one.
    package var row: SourceRow?

    package init(value: Value, raw: String?, month: Period?, entry: Int64, row: SourceRow?) {
      self.value = value
      self.raw = raw
      self.month = month
      self.entry = entry
      self.row = row
    }
  }

  /// Who made a value what it is.
  package struct Bringer: Hashable, Sendable {
    /// The sender of the list it came with; nil where somebody typed it, or took it over.
    package let sender: String?
    /// Who did it, as their entry names them.
    package let actor: String
    package let entry: Int64
    package let row: SourceRow?
    package let raw: String?

    package init(
      sender: String?, actor: String, entry: Int64, row: SourceRow? = nil, raw: String? = nil
    ) {
      self.sender = sender
      self.actor = actor
      self.entry = entry
      self.row = row
      self.raw = raw
    }
  }

  /// By sender, as `Speaker` names them, and key.
  package var words: [String: [FieldKey: Word]] = [:]
  package var bringers: [FieldKey: Bringer] = [:]
  /// The columns that each sender's lists had for the project, filled or blank.
  package var columns: [String: Set<FieldKey>] = [:]
  /// 形象进度 as it was reported for months.
  package var progress = ReportedProgress()

  package init() {}

  /// The senders behind a value that stands: those that say it, and the one that brought it. None where a
  /// person stands there.
  package func supporters(of value: Value, _ key: FieldKey, besides own: String? = nil) -> [String]
  {
    let bringer = bringers[key]
    let isOwn =
      own.map { bringer?.sender == $0 || words[$0]?[key]?.value.saysSame(as: value) ?? false }
      ?? false
    if bringer?.sender == nil, !isOwn { return [] }
    var senders = Set(self.senders(of: value, key))
    if let sender = bringer?.sender { senders.insert(sender) }
    if let own { senders.remove(own) }
    return senders.sorted()
  }

  /// The senders whose last word about a key is a value.
  package func senders(of value: Value, _ key: FieldKey) -> [String] {
    words.filter { $0.value[key]?.value.saysSame(as: value) ?? false }.keys.sorted()
  }
}
