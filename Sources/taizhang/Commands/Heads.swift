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
          taizhang heads --since 末笔.txt > 新.txt && mv 新.txt 末笔.txt    定时做：对得上才换
      每行：号:校验值、空格、台账名。另存在数据库以外的地方：数据库换到落后的副本、
      丢了最后几张凭证时，留下的凭证链照样完整，只有对照才看得出来；对不上退出码是 65。
      没有权限读的台账另列，退出码不是 0。
      """)

  @OptionGroup var ledger: LedgerOptions
  @Option(help: ArgumentHelp("上次记下的，逐本对照", valueName: "文件")) var since: String?

  func run() throws {
    let operations = try ledger.operations
    if let since {
      let differences = try LedgerStore.differences(
        from: noted(since, operations), beside: operations.path)
      try report(differences)
    }
    let heads = try LedgerStore.heads(beside: operations.path)
    try Terminal.answer(heads.standing.map(HeadLines.line))
    try report(heads.unread.map(\.error))
  }

  /// What was noted; an empty file would prove nothing.
  private func noted(_ file: String, _ operations: LedgerOperations) throws -> [StandingLedger] {
    let bytes = try ReceivedFile.text(of: RawArguments.path(file), operations.interruption)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ValidationError("「\(file)」不是 UTF-8 的文本，不是 taizhang heads 写出的。")
    }
    let noted = try HeadLines.read(text)
    if noted.isEmpty { throw ValidationError("「\(file)」里一行也没有，没有可对照的。") }
    return noted
  }

  /// Notes every error but the first, which is thrown.
  private func report(_ errors: [StorageError]) throws {
    for error in errors.dropFirst() { Terminal.note(ErrorWording(error).sentence) }
    if let first = errors.first { throw first }
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
      登录名先由数据库管理员建好；由建台账的那个登录名来开。同一个数据库里，第一本台账的登录名管着台账的名册；
      别的登录名要建自己的台账，先要有名册的权限（见手册 Engines）。
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
