import Ledger
import Operations
import Reports
import Wording

/// 候选: the candidates for a register that a person decides on, each with its reasons; confirming or refusing one names
/// a document.
struct CandidatesView {
  let candidates: Candidates
  let context: PageContext
  let time: Query
  let today: PartialDate

  var view: View {
    let open = candidates.all.filter { $0.standing == .open }
    return View([
      "rule": candidates.rule.sentence, "year": candidates.year, "today": today.text,
      "action": Address("registers", context["name"], "candidates"),
      "standings": Candidate.Standing.allCases.map { standing in
        let all = candidates.all.filter { $0.standing == standing }
        return View([
          "standing": standing.rawValue, "count": all.count, "isOpen": standing == .open,
        ])
      },
      "open": open.map(row), "settled": candidates.all.filter { $0.standing != .open }.map(row),
    ])
  }

  private func row(_ candidate: Candidate) -> View {
    let project = candidate.project
    return View([
      "name": project.record.text(.name) ?? "（未命名）", "id": project.id,
      "href": Address("projects", String(project.id), query: time.only(["as-of"])),
      "standing": candidate.standing.rawValue, "money": project.total.map { Figures.wan($0) },
      "because": candidate.basis,
      "mayConfirm": context.permissions.allow(.confirm, on: project.record),
    ])
  }

  /// Records 认定 or 不予认定, like `taizhang confirm`.
  static func confirm(_ context: PageContext) throws -> WebResponse {
    let form = context.form
    guard let project = form["project"], let answer = form["do"], ["yes", "no"].contains(answer)
    else { throw Failure.malformed }
    let year = form["year"].flatMap { Int($0) }.flatMap { (1990...2100).contains($0) ? $0 : nil }
    let outcome = try context.operations.confirm(
      project, isConfirmed: answer == "yes", year: year, document: form["document"] ?? "",
      reason: form["reason"], on: context.day("date"))
    return try .done(
      outcome, at: Address("registers", context["name"]).at("candidates"), context)
  }
}
