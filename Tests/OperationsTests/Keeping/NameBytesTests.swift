import Foundation
import Testing

@testable import Operations

/// 名字不是 UTF-8 的台账和输出，命令里的控制字符：命令行拿到的是字节，写下去的也该是这些字节。
@Suite struct NameBytesTests {
  let scratch: ScratchLedger

  init() throws {
    scratch = try ScratchLedger()
    try scratch.commit("21-packages.xlsx")
  }

  /// Runs a script in the ledger's folder; `$T` is the command, `$N` 备份.db as GBK has it.
  private func outcome(_ words: String) throws -> (code: Int32, words: String) {
    let script = """
      cd "$1" && T="$0" && N=$(printf '\\261\\270\\267\\335.db') || exit 9
      TAIZHANG_DATABASE=ledger.sqlite; export TAIZHANG_DATABASE
      \(words)
      """
    return try Command.outcome(
      URL(filePath: "/bin/sh"), ["-c", script, Command.binary.path, scratch.folder.path])
  }

  private func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path))
      .filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
  }

  @Test(arguments: [
    #""$T" list --database "$N""#, #"TAIZHANG_DATABASE="$N" "$T" list"#,
    #""$T" edit 1 remark=x --database="$N""#, #""$T" backup "$N""#,
    #""$T" export leaders -o "$N""#, #""$T" restore "$N" --yes"#, #""$T" publish --to "$N""#,
    #""$T" receipt 2 -o "$N""#, #""$T" refresh --exports "$N""#,
    #""$T" import ledger.sqlite --annotate "$N""#, #""$T" export units --to "$N""#,
  ])
  func `不是 UTF-8 的名字不写成别的名字，说明白，什么都不动`(words: String) throws {
    let before = try names()
    let refused = try outcome(words)
    #expect(refused.code == 64, "\(refused.words)")
    #expect(refused.words.contains("备份.db") && refused.words.contains("UTF-8"))
    #expect(try names() == before)
  }

  @Test func `台账在名字不是 UTF-8 的文件夹里，进去能读能备份，写不了就说写不了`() throws {
    let used = try outcome(
      """
      mkdir "$N" && cp ledger.sqlite "$N/" && cd "$N" &&
      "$T" entries && "$T" backup copy && "$T" verify --database copy && ls
      """)
    #expect(used.code == 0, "\(used.words)")
    #expect(used.words.contains("copy"))
    let refused = try outcome(
      """
      ln -s "$N/ledger.sqlite" link; "$T" edit 1 remark=x --database link
      cd "$N"; "$T" edit 1 remark=x
      """)
    #expect(refused.code == 73, "\(refused.words)")
    #expect(refused.words.components(separatedBy: "UTF-8").count > 4)
    #expect(!refused.words.contains("未预料"))
  }

  @Test func `日志里的控制字符到不了终端`() throws {
    let said = try outcome(
      """
      F=$(printf 'a\\033[31m.csv')
      printf '项目名称\\n测试\\033[31m\\n' > "$F"
      TAIZHANG_LOG=trace "$T" import "$F" --yes --sender "$(printf 'x\\033[31m\\ny')"
      """)
    #expect(said.words.contains("debug") && !said.words.contains("\u{1B}"), "\(said.words)")
  }
}
