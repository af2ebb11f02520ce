import Access
import Foundation
import Ledger
import Operations
import Wording

/// One account: its grants, its sessions, and the acts of administrators.
enum OneAccountPage {
  static func show(_ context: PageContext) throws -> WebResponse { try page(context, nil) }

  private static func page(
    _ context: PageContext, _ fault: String?, status: Int = 200
  ) throws -> WebResponse {
    let access = try context.access
    let catalogue = try context.operations.catalogue()
    let account = try access.account(context["login"])
    let summary = try AccountSummary(account, access, catalogue)
    let isOwn = account.login == context.caller.person.login
    let may = context.permissions
    return try context.accountPage(
      Page(
        "oneaccount", title: account.name, in: nil,
        View([
          "fault": fault, "login": account.login, "person": account.name,
          "unitName": summary.unit, "isMachine": account.kind == .machine,
          "isDisabled": !account.isActive, "hasFactor": account.hasFactor,
          "made": account.made.shortText, "seen": account.seen?.shortText,
          "isUnused": summary.isUnused,
          "grants": summary.grants.map { grant in
            View([
              "words": grant.words, "grantNumber": grant.id,
              "mayRevoke": may.have(.grants) && !isOwn,
            ])
          },
          "sessions": try access.sessions(of: account).map {
            SessionView.view($0, isOwn: false)
          },
          "mayReset": may.have(.accounts) && account.kind == .person,
          "mayEnd": may.have(.accounts) || may.have(.disable),
          "mayDisable": may.have(.disable) && !isOwn, "mayGrant": may.have(.grants) && !isOwn,
          "action": Address("accounts", account.login),
          "roles": catalogue.roles.map { View(["role": $0.name]) },
          "named": context.form["named"] ?? "",
        ]), status: status))
  }

  static func act(_ context: PageContext) throws -> WebResponse {
    let (form, login, actor) = (context.form, context["login"], context.actor)
    let access = try context.access
    do {
      switch form["act"] {
      case "reset":
        try context.require(.accounts)
        return try AccountsPage.show(context, code: try access.reset(login, by: actor), login)
      case "end":
        try context.require(.accounts, or: .disable)
        try access.endAll(of: try access.account(login), by: actor)
      case "disable":
        try context.require(.disable)
        try access.disable(login, rules: try context.site.door.rules(), by: actor)
      case "enable":
        try context.require(.disable)
        try access.enable(login, by: actor)
      case "grant":
        try context.require(.grants)
        try access.grant(
          try grant(context), to: login, rules: try context.site.door.rules(), by: actor)
      case "revoke":
        try context.require(.grants)
        try access.revoke(
          Int64(form["grant"] ?? "") ?? 0, of: login, rules: try context.site.door.rules(),
          by: actor)
      default: throw Failure.malformed
      }
      return .seeOther(Address("accounts", login))
    } catch let error as AccessError {
      return try refused(context, ErrorWording(error).sentence)
    } catch let error as FilterError {
      return try refused(context, ErrorWording(error).sentence)
    } catch let failure as Failure where failure.status == 422 {
      return try refused(context, failure.sentence + failure.advice)
    }
  }

  /// Audits a refused act, then shows the page again.
  private static func refused(_ context: PageContext, _ fault: String) throws -> WebResponse {
    try context.site.door.record(
      .refused, context.caller, on: context.request.place, result: context.form["act"] ?? "")
    return try page(context, fault, status: 422)
  }

  /// Returns the grant that the form requests.
  private static func grant(_ context: PageContext) throws -> Grant {
    let form = context.form
    let named = form["named"].flatMap { $0.isEmpty ? nil : [$0] } ?? []
    let scope = form["scope"]
    // Only a limited scope names members; an unknown scope must not become a grant over everything.
    let namesSome = scope.map { ["units", "areas", "chains"].contains($0) } ?? false
    guard namesSome || scope == "everything", namesSome != named.isEmpty else {
      throw Failure(
        422, "授权的范围没有写对。", "选「全部」时不写哪些；选单位、县区或产业链时写明是哪些。")
    }
    return try context.operations.grant(
      role: form["role"] ?? "", units: scope == "units" ? named : [],
      areas: scope == "areas" ? named : [], chains: scope == "chains" ? named : [],
      try context.operations.catalogue())
  }
}

extension PageContext {
  /// Throws `rightMissing` if the caller has neither right; for pages with several acts.
  func require(_ right: Right, or other: Right? = nil) throws {
    if let other, permissions.have(other) { return }
    try permissions.require(right, in: try operations.catalogue())
  }
}
