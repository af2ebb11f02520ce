/// The state of a followed matter of a project: a milestone (节点) or a problem (问题).
///
/// Its text is the value's key (`milestones.主体封顶`).
package struct Matter: Hashable, Sendable {
  /// The date a problem was raised.
  package var raised: PartialDate?
  /// The due date.
  package var due: PartialDate?
  /// The date of completion; nil while it is open.
  package var done: PartialDate?
  /// The code of the unit it is assigned to.
  package var unit: String?
  /// The responsible person.
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

  /// What was known of it at the end of a day: a later completion had not happened. Nil if it was raised later.
  package func state(on day: PartialDate) -> Matter? {
    if let raised, raised.firstDay > day.lastDay { return nil }
    var matter = self
    if let done, done.firstDay > day.lastDay { matter.done = nil }
    return matter
  }

  /// The number of days overdue at the end of a day; nil if it is done or not yet due. A due date
  /// with only a month means the month's last day.
  package func daysOverdue(on day: PartialDate) -> Int? {
    guard isOpen, let due else { return nil }
    let days = day.lastDayNumber - due.lastDayNumber
    return days > 0 ? days : nil
  }
}

/// A matter with its text.
package struct NamedMatter: Hashable, Sendable {
  package let name: String
  package let matter: Matter
}

extension Record {
  /// The milestones or problems of a project, by due date.
  package func matters(_ field: Field) -> [NamedMatter] {
    entries(of: field).compactMap { entry -> NamedMatter? in
      guard case .name(let name) = entry.key.part, case .matter(let matter) = entry.value else {
        return nil
      }
      return NamedMatter(name: name.text, matter: matter)
    }.sorted { ($0.matter.sortDay, $0.name) < ($1.matter.sortDay, $1.name) }
  }

  /// The same in their states at the end of a day, without those raised later.
  package func matters(_ field: Field, on day: PartialDate) -> [NamedMatter] {
    matters(field).compactMap { named in
      named.matter.state(on: day).map { NamedMatter(name: named.name, matter: $0) }
    }
  }
}

extension Matter {
  /// The last day of the due date, `yyyymmdd`; after all others without one.
  package var sortDay: Int { due?.lastDay ?? .max }
}
