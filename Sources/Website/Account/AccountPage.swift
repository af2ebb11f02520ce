import Access
import Foundation
import Ledger
import Operations

/// 我的账户: a person's own sessions, password and second factor.
enum AccountPage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let (access, caller) = (try context.access, context.caller)
    guard let session = caller.session else { throw AccessError.notSignedIn }
    let catalogue = try context.operations.catalogue()
    let sessions = try access.sessions(of: session.account)
    return try context.accountPage(
      Page(
        "account", title: "我的账户", in: nil,
        View([
          "login": session.account.login, "person": session.account.name,
          "unitName": session.account.unit.map { catalogue.name(of: .unit, $0) },
          "grants": session.grants.map { View(["words": AccountSummary.words($0, catalogue)]) },
          "isOfGateway": session.id == 0,
          "sessions": sessions.map { SessionView.view($0, isOwn: $0.id == session.id) },
          "hasOthers": sessions.count > 1,
          "hasFactor": session.account.hasFactor,
          "codesLeft": try access.recoveryCodesLeft(of: session),
        ])))
  }

  /// Ends one of the caller's own sessions.
  static func end(_ context: PageContext) throws -> WebResponse {
    let session = try context.session
    guard let id = Int64(context["session"]) else { throw Failure.nowhere }
    try context.access.end(id, of: session.account, by: context.actor)
    return .seeOther(id == session.id ? Address("sign-in") : Address("account"))
  }

  /// Ends all of the caller's sessions except the current one.
  static func endOthers(_ context: PageContext) throws -> WebResponse {
    let session = try context.session
    try context.access.endAll(of: session.account, but: session.id, by: context.actor)
    return .seeOther(Address("account"))
  }
}

/// The view of a session.
enum SessionView {
  static func view(_ session: Session, isOwn: Bool) -> View {
    View([
      "from": session.place.address, "browser": browser(session.place.browser),
      "begun": session.made.shortText, "last": session.seen.shortText, "isOwn": isOwn,
      "end": Address("account", "sessions", String(session.id), "end"),
    ])
  }

  /// Returns the name of the browser, found in its `User-Agent`.
  private static func browser(_ text: String) -> String {
    let known = [
      "wxwork": "企业微信", "MicroMessenger": "微信", "QQBrowser": "QQ 浏览器", "360SE": "360 浏览器",
      "Edg/": "Edge", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari",
    ]
    let order = [
      "wxwork", "MicroMessenger", "QQBrowser", "360SE", "Edg/", "Firefox/", "Chrome/", "Safari/",
    ]
    return order.first { text.contains($0) }.flatMap { known[$0] } ?? String(text.prefix(40))
  }
}
