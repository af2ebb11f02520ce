import Ledger

/// What a row's name says of the project that it was found to be.
///
/// A list that found its project by the likeness of names, or by what a person said of it, never renames it:
/// what the list calls it is one more name that it goes by.
struct RowName {
  private let record: Record
  private let isByLikeness: Bool

  init(of record: Record, by basis: Matcher.Basis) {
    self.record = record
    isByLikeness = basis == .name || basis == .answer
  }

  /// Whether a row's name leaves that of the project alone.
  func standsBeside(_ value: Value) -> Bool {
    guard case .text(let text) = value, let own = record.text(.name), text != own else {
      return false
    }
    let name = NameKey(text)
    if name == NameKey(own) { return false }
    return isByLikeness || record.otherNames.contains { NameKey($0) == name }
  }

  /// The names that the project goes by with those of a row; nil when it goes by them already.
  func others(with names: [String]) -> Value? {
    let known = Set((record.otherNames + [record.text(.name) ?? ""]).map { NameKey($0) })
    let added = names.filter { !known.contains(NameKey($0)) }
    return added.isEmpty ? nil : .list(record.otherNames + added)
  }
}

extension Record {
  /// The names that a project goes by beside its own.
  var otherNames: [String] {
    if case .list(let names) = self[.otherNames] { names } else { [] }
  }
}
