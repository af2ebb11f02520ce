package import Ledger

/// What a project that is called otherwise by now was called before: it goes by that name, too.
package enum FormerName {
  /// The names beside its own of a project that gets a name, of which `others` are known; nil where none is added.
  package static func others(
    _ others: [String], of record: Record, renamed name: String
  ) -> Value? {
    guard let former = record.text(.name), NameKey(former) != NameKey(name),
      !others.contains(where: { NameKey($0) == NameKey(former) })
    else { return nil }
    return .list(others + [former])
  }

  /// The same with the names that the record has.
  package static func others(of record: Record, renamed name: String) -> Value? {
    others(record.otherNames, of: record, renamed: name)
  }
}
