/// What is known of something of a project that is followed until it is done: a milestone (节点) or a
/// problem (问题).
///
/// Its words are the value's key (`milestones.主体封顶`).
package struct Matter: Hashable, Sendable {
  /// When a problem was raised.
  package var raised: PartialDate?
  /// When it is to be done.
  package var due: PartialDate?
  /// When it was done; nil while it is open.
  package var done: PartialDate?
  /// The code of the unit it was handed over to.
  package var unit: String?
  /// Who answers for it.
  package var person: String?

  package init(
    raised: PartialDate? = nil, due: PartialDate? = nil, done: PartialDate? = nil,
    unit: String? = nil, person: String? = nil
  ) {
    self.raised = raised
    self.due = due
    self.done = done
    self.unit = unit
    self.person = person
  }

  package var isOpen: Bool { done == nil }

  /// How many days it is late at the end of a day; nil when it is done or not due yet. A day that is
  /// known by its month only is the month's last.
  package func daysOverdue(on day: PartialDate) -> Int? {
    guard isOpen, let due else { return nil }
    let days = day.lastDayNumber - due.lastDayNumber
    return days > 0 ? days : nil
  }
}

/// A matter with its words.
package struct NamedMatter: Hashable, Sendable {
  package let name: String
  package let matter: Matter
}

extension Record {
  /// The milestones or problems of a project, those due first before the others.
  package func matters(_ field: Field) -> [NamedMatter] {
    entries(of: field).compactMap { entry -> NamedMatter? in
      guard case .name(let name) = entry.key.part, case .matter(let matter) = entry.value else {
        return nil
      }
      return NamedMatter(name: name.text, matter: matter)
    }.sorted { ($0.matter.sortDay, $0.name) < ($1.matter.sortDay, $1.name) }
  }
}

extension Matter {
  /// By when it is due; those without a day come last.
  package var sortDay: Int { due?.lastDay ?? .max }
}
