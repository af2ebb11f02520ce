/// The statements about one project, by sender and month, and who set the current values.
package struct Provenance: Sendable {
  /// A sender's last statement about one key.
  package struct Word: Hashable, Sendable {
    package let value: Value
    /// The source's text, if it differs.
    package let raw: String?
    /// The last month of the list that stated or repeated it.
    package var month: Period?
    package var entry: Int64
    /// Nil if it came with a project merged into this one.
    package var row: SourceRow?

    package init(value: Value, raw: String?, month: Period?, entry: Int64, row: SourceRow?) {
      self.value = value
      self.raw = raw
      self.month = month
      self.entry = entry
      self.row = row
    }
  }

  /// The person or sender who set a value.
  package struct Bringer: Hashable, Sendable {
    /// The sender of the list it came with; nil if a person typed it or chose it.
    package let sender: String?
    /// The person, as named in their entry.
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

  /// The statements by sender, as `Speaker` names them, and key.
  package var words: [String: [FieldKey: Word]] = [:]
  package var bringers: [FieldKey: Bringer] = [:]
  /// The columns of each sender's lists for the project, filled or blank.
  package var columns: [String: Set<FieldKey>] = [:]
  /// 形象进度 as reported by month.
  package var progress = ReportedProgress()

  package init() {}

  /// The senders who support a current value: those who state it, and the one whose list set it. None if
  /// a person set it.
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

  /// The senders whose last statement about a key is a value.
  package func senders(of value: Value, _ key: FieldKey) -> [String] {
    words.filter { $0.value[key]?.value.saysSame(as: value) ?? false }.keys.sorted()
  }
}
