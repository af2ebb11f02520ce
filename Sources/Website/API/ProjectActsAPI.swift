import Ledger
import Operations
import Storage
import Wording

/// Acts on a project for programs: moving it to another stage, adding or following up a milestone or problem.
enum ProjectActsAPI {
  static func move(_ context: PageContext, _ document: JSON) throws -> WebResponse {
    let stated = [("stage", document["stage"]), ("condition", document["condition"])]
      .compactMap { name, value in value.map { (name, $0) } }
    return try TaggedProject.altering(context, "moves", sent: stated) { state in
      var move = StageMove(
        stage: document["stage"]?.string ?? "", date: try day(document["date"]),
        evidence: document["document"]?.string, condition: document["condition"]?.string,
        batch: document["batch"]?.string, reason: document["reason"]?.string)
      move.revision = state.view.project.revision
      return try context.operations.move(String(state.view.project.id), move)
    }
  }

  static func matter(_ context: PageContext, _ document: JSON) throws -> WebResponse {
    let isProblem = document["kind"]?.string == "problem"
    let field: Field = isProblem ? .problemLog : .milestones
    return try TaggedProject.altering(context, "matters", sent: [(field.id, document)]) { state in
      var act = MatterAct()
      act.due = try day(document["due"])
      act.unit = document["unit"]?.string
      act.person = document["person"]?.string
      if case .bool(true)? = document["removed"] { act.isRemoved = true }
      act.document = document["document"]?.string
      act.reason = document["reason"]?.string
      act.revision = state.view.project.revision
      let done = try day(document["done"])
      let (project, words) = (String(state.view.project.id), document["words"]?.string ?? "")
      if isProblem {
        (act.isClosed, act.date) = (done != nil, done)
        return try context.operations.problem(project, words, act).edit
      }
      act.done = done
      return try context.operations.milestone(project, words, act).edit
    }
  }

  private static func day(_ value: JSON?) throws -> PartialDate? {
    guard let text = value?.string else { return nil }
    guard let day = PartialDate(text) else { throw OperationError.malformedDay(text) }
    return day
  }
}
