import Foundation
package import Ledger
import Storage
import Wording

/// The result of adding parts to a package or removing them.
package struct SplitOutcome: Sendable {
  /// Nil if nothing changed.
  package let entry: Entry?
  package let package: ProjectID
  package let parts: [ProjectID]
}

extension LedgerOperations {
  /// Makes projects the parts of a package (打包项目): totals then count either the package or its parts.
  ///
  /// Throws `partOfItself`, `packageIsPart`, `partIsPackage`, `partOfOther`.
  package func split(
    _ package: String, into parts: [String], reason: String?
  ) throws -> SplitOutcome {
    try act(.edit) { act in
      let store = act.store
      let (id, name) = try Self.package(package, store)
      if let whole = try store.project(id).record.text(.package) {
        throw PairError.packageIsPart(id, of: whole)
      }
      let ids = try parts.map { try Self.resolve($0, store) }
      var changes: [DraftChange] = []
      for part in Set(ids).sorted() {
        let record = try store.project(part).record
        if part == id { throw PairError.partOfItself(id) }
        if try !store.parts(of: record.text(.name) ?? "").isEmpty {
          throw PairError.partIsPackage(part)
        }
        let own = record.text(.package)
        if own == name { continue }
        if let own { throw PairError.partOfOther(part, package: own) }
        changes.append(Self.move(part, from: nil, to: name))
      }
      return try Self.write(changes, of: id, because: reason, act)
    }
  }

  /// Makes parts of a package independent projects again: the given ones, or all.
  ///
  /// Throws `notPartOf`.
  package func unsplit(
    _ package: String, parts: [String], reason: String?
  ) throws -> SplitOutcome {
    try act(.edit) { act in
      let store = act.store
      let (id, name) = try Self.package(package, store)
      let all = try store.parts(of: name)
      let ids = parts.isEmpty ? all : try parts.map { try Self.resolve($0, store) }
      if let stranger = ids.first(where: { !all.contains($0) }) {
        throw PairError.notPartOf(stranger, package: name)
      }
      return try Self.write(
        Set(ids).sorted().map { Self.move($0, from: name, to: nil) }, of: id, because: reason, act)
    }
  }

  /// Parts refer to their package by name, so the name must be unique; throws `severalProjects`.
  private static func package(
    _ text: String, _ store: LedgerStore
  ) throws -> (id: ProjectID, name: String) {
    let id = try resolve(text, store)
    let name = try store.project(id).record.text(.name) ?? ""
    let named = try store.find(name)
    if named.count > 1 { throw OperationError.severalProjects(name, ids: named) }
    return (id, name)
  }

  /// Moves a part from one package to another, or to none.
  static func move(
    _ part: ProjectID, from before: String?, to after: String?
  ) -> DraftChange {
    DraftChange(
      project: part, kind: .update,
      fields: [
        FieldChange(
          key: FieldKey(.package), before: before.map { .text($0) },
          after: after.map { .text($0) })
      ])
  }

  private static func write(
    _ changes: [DraftChange], of package: ProjectID, because reason: String?, _ act: Act
  ) throws -> SplitOutcome {
    let parts = changes.compactMap(\.project)
    if changes.isEmpty { return SplitOutcome(entry: nil, package: package, parts: []) }
    let entry = try act.write(act.entry(.edit, DraftChanges(changes), because: reason))
    return SplitOutcome(entry: entry, package: package, parts: parts)
  }
}
