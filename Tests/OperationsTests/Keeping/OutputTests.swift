import Foundation
import Glibc
import Ledger
import Spreadsheet
import SpreadsheetWriting
import Storage
import Testing
import Wording

@testable import Operations

/// What no output may take the place of, and whom outputs are for.
@Suite struct OutputTests {
  let scratch: ScratchLedger
  let prepared: PreparedImport

  init() throws {
    scratch = try ScratchLedger()
    prepared = try scratch.prepare("list-march.xlsx")
    _ = try scratch.operations.commit(prepared)
  }

  private func file(_ name: String) -> String { scratch.folder.appending(path: name).path }

  private func mode(_ path: String) -> mode_t {
    var facts = stat()
    return stat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0
  }

  /// Every way in which a command writes a file of its own.
  enum Way: String, CaseIterable {
    case book, raw, csv, journal, oc4ids, receipt, annotated, asks, backup

    func write(_ operations: LedgerOperations, _ prepared: PreparedImport, to path: String) throws {
      var options = ExportOptions(question: QuestionOptions(filter: [:]))
      switch self {
      case .book: try operations.export(.leaders, options, to: path)
      case .raw:
        options.format = .xlsx
        try operations.export(.raw, options, to: path)
      case .csv:
        options.format = .csv
        try operations.export(.raw, options, to: path)
      case .journal:
        options.format = .jsonl
        try operations.export(.journal, options, to: path)
      case .oc4ids:
        options.format = .json
        try operations.export(.oc4ids, options, to: path)
      case .receipt:
        try operations.writeReceipt(operations.receipt(of: 2, withNewValues: true), to: path)
      case .annotated: try operations.annotate(prepared, to: path)
      case .asks: try operations.write(AsksFile(prepared), to: path)
      case .backup: try operations.backUp(to: path)
      }
    }
  }

  @Test(arguments: Way.allCases)
  func `没有人读的管道不等，满了的设备说磁盘已满`(way: Way) throws {
    #expect(mkfifo(file("pipe"), 0o600) == 0)
    let unread = #expect(throws: (any Error).self) {
      try way.write(scratch.operations, prepared, to: file("pipe"))
    }
    #expect(ErrorWording(try #require(unread)).sentence.contains("管道"))
    let full = #expect(throws: (any Error).self) {
      try way.write(scratch.operations, prepared, to: "/dev/full")
    }
    let words = ErrorWording(try #require(full))
    #expect(words.sentence.contains("磁盘已满") && words.kind == .inputOutput)
  }

  @Test func `一本报表的名字被管道占着，其余照写`() throws {
    #expect(mkdir(file("out"), 0o700) == 0)
    #expect(mkfifo(file("out/\(Book.targets.title).xlsx"), 0o600) == 0)
    let files = try scratch.operations.writeBooks(to: file("out"))
    #expect(files.filter { $0.failure != nil }.map(\.title) == [Book.targets.title])
  }

  @Test func `没有一种输出能盖掉台账和它旁边的文件`() throws {
    try symlink(to: scratch.operations.path, file("link"))
    #expect(link(scratch.operations.path, file("hard")) == 0)
    try FileManager.default.createDirectory(
      atPath: file("sub"), withIntermediateDirectories: true)
    let own = ["", "-wal", "-shm", "-journal", ".lock"].map { scratch.operations.path + $0 }
    let before = try Data(contentsOf: URL(filePath: scratch.operations.path))
    let paths = own + [file("link"), file("hard"), file("sub/../ledger.sqlite")]
    for (way, path) in Way.allCases.flatMap({ way in paths.map { (way, $0) } }) {
      #expect(throws: OperationError.outputIsLedger(path: path)) {
        try way.write(scratch.operations, prepared, to: path)
      }
    }
    #expect(try Data(contentsOf: URL(filePath: scratch.operations.path)) == before)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `没有一种输出能盖掉这次要读的文件`() throws {
    var operations = scratch.operations
    try Data("清单".utf8).write(to: URL(filePath: file("list.xlsx")))
    try FileManager.default.createDirectory(
      atPath: file("Imports"), withIntermediateDirectories: true)
    operations.inputs = [file("list.xlsx"), file("Imports")]
    try symlink(to: file("list.xlsx"), file("link"))
    let paths = [file("list.xlsx"), file("link"), file("Imports/out.xlsx")]
    for (way, path) in Way.allCases.flatMap({ way in paths.map { (way, $0) } }) {
      #expect(throws: OperationError.outputIsInput(path: path)) {
        try way.write(operations, prepared, to: path)
      }
    }
    #expect(try Data(contentsOf: URL(filePath: file("list.xlsx"))) == Data("清单".utf8))
  }

  @Test func `输出只给本人看，原来给别人看的照旧；链接指到哪里就写到哪里`() throws {
    for way in Way.allCases {
      try way.write(scratch.operations, prepared, to: file("new"))
      #expect(mode(file("new")) == 0o600, "\(way)")
      try Data().write(to: URL(filePath: file("old")))
      chmod(file("old"), 0o644)
      try symlink(to: "old", file("link"))
      try symlink(to: "none", file("dangling"))
      try way.write(scratch.operations, prepared, to: file("link"))
      try way.write(scratch.operations, prepared, to: file("dangling"))
      #expect(mode(file("old")) == 0o644, "\(way)")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file("link")) == "old")
      #expect(try FileManager.default.attributesOfItem(atPath: file("old"))[.size] as? Int != 0)
      #expect(mode(file("none")) == 0o600, "\(way)")
      #expect(try scratch.files() == ["dangling", "link", "new", "none", "old"], "\(way)")
      for name in try scratch.files() { try FileManager.default.removeItem(atPath: file(name)) }
    }
  }

  @Test func `输出写成文件夹，说一句话`() throws {
    try FileManager.default.createDirectory(
      atPath: file("sub"), withIntermediateDirectories: true)
    let paths = [file("sub"), file("sub") + "/", file("none") + "/"]
    let ways = [Way.receipt, .annotated, .asks, .backup]
    for (way, path) in ways.flatMap({ way in paths.map { (way, $0) } }) {
      let error = try #require(throws: WriteError.self) {
        try way.write(scratch.operations, prepared, to: path)
      }
      #expect(ErrorWording(error).sentence.contains("是文件夹"))
    }
  }

  @Test func `发报表的文件夹若是一个文件，说一句话`() throws {
    let path = scratch.operations.path
    #expect(throws: WriteError.notWritable(path, errno: ENOTDIR)) {
      try scratch.operations.writeBooks(to: path)
    }
    #expect(try scratch.operations.verify().isEmpty)
  }

  private func symlink(to target: String, _ path: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }
}
