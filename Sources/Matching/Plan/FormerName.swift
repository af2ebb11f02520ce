package import Ledger

/// The former name of a renamed project, which stays one of its other names.
package enum FormerName {
  /// The other names of a renamed project, given its current ones in `others`; nil if none is added.
  package static func others(
    _ others: [String], of record: Record, renamed name: String
  ) -> Value? {
    guard let former = record.text(.name), NameKey(former) != NameKey(name),
      !others.contains(where: { NameKey($0) == NameKey(former) })
    else { return nil }
    return .list(others + [former])
  }

  /// The other names, given those of the record.
  package static func others(of record: Record, renamed name: String) -> Value? {
    others(record.otherNames, of: record, renamed: name)
  }
}
