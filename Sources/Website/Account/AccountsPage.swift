import Access
import Foundation
import Ledger
import Operations
import Wording

/// 账户: for the administrators who create accounts or grant rights.
enum AccountsPage {
  static func index(_ context: PageContext) throws -> WebResponse { try index(context, nil) }

  private static func index(
    _ context: PageContext, _ fault: String?, status: Int = 200
  ) throws -> WebResponse {
    let access = try context.access
    let catalogue = try context.operations.catalogue()
    let accounts = try access.accounts().map { try AccountSummary($0, access, catalogue) }
    let missing = try access.missingAdministrators(context.site.door.rules()).map(\.name)
    return try context.accountPage(
      Page(
        "accounts", title: "账户", in: nil,
        View([
          "fault": fault, "total": accounts.count, "rows": accounts.map(row),
          "mayAdd": context.permissions.have(.accounts),
          "missing": missing.isEmpty ? nil : missing.joined(separator: "、"),
          "rescues": try RescueView.views(context),
          "units": catalogue.items(of: .unit).map { View(["unitName": $0.name]) },
          "newLogin": context.form["login"] ?? "", "newName": context.form["name"] ?? "",
          "newUnit": context.form["unit"] ?? "",
        ]), status: status))
  }

  private static func row(_ summary: AccountSummary) -> View {
    let account = summary.account
    return View([
      "login": account.login, "person": account.name, "unitName": summary.unit,
      "href": Address("accounts", account.login), "isMachine": account.kind == .machine,
      "isDisabled": !account.isActive, "hasFactor": account.hasFactor,
      "grants": summary.grants.map(\.words).joined(separator: "；"),
      "seen": account.seen?.shortText, "isUnused": summary.isUnused,
    ])
  }

  /// Creates an account and shows its one-time code once.
  static func add(_ context: PageContext) throws -> WebResponse {
    let form = context.form
    guard let kind = Account.Kind(rawValue: form["kind"] ?? Account.Kind.person.rawValue) else {
      throw Failure.malformed
    }
    do {
      let unit = try context.operations.unit(
        named: form["unit"], try context.operations.catalogue())
      let login = (form["login"] ?? "").trimmingCharacters(in: .whitespaces)
      let code = try context.access.addAccount(
        login, name: form["name"] ?? "", unit: unit,
        kind: kind, by: context.actor)
      guard let code else { return .seeOther(Address("accounts", login)) }
      return try show(context, code: code, login)
    } catch let error as AccessError {
      try context.site.door.record(
        .refused, context.caller, on: context.request.place, result: "add")
      return try index(context, ErrorWording(error).sentence, status: 422)
    }
  }

  /// Shows a one-time code in the response itself, which is never stored.
  static func show(_ context: PageContext, code: String, _ login: String) throws -> WebResponse {
    try context.accountPage(
      Page(
        "onetime", title: "一次性代码", in: nil,
        View(["code": code, "login": login, "href": Address("accounts", login)])))
  }
}

/// The view of the accounts that were rescued on the server.
enum RescueView {
  static func views(_ context: PageContext) throws -> [View] {
    try context.access.rescues().map { rescue in
      View([
        "rescued": rescue.login, "at": rescue.at.shortText, "by": rescue.actor,
        "reason": rescue.reason, "mayNote": context.permissions.have(.audit),
        "note": Address("rescues", String(rescue.id)),
      ])
    }
  }
}
