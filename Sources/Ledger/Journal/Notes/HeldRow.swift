/// A row of a list that a person must decide, with all its values: after the decision it is written without its
/// file.
package struct HeldRow: NoteLine {
  package static let kind = EntryNotes.Kind.held

  /// The reason why a person must decide.
  package enum Reason: Hashable, Sendable {
    /// It may be a project of the ledger: the matcher's reason, by its identifier.
    case possibly(String)
    /// Several projects of the ledger fit.
    case several
    /// An earlier row, by its number, is the same project.
    case repeated(row: Int)
  }

  /// A value of the row, with its cell's text if that differs.
  package struct Stated: Hashable, Sendable {
    package let key: FieldKey
    package let value: Value
    package let raw: String?

    package init(key: FieldKey, value: Value, raw: String?) {
      self.key = key
      self.value = value
      self.raw = raw
    }
  }

  package let source: SourceRow
  package let reason: Reason
  /// The projects it may be, the likeliest first.
  package let projects: [ProjectID]
  /// Key, value and text of each value, in encoded form: most are never decoded.
  private let packed: [String]

  package init(
    source: SourceRow, reason: Reason, projects: [ProjectID], values: some Sequence<Stated>
  ) {
    self.source = source
    self.reason = reason
    self.projects = projects
    packed = values.flatMap { [$0.key.text, $0.value.canonical, $0.raw ?? ""] }
  }

  package init?(words: [String]) {
    guard words.count >= 4, (words.count - 4) % 3 == 0, let table = Int(words[0]),
      let number = Int(words[1]), let reason = Reason(text: words[2])
    else { return nil }
    source = SourceRow(table: table, number: number)
    self.reason = reason
    projects = words[3].split(separator: ",").compactMap { ProjectID($0) }
    packed = Array(words[4...])
  }

  package var words: [String] {
    [
      String(source.table), String(source.number), reason.text,
      projects.map { String($0) }.joined(separator: ","),
    ] + packed
  }

  /// The row's values, in key order.
  package var values: [Stated] {
    stride(from: 0, to: packed.count, by: 3).compactMap(stated)
  }

  /// The row as a record.
  package var record: Record { Record(values.lazy.map { ($0.key, $0.value) }) }

  /// The value of a key.
  package subscript(key: FieldKey) -> Value? {
    let text = key.text
    return stride(from: 0, to: packed.count, by: 3).first { packed[$0] == text }
      .flatMap { stated($0)?.value }
  }

  /// The text of a text field.
  package func text(_ field: Field) -> String? {
    if case .text(let text)? = self[FieldKey(field)] { text } else { nil }
  }

  package var name: String { text(.name) ?? "" }

  /// The row's name in answers: its code, else the project's name.
  package var call: String { text(.code) ?? name }

  /// The exact encoded values of a row, for comparison.
  package struct Saying: Hashable, Sendable {
    fileprivate let packed: [String]
  }

  package var saying: Saying { Saying(packed: packed) }

  /// Whether another row has exactly the same values.
  package func saysSame(as other: HeldRow) -> Bool { packed == other.packed }

  private func stated(_ place: Int) -> Stated? {
    guard let key = FieldKey(packed[place]),
      let value = Value(canonical: packed[place + 1], kind: key.field.kind)
    else { return nil }
    let raw = packed[place + 2]
    return Stated(key: key, value: value, raw: raw.isEmpty ? nil : raw)
  }
}

extension HeldRow.Reason {
  /// `several`, the number of the earlier row, or the matcher's reason.
  fileprivate var text: String {
    switch self {
    case .possibly(let reason): reason
    case .several: "several"
    case .repeated(let row): String(row)
    }
  }

  fileprivate init?(text: String) {
    if text.isEmpty { return nil }
    self = text == "several" ? .several : Int(text).map { .repeated(row: $0) } ?? .possibly(text)
  }
}
