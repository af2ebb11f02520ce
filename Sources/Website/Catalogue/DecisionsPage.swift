import Intake
import Ledger
import Matching
import Operations
import Wording

/// 认定: what words in each sender's lists mean and who decided it; makes one an alias for all senders, or withdraws it.
enum DecisionsPage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let sender = context.query["sender"]
    let catalogue = try context.operations.catalogue()
    let all = try context.operations.decisions(sender: sender)
    let recipes = try context.operations.recipes()
    return try context.page(
      Page(
        "decisions", title: "认定", in: nil,
        View([
          "sender": sender, "total": all.count, "hasDecisions": !all.isEmpty,
          "decisions": all.map { decision in
            let words = decision.words(catalogue)
            return View([
              "number": decision.number, "sender": decision.sender, "kind": words.kind,
              "text": words.text, "meaning": words.meaning, "file": words.file,
              "who": decision.entry.actor, "when": ShanghaiCalendar.day(decision.entry.at),
              "entryHref": Address("entries", String(decision.entry.number)),
              "isOpen": !decision.isRevoked, "isRevoked": decision.isRevoked,
              "isPromoted": words.isPromoted, "isPromotable": words.isPromotable,
            ])
          },
          "recipes": recipes.map { recipe in
            View([
              "sender": recipe.recipe.sender,
              "when": ShanghaiCalendar.day(recipe.entry.at), "who": recipe.entry.actor,
            ])
          },
        ])))
  }

  static func act(_ context: PageContext) throws -> WebResponse {
    let form = context.form
    let entry: Entry
    if let sender = form["forget"] {
      entry = try context.operations.forgetRecipe(of: sender, reason: form["reason"])
    } else if let number = form["promote"].flatMap({ Int($0) }) {
      entry = try context.operations.promoteDecision(
        number, from: nil, until: nil, reason: form["reason"])
    } else if let number = form["revoke"].flatMap({ Int($0) }) {
      entry = try context.operations.revokeDecision(number, reason: form["reason"])
    } else {
      throw Failure.malformed
    }
    return .seeOther(Address("decisions", query: ["done": String(entry.number)]))
  }
}
