import ArgumentParser
import Foundation
import Ledger
import Operations
import Storage
import Wording

/// `taizhang heads`: number and hash of every ledger of a database, for a file that is kept elsewhere.
struct Heads: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heads",
    abstract: "列出同一个数据库里每本台账的末笔凭证号和校验值，或对照上次记下的。",
    discussion: """
      例：taizhang heads --database "postgresql://tz@db/city" > 末笔.txt
          taizhang heads --database "postgresql://tz@db/city" --since 末笔.txt
      每行：号:校验值、空格、台账名。另存在数据库以外的地方：数据库换到落后的副本、
      丢了最后几张凭证时，留下的凭证链照样完整，只有对照才看得出来；对不上退出码是 65。
      """)

  @OptionGroup var ledger: LedgerOptions
  @Option(help: ArgumentHelp("上次记下的，逐本对照", valueName: "文件")) var since: String?

  func run() throws {
    let operations = try ledger.operations
    if let since {
      let text = try String(
        contentsOf: URL(filePath: RawArguments.text(since)), encoding: .utf8)
      let noted = try HeadLines.read(text)
      try LedgerStore.prove(noted, beside: operations.path)
    }
    try Terminal.answer(LedgerStore.heads(beside: operations.path).map(HeadLines.line))
  }
}

/// A ledger and its last entry in a line: `number:hash`, a blank, its name.
enum HeadLines {
  static func line(_ head: StandingLedger) -> String { "\(head.number):\(head.hash) \(head.name)" }

  static func read(_ text: String) throws -> [StandingLedger] {
    try text.split(whereSeparator: \.isNewline).map { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let head = LedgerHead(String(parts[0])) else {
        throw ValidationError("「\(line)」不是 taizhang heads 写出的一行。")
      }
      return StandingLedger(name: String(parts[1]), number: head.number, hash: head.hash)
    }
  }
}

/// `taizhang grant`: what a login of the server may do with a ledger.
struct Grant: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant",
    abstract: "给 PostgreSQL 的登录名开台账的读写权限，或收回。",
    discussion: """
      例：taizhang grant lz_app --as writer --database "postgresql://owner@db/city?ledger=liuzhou"
          taizhang grant lz_bi --as reader --database "postgresql://owner@db/city?ledger=liuzhou"
      writer 对凭证只能增加和读，数据库本身不让改、不让删；reader 只读这一本；nobody 收回。
      登录名先由数据库管理员建好；由建台账的那个登录名来开。
      """)

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("数据库的登录名", valueName: "登录名")) var login: String
  @Option(name: .customLong("as"), help: ArgumentHelp("writer、reader 或 nobody", valueName: "权限"))
  var permission: LedgerPermissionName

  func run() throws {
    let operations = try ledger.operations
    try LedgerStore.permit(RawArguments.text(login), permission.permission, at: operations.path)
    Terminal.note("「\(login)」对 \(Engines.name(of: operations.path))：\(permission.words)。")
  }
}

/// What is written behind `--as`.
enum LedgerPermissionName: String, ExpressibleByArgument, CaseIterable {
  case writer, reader, nobody

  var permission: LedgerStore.Permission {
    switch self {
    case .writer: .writer
    case .reader: .reader
    case .nobody: .nobody
    }
  }

  var words: String {
    switch self {
    case .writer: "能读能写，凭证只增不改"
    case .reader: "只能读"
    case .nobody: "没有权限"
    }
  }
}
