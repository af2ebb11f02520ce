import Foundation
import Ledger
import Testing
import Wording

@testable import Operations
@testable import Reports

/// What books state of themselves, and the paper they are printed on. 测试数据
@Suite struct ImprintTests {
  private static let look = """
    import json, sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    first = book.worksheets[0]
    texts = [str(c.value) for r in first.iter_rows() for c in r if c.value is not None]
    print(json.dumps({
        'papers': sorted({'A3' if s.page_setup.paperSize == 8 else 'A4' for s in book}),
        'landscape': all(s.page_setup.orientation == 'landscape' for s in book),
        'draft': all('草稿' in (s.oddHeader.right.text or '') for s in book),
        'nothing': [s.title for s in book.worksheets[1:] if any(
            str(r[0].value).startswith(('没有', '暂无')) for r in s.iter_rows(max_col=1))],
        'texts': texts}))
    """

  private func options(
    _ paper: ReportSheet.Paper?, _ imprint: Imprint = Imprint()
  ) -> ExportOptions {
    var options = ExportOptions(question: QuestionOptions(filter: [:]))
    options.paper = paper
    options.imprint = imprint
    return options
  }

  @Test func `说明列出简报，写明密级、草稿和制表单位`() throws {
    let ledger = try BookLedger()
    var imprint = Imprint()
    (imprint.secrecy, imprint.isDraft, imprint.maker) = ("内部", true, "测试局")
    let folder = ledger.scratch.folder.appending(path: "out")
    _ = try ledger.scratch.operations.publish(
      [.leaders], options(nil, imprint), to: folder.path)
    for name in ["说明.txt", "说明.md"] {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for words in ["密级：内部", "草稿", "制表单位：测试局", "重大项目推进情况简报（文字文档", "按1项计"] {
        #expect(text.contains(words), "\(name) \(words)")
      }
    }
  }

  @Test func `单位核对表的填报说明上面，有密级和附件号；照原样核得上`() throws {
    let ledger = try BookLedger()
    var options = options(nil)
    options.annex = "附件9"
    options.imprint.secrecy = "内部"
    let folder = ledger.scratch.folder.appending(path: "units").path
    for file in try ledger.scratch.operations.exportUnits(options, to: folder) {
      let texts = try Python.run(Self.look, [file.path])["texts"] as? [String]
      #expect(texts?.starts(with: ["密级：内部", "附件9", "填报说明"]) == true, "\(file.title)")
      let found = try ledger.scratch.operations.verify(book: FilePath(file.path))
      #expect(found.isUnaltered == true, "\(file.title)")
    }
  }

  @Test(arguments: Book.allCases.filter { $0 != .changes && $0 != .raw })
  func `一份报表只用一种纸，问了哪种用哪种，没有内容的表不列`(book: Book) throws {
    let ledger = try BookLedger()
    let path = ledger.scratch.folder.appending(path: "book.xlsx").path
    for paper in [nil] + ReportSheet.Paper.allCases {
      try ledger.scratch.operations.export(book, options(paper), to: path)
      let look = try Python.run(Self.look, [path])
      let papers = try #require(look["papers"] as? [String])
      #expect(papers.count == 1)
      if let paper { #expect(papers == [paper.rawValue]) }
      #expect(look["landscape"] as? Bool == true)
      #expect(look["nothing"] as? [String] == [])
      #expect(try ledger.scratch.operations.verify(book: FilePath(path)).isUnaltered == true)
    }
  }

  @Test func `密级、草稿、制表单位、审核印在表上，核对时照样逐字节一致`() throws {
    let ledger = try BookLedger()
    let path = ledger.scratch.folder.appending(path: "book.xlsx").path
    var imprint = Imprint()
    (imprint.secrecy, imprint.isDraft, imprint.maker) = ("内部", true, "测试单位")
    for reviewer in ["测试人", ""] {
      imprint.reviewer = reviewer
      try ledger.scratch.operations.export(.leaders, options(nil, imprint), to: path)
      let look = try Python.run(Self.look, [path])
      let texts = try #require(look["texts"] as? [String])
      #expect(texts.first == "密级：内部")
      #expect(texts.contains { $0.hasPrefix("制表单位：测试单位") && $0.contains("草稿") })
      #expect(texts.contains { $0.hasPrefix("审核：\(reviewer)") })
      #expect(look["draft"] as? Bool == true)
      #expect(try ledger.scratch.operations.verify(book: FilePath(path)).isUnaltered == true)
    }
    try ledger.scratch.operations.export(.leaders, options(nil), to: path)
    let plain = try #require(try Python.run(Self.look, [path])["texts"] as? [String])
    #expect(!plain.contains { $0.contains("密级") || $0.contains("草稿") || $0.contains("审核") })
  }

  @Test func `一页纸是 Word 能开的文件，写着一句话、需要研究的项目和各产业链`() throws {
    let ledger = try BookLedger()
    let paths = ["one.docx", "two.docx"].map { ledger.scratch.folder.appending(path: $0).path }
    for path in paths { try ledger.scratch.operations.export(.brief, options(nil), to: path) }
    #expect(
      try Data(contentsOf: URL(filePath: paths[0])) == Data(contentsOf: URL(filePath: paths[1])))
    let out = try Python.run(
      """
      import json, sys, zipfile, xml.etree.ElementTree as tree
      book = zipfile.ZipFile(sys.argv[1])
      for name in book.namelist(): tree.fromstring(book.read(name))
      w = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
      body = tree.fromstring(book.read('word/document.xml'))
      print(json.dumps({'parts': book.namelist(), 'bad': book.testzip(),
          'tables': [[[''.join(t.text or '' for t in c.iter(w + 't')) for c in r.iter(w + 'tc')]
              for r in b.iter(w + 'tr')] for b in body.iter(w + 'tbl')],
          'text': ''.join(t.text or '' for t in body.iter(w + 't'))}))
      """, [paths[0]])
    #expect((out["parts"] as? [String])?.first == "[Content_Types].xml")
    let text = try #require(out["text"] as? String)
    #expect(text.contains("截至3月，全市重大项目") && text.contains("各产业链情况"))
    let tables = try #require(out["tables"] as? [[[String]]])
    #expect(tables.last?.last?.first == "合计")
    #expect(tables.last?.first == ["产业链", "项数", "总投资", "2026年计划", "本年累计完成", "完成率", "严重滞后项数"])
  }

  @Test func `没有 LibreOffice 就说明白，什么都不写`() throws {
    // The tests' machine may have one: a path that is none is named.
    setenv("TAIZHANG_OFFICE", "/none/soffice", 1)
    defer { unsetenv("TAIZHANG_OFFICE") }
    let ledger = try BookLedger()
    let path = ledger.scratch.folder.appending(path: "book.xlsx").path
    var options = options(nil)
    options.withPDF = true
    #expect(throws: OperationError.officeMissing) {
      try ledger.scratch.operations.export(.leaders, options, to: path)
    }
    #expect(throws: OperationError.officeMissing) {
      try ledger.scratch.operations.publish([.leaders], options, to: path + ".d")
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(!FileManager.default.fileExists(atPath: path + ".d"))
  }
}
