import Foundation
import TestSupport
import Testing

@testable import Spreadsheet
@testable import SpreadsheetWriting

/// What people may put into a text, and what no program could read if it were written as it is.
@Suite struct OddTextTests {
  /// Every character that XML does not have, their neighbours, and what other formats shun.
  static let odd: [UInt32] =
    Array(0...0x20) + Array(0x7E...0xA0) + [0xD7FF, 0xE000, 0xF8FF, 0xFDD0, 0xFDEF]
    + Array(0xFFF0...0xFFFF) + [0x1FFFE, 0x1FFFF, 0xF0000, 0x10FFFE, 0x10FFFF]

  private static let all = String(String.UnicodeScalarView(odd.compactMap(Unicode.Scalar.init)))

  /// Whether another parser takes every part of a workbook for XML.
  static func wellFormed(_ paths: [String]) throws -> String {
    let script = """
      import sys, zipfile
      from xml.parsers import expat
      for path in sys.argv[1:]:
          book = zipfile.ZipFile(path)
          for part in book.namelist():
              if part.endswith(('.xml', '.rels', '.vml')):
                  parser = expat.ParserCreate()
                  try: parser.Parse(book.read(part), True)
                  except expat.ExpatError as error:
                      at = parser.ErrorByteIndex
                      print(path, part, error, book.read(part)[max(0, at - 60):at + 60])
      """
    return try Command.output(["/usr/bin/python3", "-c", script] + paths)
  }

  @Test(arguments: [WorkbookWriter.Filling.anyOrder, .rowByRow])
  func `每个能放文字的地方放进任何字符，每个部分都是 XML，单元格读回原样`(
    filling: WorkbookWriter.Filling
  ) throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "odd.xlsx").path
    let text = Self.all
    var properties = WorkbookProperties(created: Date(timeIntervalSince1970: 1_774_915_200))
    properties.title = text
    properties.subject = text
    properties.comments = text
    properties.custom = [.init(name: "n" + text, value: text)]
    let book = try WorkbookWriter(path: path, properties: properties, filling: filling)
    let name = try #require(SheetNames.distinct([text]).first)
    let sheet = try book.addSheet(name)
    try sheet.write(text, row: 1, column: 0)
    if filling == .anyOrder {
      try sheet.write([TextRun(text), TextRun("尾")], row: 2, column: 0)
      try sheet.merge(
        CellRange(firstRow: 3, lastRow: 3, firstColumn: 0, lastColumn: 2), text: text,
        style: .plain)
    }
    let labels = CellRange(firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 0)
    for title in [text, "=" + text, "=1+"] {
      var chart = Chart(.column)
      chart.title = title
      chart.description = title
      chart.categoryAxis.title = title
      chart.valueAxis.title = title
      chart.series = [
        .init(
          name: title, categories: .init(sheet: name, range: labels),
          values: .init(sheet: name, range: labels))
      ]
      try sheet.insert(chart, row: 5, column: 0)
    }
    try sheet.comment(text, author: text, row: 1, column: 0)
    try sheet.offer(
      .values(["甲" + text.prefix(99)]), in: labels,
      hint: InputHint(title: "\u{1}\u{FFFF}", message: text, error: text))
    try sheet.format(labels, when: .containing(text, .plain))
    var page = PageSetup()
    page.header = text
    page.footer = text
    try sheet.setPage(page)
    try book.finish()
    let faults = try Self.wellFormed([path])
    #expect(faults == "")
    let read = try Workbook.read([UInt8](Data(contentsOf: URL(filePath: path))))
    #expect(read.sheets.first?.name == name)
    #expect(read.sheets.first?.rows.first?[column: 0] == .text(text))
  }

  @Test(arguments: ["长", "a", "😀", "_", "\u{FFFF}", "e\u{301}"])
  func `放不下的文字截短，写明全文多少字；放得下的一字不差`(letter: String) throws {
    let whole = String(repeating: letter, count: 4_000)
    let long = String(repeating: letter, count: 40_000)
    let bytes = try WrittenWorkbook.bytes { _, sheet in
      try sheet.write(whole, row: 1, column: 0)
      try sheet.write(long, row: 2, column: 0)
    }
    let rows = try Workbook.read(bytes).sheets.first?.rows ?? []
    #expect(rows.first?[column: 0] == .text(whole))
    guard case .text(let short)? = rows.last?[column: 0] else {
      Issue.record("nothing was written")
      return
    }
    #expect(short == TruncatedText.fit(long) && short.hasSuffix("…（全文共40000字，余略）"))
    #expect(short.utf16.count <= TruncatedText.limit && !TruncatedText.fits(long))
    #expect(short.hasPrefix(String(repeating: letter, count: 4_000)))
  }

  @Test(arguments: [
    ("氢能/储能", "氢能／储能"), ("a[b]:c*d?e\\f", "a［b］：c＊d？e＼f"), ("'引'", "’引’"), ("", "表1"), ("  ", "表1"),
    ("History", "History_"), ("\u{FFFF}", "\u{FFFD}"), ("领导!", "领导！"), ("项目台账", "项目台账"),
  ])
  func `表名换掉不许用的字符`(name: String, legal: String) {
    #expect(SheetNames.distinct([name]) == [legal])
  }

  @Test func `任何名字都成为各不相同、办公软件都认的表名`() throws {
    var random = SeededNumbers(14)
    let letters = Array("氢aA'[]:*?/\\!😀_ 9\u{FFFF}\u{1}e\u{301}") + ["\r\n"]
    let names = (0..<300).map { _ in
      String(
        (0..<Int.random(in: 0...40, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "氢"
        })
    }
    let legal = SheetNames.distinct(names)
    #expect(Set(legal.map { $0.lowercased() }).count == names.count)
    for name in legal {
      #expect((1...31).contains(name.utf16.count) && !name.contains { "[]:*?/\\'!".contains($0) })
    }
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "names.xlsx").path
    let book = try WorkbookWriter(
      path: path, properties: .init(created: Date(timeIntervalSince1970: 0)), filling: .anyOrder)
    for name in legal {
      let sheet = try book.addSheet(name)
      let range = CellRange(firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0)
      try sheet.filter(range)
      var chart = Chart(.bar)
      let source = Chart.Source(sheet: name, range: range)
      chart.series = [.init(name: "数", categories: source, values: source)]
      try sheet.insert(chart, row: 3, column: 0)
    }
    try book.finish()
    let faults = try Self.wellFormed([path])
    #expect(faults == "")
    let read = try Workbook.read([UInt8](Data(contentsOf: URL(filePath: path))))
    #expect(read.sheets.map(\.name) == legal)
  }

  @Test func `文件名不含系统不许的字符，不超过 255 字节`() {
    for name in ["a/b\\c:d*e?f\"g<h>i|j\nk\0", String(repeating: "项", count: 300)] {
      let legal = FileName.legal(name) + ".xlsx"
      #expect(legal.utf8.count <= 255 && !legal.contains { "/\\:*?\"<>|\n\0".contains($0) })
    }
  }
}
