import Foundation
import Glibc
import Ledger
import Testing

@testable import Operations

/// Names of files that are not UTF-8, as zip archives from Windows leave them.
@Suite struct FileNameTests {
  /// 清单一.csv in GBK, and bytes that are no text in any encoding.
  private static let gbk: [UInt8] = [0xC7, 0xE5, 0xB5, 0xA5, 0xD2, 0xBB] + ".csv".utf8
  private static let noText: [UInt8] = [0xFF, 0xFE, 0x80] + ".csv".utf8
  /// 报送 in GBK: a folder.
  private static let folder: [UInt8] = [0xB1, 0xA8, 0xCB, 0xCD]

  private static let list = """
    序号,项目名称,总投资（万元）
    1,甲溪轴瓦厂（测试数据）,5000
    """

  private let scratch: ScratchLedger
  private var imports: FilePath { FilePath(scratch.folder.appending(path: "Imports").path) }

  init() throws {
    scratch = try ScratchLedger()
    mkdir(imports.terminated, 0o700)
  }

  private func write(_ text: String, to path: FilePath) throws {
    let file = try #require(fopen(path.terminated, "w"))
    fputs(text, file)
    fclose(file)
  }

  @Test(arguments: [
    (gbk, "清单一.csv"), (noText, "%FF%FE%80.csv"), (Array("清单.xlsx".utf8), "清单.xlsx"),
    (folder + [0x2F] + gbk, "报送/清单一.csv"),
  ])
  func `文件名给人看的是读得出的文字`(bytes: [UInt8], text: String) {
    #expect(FilePath(bytes: bytes).text == text)
    #expect(FilePath(bytes: bytes).name == text.split(separator: "/").last.map(String.init))
  }

  @Test func `Imports 里名字不是 UTF-8 的清单照读，名字读得出`() throws {
    let folder = imports.appending(Self.folder)
    mkdir(folder.terminated, 0o700)
    try write(Self.list, to: folder.appending(Self.gbk))
    try write(Self.list.replacing("甲溪", with: "乙溪"), to: imports.appending(Self.noText))
    var names: [String] = []
    for _ in 0..<2 {
      try scratch.operations.takeIn(
        RefreshOptions(imports: imports.text, exports: "", readsSamples: true)
      ) { step in
        if case .imported = step.outcome { names.append(step.name) }
      }
    }
    // In the order of what they hold, whatever they are called.
    #expect(names.sorted() == ["%FF%FE%80.csv", "报送/清单一.csv"])
    #expect(try scratch.snapshot().count == 2)
    let files = try scratch.operations.entries(limit: 9).compactMap(\.source?.fileName)
    #expect(files.contains("报送/清单一.csv"))
  }

  @Test func `命令行上的名字还原成原来的字节，同样显示的按先后对上`() throws {
    let other: [UInt8] = [0xD2, 0xBB, 0xB5, 0xA5, 0xC7, 0xE5] + ".csv".utf8
    func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let words: [[UInt8]] = [
      Array("import".utf8), Self.gbk, Array("表.csv".utf8), Array("--decide=".utf8) + Self.noText,
      other,
    ]
    let paths = FilePath.recovered(
      [shown(Self.gbk), "表.csv", shown(other), shown(Self.noText), "\u{FFFD}.csv"], from: words)
    #expect(
      paths.map(\.bytes) == [
        Self.gbk, Array("表.csv".utf8), other, Self.noText, Array("\u{FFFD}.csv".utf8),
      ])
    let path = imports.appending(Self.gbk)
    try write(Self.list, to: path)
    let file = try ReceivedFile(path: path)
    #expect(file.name == "清单一.csv" && file.bytes == Array(Self.list.utf8))
  }
}
