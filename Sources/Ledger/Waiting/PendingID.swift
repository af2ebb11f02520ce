/// The identifier of a pending item, stable while it is pending.
///
/// Written `row:12:0:5`, `word:chain:市发改局:轴瓦制造`, `header:市发改局:亮灯`, `conflict:57:市工信局:total_investment`,
/// `difference:57:市工信局:stage`, `duplicate:12:57`, `list:市工信局:2026-03`, `missing:57:市工信局:2026-04`.
package struct PendingID: Hashable, Sendable, Codable {
  /// The kind of pending item.
  package enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
    /// A held row.
    case row
    /// A word of a sender's lists.
    case word
    /// A column of a sender's lists.
    case header
    /// A value that list and ledger both changed.
    case conflict
    /// A sender's statement that differs from a current value of higher rank.
    case difference
    /// Two projects that may be one.
    case duplicate
    /// A list that is overdue.
    case list
    /// A project that its sender no longer reports.
    case missing
  }

  package let kind: Kind
  /// The text after the kind.
  private let rest: String

  private init(_ kind: Kind, _ rest: String) {
    self.kind = kind
    self.rest = rest
  }

  /// Parses the written form; nil if it is malformed.
  package init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"), let kind = Kind(rawValue: String(text[..<colon]))
    else { return nil }
    self.init(kind, String(text[text.index(after: colon)...]))
    if rest.isEmpty { return nil }
  }

  package var text: String { kind.rawValue + ":" + rest }

  package static func row(_ entry: Int64, _ row: SourceRow) -> PendingID {
    PendingID(.row, "\(entry):\(row.table):\(row.number)")
  }

  package static func word(_ subject: Decision.Subject, _ text: String, of sender: String)
    -> PendingID
  {
    PendingID(.word, "\(subject.rawValue):\(sender):\(TextFolding.key(text))")
  }

  package static func header(_ path: String, of sender: String) -> PendingID {
    PendingID(.header, "\(sender):\(TextFolding.key(path))")
  }

  package static func conflict(
    _ project: ProjectID, _ key: FieldKey, with sender: String
  ) -> PendingID {
    PendingID(.conflict, "\(project):\(sender):\(key.text)")
  }

  package static func duplicate(_ one: ProjectID, _ other: ProjectID) -> PendingID {
    PendingID(.duplicate, "\(min(one, other)):\(max(one, other))")
  }

  package static func difference(
    _ project: ProjectID, _ key: FieldKey, from sender: String
  ) -> PendingID {
    PendingID(.difference, "\(project):\(sender):\(key.text)")
  }

  package static func list(of sender: String, month: String) -> PendingID {
    PendingID(.list, "\(sender):\(month)")
  }

  /// `month` is the month of the first list without the project, or that list's entry.
  package static func missing(
    _ project: ProjectID, from sender: String, since month: String
  ) -> PendingID {
    PendingID(.missing, "\(project):\(sender):\(month)")
  }

  /// The entry, table and row of a held row.
  package var row: (entry: Int64, source: SourceRow)? {
    let parts = rest.split(separator: ":").compactMap { Int64($0) }
    guard kind == .row, parts.count == 3, let table = Int(exactly: parts[1]),
      let number = Int(exactly: parts[2])
    else { return nil }
    return (parts[0], SourceRow(table: table, number: number))
  }

  /// The two projects that may be one.
  package var pair: ProjectPair? {
    let parts = rest.split(separator: ":").map { ProjectID($0) }
    guard kind == .duplicate, parts.count == 2, let one = parts[0], let other = parts[1] else {
      return nil
    }
    return ProjectPair(one, other)
  }
}
