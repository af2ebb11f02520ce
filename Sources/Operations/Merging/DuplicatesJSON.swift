import Matching

/// The queue of possible duplicates as JSON.
package enum DuplicatesJSON {
  package static func json(_ queue: [QueuedDuplicate]) -> JSON {
    .object([("duplicates", .array(queue.map(pair)))])
  }

  private static func pair(_ queued: QueuedDuplicate) -> JSON {
    let duplicate = queued.duplicate
    return .object([
      ("score", .count(duplicate.likeness.score)),
      ("verdict", .string(duplicate.judgement.verdict.rawValue)),
      ("reason", .string(duplicate.judgement.reason.rawValue)),
      ("projects", .array([project(duplicate.one), project(duplicate.other)])),
      (
        "likeness",
        .object(duplicate.likeness.signs.map { ($0.trait.rawValue, .count($0.percent)) })
      ),
      ("put_off", .bool(queued.isPutOff)),
    ])
  }

  private static func project(_ project: KnownProject) -> JSON {
    .object([
      ("id", .integer(project.id)), ("name", .string(project.name)),
      ("code", .optional(project.code)), ("owner", .optional(project.owner)),
    ])
  }
}
