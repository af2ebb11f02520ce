package import Ledger
import Matching
package import Storage
import Wording

/// The parts of a project and the package it belongs to.
package struct RelatedProjects: Sendable {
  /// The parts of a package, by ID.
  package let parts: [(id: ProjectID, name: String)]
  /// Its package, if the ledger has a project of that name.
  package let package: (id: ProjectID, name: String)?
}

/// Another project that may be a duplicate, as in the queue.
package struct LikelyProject: Sendable {
  package let id: ProjectID
  package let name: String
  package let likely: DuplicateCandidate
}

extension LedgerOperations {
  /// The possible duplicates of a project in the queue, so that its page and the queue agree.
  package func likely(_ project: ProjectID) throws -> [LikelyProject] {
    try reading { store, catalogue in
      let open = try DuplicateCandidates(store, catalogue).open
      let own = open.filter { $0.pair.first == project || $0.pair.second == project }
      let names = try store.names(of: own.flatMap { [$0.pair.first, $0.pair.second] })
      return own.compactMap { likely in
        let other = likely.pair.first == project ? likely.pair.second : likely.pair.first
        return names[other].map { LikelyProject(id: other, name: $0, likely: likely) }
      }
    }
  }

  /// The possible duplicates of a project, most similar first, including postponed pairs but not those known to
  /// differ. Compares all projects, which takes seconds for a hundred thousand.
  package func duplicates(of project: ProjectID) throws -> [QueuedDuplicate] {
    try reading { store, catalogue in
      let answers = try Self.answers(store, catalogue)
      let finder = DuplicateFinder(
        try KnownProjects(store, catalogue).index.all, judge: IdentityJudge(catalogue)
      ) { one, other in
        switch answers[ProjectPair(one, other)] {
        case nil, .later?: false
        case .different?, .revoked?: true
        }
      }
      return try finder.duplicates(of: project).map { duplicate in
        let pair = ProjectPair(duplicate.one.id, duplicate.other.id)
        return QueuedDuplicate(duplicate: duplicate, isPutOff: answers[pair] == .later)
      }
    }
  }

  /// The package and the parts of a project.
  package func related(to project: StoredProject) throws -> RelatedProjects {
    try reading { store, _ in
      let own = project.record.text(.name) ?? ""
      let names = try store.names(of: store.parts(of: own))
      let package = try project.record.text(.package).flatMap { name in
        try store.find(name).first.map { (id: $0, name: name) }
      }
      return RelatedProjects(
        parts: names.sorted { $0.key < $1.key }.map { (id: $0.key, name: $0.value) },
        package: package)
    }
  }
}
