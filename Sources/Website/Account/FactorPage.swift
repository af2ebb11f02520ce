import Access
import Wording

/// The second factor: a key for an authenticator app, and recovery codes.
enum FactorPage {
  static func show(_ context: PageContext) throws -> WebResponse { try page(context, nil) }

  private static func page(
    _ context: PageContext, _ fault: String?, status: Int = 200
  ) throws -> WebResponse {
    let session = try context.session
    let key = try context.access.offeredFactor(to: session)
    return try context.accountPage(
      Page(
        "factor", title: "第二重验证", in: nil,
        View([
          "fault": fault, "isOwed": session.owes.contains(.factor),
          "hasFactor": session.account.hasFactor, "key": key, "login": session.account.login,
          "codesLeft": try context.access.recoveryCodesLeft(of: session),
        ]), status: status))
  }

  static func act(_ context: PageContext) throws -> WebResponse {
    let (form, session) = (context.form, try context.session)
    let (access, address) = (try context.access, context.caller.address)
    do {
      switch form["act"] {
      case "offer":
        _ = try access.offerFactor(
          to: session, password: form["password"] ?? "", from: address)
        return .seeOther(Address("account", "factor"))
      case "confirm":
        return try codes(
          context,
          try access.confirmFactor(of: session, code: form["code"] ?? "", from: address))
      case "codes":
        return try codes(
          context,
          try access.renewRecoveryCodes(
            of: session, password: form["password"] ?? "", from: address))
      case "remove":
        try access.removeFactor(
          of: session, password: form["password"] ?? "",
          rules: try context.site.door.rules(), from: address)
        return .seeOther(Address("account"))
      default: throw Failure.malformed
      }
    } catch let error as AccessError {
      return try page(context, ErrorWording(error).sentence, status: 422)
    }
  }

  /// Shows the codes once, in the response itself; they are never stored.
  private static func codes(_ context: PageContext, _ codes: [String]) throws -> WebResponse {
    try context.accountPage(
      Page(
        "codes", title: "恢复码", in: nil,
        View(["codes": codes.map { View(["code": $0]) }])))
  }
}
