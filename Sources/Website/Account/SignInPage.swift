import Access
import Foundation
import Ledger
import Operations
import Wording

/// 登录 and 退出.
enum SignInPage {
  static func show(_ context: PageContext) throws -> WebResponse {
    guard try context.site.door.access != nil else { return .seeOther(Address()) }
    return try page(context, nil, next: context.query["next"])
  }

  private static func page(
    _ context: PageContext, _ fault: String?, next: String?, status: Int = 200
  ) throws -> WebResponse {
    let place = context.site.ownPlace(next)
    return try context.accountPage(
      Page(
        "signin", title: "登录", in: nil,
        View([
          "fault": fault, "next": place.map(\.text), "login": context.form["login"] ?? "",
          "wasSignedIn": place != nil && fault == nil,
        ]), status: status))
  }

  static func act(_ context: PageContext) throws -> WebResponse {
    guard let access = try context.site.door.access else { return .seeOther(Address()) }
    let (form, caller) = (context.form, context.caller)
    let next = form["next"]
    let place = context.site.ownPlace(next)
    if let next, place == nil {
      try context.site.door.record(.refused, nil, caller.address, on: next, result: "next")
    }
    do {
      let cookie = try access.signIn(
        Credentials(
          login: form["login"] ?? "", password: form["password"] ?? "", code: form["code"] ?? ""),
        rules: try context.site.door.rules(),
        from: SessionPlace(
          address: caller.address, browser: context.request.source.browser ?? ""))
      // A browser has one session: its previous one ends.
      if let earlier = caller.session, earlier.id != 0 {
        try access.signOut(earlier, from: caller.address)
      }
      var answer = WebResponse.seeOther(place ?? Address("account", "home"))
      answer.headers.append(SessionCookie.set(cookie, isSecure: context.site.door.isSecure))
      return answer
    } catch let error as AccessError {
      context.site.meters.signInFailed()
      let words = ErrorWording(error)
      let fault = words.sentence + (words.hint?.onPage ?? "")
      var answer = try page(
        context, fault, next: next, status: words.kind == .temporary ? 429 : 422)
      if case .tooManyFailures(let until) = error {
        let wait = max(1, Int(until.timeIntervalSince(access.now()).rounded(.up)))
        answer.headers.append(("Retry-After", String(wait)))
      }
      return answer
    }
  }

  static func signOut(_ context: PageContext) throws -> WebResponse {
    if let session = context.caller.session, session.id != 0 {
      try context.access.signOut(session, from: context.caller.address)
    }
    var answer = WebResponse.seeOther(Address("sign-in"))
    answer.headers.append(SessionCookie.clear(isSecure: context.site.door.isSecure))
    answer.headers.append(("Clear-Site-Data", "\"cache\", \"storage\""))
    return answer
  }

  /// Redirects after sign-in to the overview, or to the account page if the person sees no projects.
  static func home(_ context: PageContext) throws -> WebResponse {
    let catalogue = try context.operations.catalogue()
    let sees = Permissions(context.caller.person, catalogue).have(.see)
    return .seeOther(sees ? Address() : Address("account"))
  }
}
