import Ledger
import Reports
import Wording

/// Dates: periods begin on the first day of a partial date and end on the last.
extension OC4IDSProject {
  /// The planned period of the project, beginning with the actual start if no plan is known.
  func period(_ record: Record) -> JSON? {
    let start = record.date(.startPlanned) ?? record.date(.startActual)
    let finish = record.date(.finishPlanned)
    if start == nil && finish == nil { return nil }
    return .known([
      ("startDate", start.map { .string(Timestamp.beginning($0)) }),
      ("endDate", finish.map { .string(Timestamp.end($0)) }),
    ])
  }

  /// The actual end of the works.
  func completion(_ record: Record) -> JSON? {
    record.date(.finishActual).map { date in
      .known([
        ("endDate", .string(Timestamp.end(date))),
        ("endDateDetails", JSON.text(Self.precision(date))),
      ])
    }
  }

  /// Signing, start, finish and production, then the project's own milestones.
  func milestones(_ record: Record) -> [JSON] {
    let events = [
      Event("sign", "签约", "approval", nil, planned: nil, met: .signDate),
      Event("start", "开工", "delivery", "commencement", planned: .startPlanned, met: .startActual),
      Event("finish", "竣工", "delivery", "completion", planned: .finishPlanned, met: .finishActual),
      Event("produce", "投产", "delivery", "commissioning", planned: nil, met: .productionDate),
    ]
    return events.compactMap { milestone($0, record) }
      + record.matters(.milestones).enumerated().map { milestone($1, number: $0 + 1) }
  }

  /// A milestone of the project: open, done, or late on the day of the package.
  private func milestone(_ named: NamedMatter, number: Int) -> JSON {
    let matter = named.matter
    let isLate = edition.day.flatMap { matter.daysOverdue(on: $0) } != nil
    let members: [(String, JSON?)] = [
      ("id", JSON.text("milestone-\(number)")), ("title", JSON.text(named.name)),
      ("type", JSON.text("delivery")),
      ("dueDate", JSON.text(matter.due.map(Timestamp.end))),
      ("dateMet", JSON.text(matter.done.map(Timestamp.end))),
      ("status", JSON.text(matter.done != nil ? "met" : isLate ? "notMet" : "scheduled")),
    ]
    return JSON.known(members)
  }

  private struct Event {
    let id: String
    let title: String
    let type: String
    let code: String?
    let planned: Field?
    /// The date it happened; without a planned date, a plan until the project reaches its stage.
    let met: Field

    init(
      _ id: String, _ title: String, _ type: String, _ code: String?, planned: Field?, met: Field
    ) {
      (self.id, self.title, self.type, self.code) = (id, title, type, code)
      (self.planned, self.met) = (planned, met)
    }
  }

  private func milestone(_ event: Event, _ record: Record) -> JSON? {
    let stated = record.date(event.met)
    let isMet = stated != nil && (event.planned != nil || hasEntered(event.met, record))
    let due = event.planned.flatMap { record.date($0) } ?? (isMet ? nil : stated)
    guard let date = isMet ? stated : due else { return nil }
    return .known([
      ("id", .string(event.id)), ("title", .string(event.title)), ("type", .string(event.type)),
      ("code", JSON.text(event.code)),
      ("description", JSON.text(Self.precision(date))),
      ("dueDate", due.map { .string(Timestamp.end($0)) }),
      ("dateMet", isMet ? .string(Timestamp.end(date)) : nil),
      ("status", JSON.text(status(isMet: isMet, date))),
    ])
  }

  /// Whether the project has reached the stage of a date field.
  private func hasEntered(_ field: Field, _ record: Record) -> Bool {
    guard let entered = stageOrders[field], let stage = stage(of: record) else { return false }
    return stage.order >= entered
  }

  /// The status; nil for a date that has passed without a report of the event.
  private func status(isMet: Bool, _ date: PartialDate) -> String? {
    if isMet { return "met" }
    return date.lastDay >= edition.day?.lastDay ?? 0 ? "scheduled" : nil
  }

  /// The precision of a date in words; nil for an exact day.
  private static func precision(_ date: PartialDate) -> String? {
    if case .day = date.precision { nil } else { InterchangeWords.recorded(date) }
  }
}

extension Record {
  /// The date of a date field.
  fileprivate func date(_ field: Field) -> PartialDate? {
    if case .date(let date) = self[field] { date } else { nil }
  }
}
