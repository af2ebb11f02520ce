import Access
import Foundation
import Wording

/// Sets a password: by choice, at first sign-in, or because the old one expired.
enum PasswordPage {
  static func show(_ context: PageContext) throws -> WebResponse { try page(context, nil) }

  private static func page(
    _ context: PageContext, _ fault: String?, status: Int = 200
  ) throws -> WebResponse {
    let session = try context.session
    let policy = try context.site.door.rules().policy
    return try context.accountPage(
      Page(
        "password", title: "设密码", in: nil,
        View([
          "fault": fault, "isFirst": session.owes.contains(.firstPassword),
          "isOld": session.owes.contains(.newPassword), "login": session.account.login,
          "minimum": policy.minimum, "isDengbao": policy == .dengbao,
        ]), status: status))
  }

  static func act(_ context: PageContext) throws -> WebResponse {
    let (form, session) = (context.form, try context.session)
    do {
      guard form["new"] == form["again"] else {
        return try page(context, "两次输入的新密码不一样。", status: 422)
      }
      let cookie = try context.access.setPassword(
        of: session, old: form["old"] ?? "", new: form["new"] ?? "",
        rules: try context.site.door.rules(),
        from: SessionPlace(
          address: context.caller.address, browser: context.request.source.browser ?? ""))
      var answer = WebResponse.seeOther(Address("account", "home"))
      answer.headers.append(SessionCookie.set(cookie, isSecure: context.site.door.isSecure))
      return answer
    } catch let error as AccessError {
      return try page(context, ErrorWording(error).sentence, status: 422)
    }
  }
}
