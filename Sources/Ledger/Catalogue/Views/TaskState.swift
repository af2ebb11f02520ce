/// The state of a task of the year in the loop 交办—落实—督办—反馈—办结.
package struct TaskState: Hashable, Sendable {
  /// The steps of the loop.
  package enum Step: String, Hashable, Sendable, CaseIterable {
    case assigned = "交办"
    case underway = "落实"
    case supervised = "督办"
    case answered = "反馈"
    case closed = "办结"
  }

  package let step: Step
  /// The day it reached this step.
  package let day: PartialDate?
  package let note: String?
  package let document: String?

  package init(step: Step, day: PartialDate?, note: String?, document: String?) {
    self.step = step
    self.day = day
    self.note = note
    self.document = document
  }

  /// The stored form read; nil if it names no step.
  package init?(_ attribute: Attribute) {
    guard let step = attribute["step"]?.text.flatMap({ Step(rawValue: $0) }) else { return nil }
    self.init(
      step: step, day: attribute["day"]?.text.flatMap { PartialDate($0) },
      note: attribute["note"]?.text, document: attribute["document"]?.text)
  }

  /// The form stored in the task's item.
  package var attribute: Attribute {
    var members = ["step": Attribute.text(step.rawValue)]
    members["day"] = day.map { .text($0.text) }
    members["note"] = note.map { .text($0) }
    members["document"] = document.map { .text($0) }
    return .map(members)
  }
}
