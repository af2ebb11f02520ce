import Access
import Foundation
import Ledger

extension ErrorWording {
  /// The words for an error of signing in or changing an account.
  static func words(_ error: AccessError) -> ErrorWording {
    switch error {
    // Signing in
    case .signInFailed:
      Self("登录名、密码或验证码不对，或者账户已停用。", advice: "核对后再试；忘了密码，请系统管理员重设。", .data)
    case .tooManyFailures(let until):
      Self(
        "这里错得太多，\(ShanghaiCalendar.text(until)) 以前不再受理。",
        advice: "到时再试；忘了密码，请系统管理员重设。", .temporary)
    case .notSignedIn: Self("没有登录，或者会话已经结束。", advice: "重新登录。", .usage)
    case .wrongPassword: Self("现在的密码不对。", advice: "核对大小写和输入法后再试。", .data)
    case .wrongCode:
      Self("验证码不对。", advice: "输入手机上现在显示的六位数字；手机和服务器的时间要准。", .data)
    case .noFactorOffered: Self("还没有开始设置第二重验证。", advice: "先显示密钥，再输入验证码。", .usage)
    case .factorRequired:
      Self("按设置，这个账户要有第二重验证，不能去掉。", .see(.setting("second_factor")), .data)
    case .unsuitablePassword(let faults):
      Self(
        "这个密码不能用：" + faults.map(words).joined(separator: "；") + "。", advice: "换一个再试。", .data)

    // Accounts
    case .noAccounts: Self("这本台账还没有账户，不用登录。", advice: "账户在服务器的终端上建立。", .noInput)
    case .unknownAccount(let login): Self("没有登录名为「\(login)」的账户。", nil, .noInput)
    case .accountExists(let login): Self("已有登录名为「\(login)」的账户，没有新建。", advice: "换一个登录名。", .data)
    case .malformedLogin(let text):
      Self(
        "「\(text)」不能作登录名。", advice: "登录名用 2 到 32 个小写字母、数字和 . - _，以字母或数字开头。", .usage)
    case .nameMissing: Self("账户要有姓名。", advice: "写明姓名；机器账户写明系统的名称。", .usage)
    case .malformedName(let name):
      Self(
        "姓名「\(name.prefix(20))…」太长，或者有看不见的字符。", advice: "姓名至多 64 个字，写在一行里。", .usage)
    case .lastAdministrator(let role):
      Self(
        "只剩这一个账户是\(role)，不能停用，也不能收回这个角色。", advice: "先让另一个账户担任\(role)。", .data)
    case .wrongKind(let login):
      Self("「\(login)」是另一种账户：人用密码登录，机器用令牌。", nil, .usage)
    case .disablesSelf(let login):
      Self("「\(login)」不能停用自己。", advice: "请另一位管理员来做。", .usage)
    case .unknownSession: Self("没有这个会话，或者已经结束。", nil, .noInput)
    case .reasonMissing: Self("没有写事由。", .state(.reason), .usage)

    // Grants
    case .unknownRole(let name, let known):
      Self("没有名为「\(name)」的角色。", advice: "可写：\(known.joined(separator: "、"))。", .usage)
    case .severalScopes: Self("一条授权只有一种范围：单位、县区或产业链。", advice: "分几条授权。", .usage)
    case .scopeMissing(let role):
      Self("角色「\(role)」要写明范围。", advice: "写明哪些单位，或哪些县区、新区。", .usage)
    case .unknownGrant(let number): Self("这个账户没有编号为 \(number) 的授权。", nil, .noInput)
    case .grantExists: Self("这个账户已有同样的授权，没有再写。", nil, .data)
    case .grantToSelf(let login):
      Self("「\(login)」不能改自己的授权。", advice: "请另一位安全管理员来做。", .usage)
    case .mixedDuties(let login):
      Self(
        "管理员不兼别的角色：「\(login)」不能再有这个角色。",
        advice: "收回原来的角色，或者给另一个账户授权。", .data)
    case .scopeOfAdministrator(let role):
      Self("角色「\(role)」不管项目，没有范围可写。", advice: "去掉范围。", .usage)

    // Tokens
    case .unknownToken(let number): Self("没有编号为 \(number) 的令牌。", nil, .noInput)
    case .purposeMissing: Self("没有写令牌的用途。", advice: "写明哪个系统拿去做什么。", .usage)
    case .tokenDays(let days): Self("令牌不能用 \(days) 天。", advice: "写 1 到 366 天。", .usage)
    }
  }

  /// Why a password is refused.
  private static func words(_ fault: PasswordFault) -> String {
    switch fault {
    case .tooShort(let minimum): "至少 \(minimum) 个字符"
    case .tooLong(let maximum): "至多 \(maximum) 个字符"
    case .tooFewKinds(let kinds): "大写字母、小写字母、数字、其他字符至少要有 \(kinds) 种"
    case .common: "太常见，别人一猜就中"
    case .ownWords: "主要是本地人都知道的词（地名、单位名、登录名）"
    case .repeated(let count): "和最近 \(count) 个密码里的一个相同"
    }
  }
}
