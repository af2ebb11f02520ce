import Foundation
package import Ledger
package import Matching
package import Storage
import Wording

/// The effect of a merge before it is written, and the judgement of the pair.
package struct PreparedMerge: Sendable {
  package let plan: MergePlan
  package let judgement: Judgement
  package let catalogue: Catalogue
}

extension LedgerOperations {
  /// The effect of merging a project into another. `fields`, by identifier or label, are taken over even where
  /// the surviving project has another value.
  ///
  /// Throws `unknownProject`, `severalProjects`, `oneProject`, `unknownFields`.
  package func mergePlan(
    _ project: String, into other: String, taking fields: [String]
  ) throws -> PreparedMerge {
    try reading { store, catalogue in
      let merge = Entry.Merge(
        try Self.resolve(project, store), into: try Self.resolve(other, store))
      if merge.project == merge.into { throw PairError.oneProject(merge.into) }
      let taken = try Self.fields(fields)
      let known = try KnownProjects(store, catalogue).index
      guard let one = known[merge.project], let into = known[merge.into] else {
        throw StorageError.unknownProject(merge.project)
      }
      return PreparedMerge(
        plan: try Self.mergePlan(merge, taking: taken, store, catalogue),
        judgement: IdentityJudge(catalogue).judge(one, into), catalogue: catalogue)
    }
  }

  /// The same for an open ledger; open questions about the merged project continue for the surviving one.
  static func mergePlan(
    _ merge: Entry.Merge, taking fields: Set<Field>, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> MergePlan {
    var plan = try store.mergePlan(merge, taking: fields)
    plan.waiting = try disagreements(of: merge.project, store, catalogue).map {
      OutrankedStatement(project: merge.into, key: $0.key, speaker: $0.said.sender)
    }
    return plan
  }

  /// Merges as planned, in one entry that can be undone. Throws `stale`.
  package func merge(_ prepared: PreparedMerge, reason: String?) throws -> Entry {
    try act(.decide) { act in
      try act.write(
        prepared.plan.draft(at: now(), actor: actor, reason: reason),
        ifRevision: prepared.plan.revision)
    }
  }

  private static func fields(_ names: [String]) throws -> Set<Field> {
    let fields = names.map { name in
      (name, Field.allCases.first { $0.id == name || $0.label == name })
    }
    let unknown = fields.filter { $0.1 == nil }.map(\.0)
    guard unknown.isEmpty else { throw OperationError.unknownFields(unknown) }
    return Set(fields.compactMap(\.1))
  }
}
