import Foundation
import TestSupport
import Testing

@testable import Spreadsheet
@testable import SpreadsheetWriting

/// What we write is opened by openpyxl, which knows nothing of our reader.
///
/// The README installs it for the tests: `apt-get install -y python3-openpyxl`.
@Suite struct ForeignReaderTests {
  @Test func openpyxlReadsWhatIsWritten() throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "book.xlsx")
    try Data(try WrittenWorkbook.bytes { try WritingTests.fill($0, $1) }).write(to: file)
    let script = """
      import sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1]); sheet = book["清单"]
      print(sheet["A4"].value, sheet["B4"].value, sheet["C4"].value, sheet["C4"].number_format)
      print(sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows, sheet.page_setup.paperSize)
      print(sheet.page_setup.orientation, sheet.oddFooter.center.text, sheet["C4"].comment.text)
      print(len(sheet._charts), sheet.protection.sheet, sheet.data_validations.dataValidation[0].formula1)
      print(book.properties.description, book.properties.created)
      """
    let python = try #require(
      Self.python, "openpyxl is missing: apt-get install -y python3-openpyxl")
    let output = try Command.output(python, "-W", "ignore", "-c", script, file.path())
    #expect(
      output == """
        项目4 4502000000004 5 #,##0.00
        B4 A3:C9 $1:$3 8
        landscape 第 &P 页 共 &N 页 说明
        4 True "正常,滞后"
        ledger 7 2026-03-31 00:00:00

        """)
  }

  /// A Python that has openpyxl: the system's, else the first on the path.
  private static let python = ["/usr/bin/python3", "python3"].first { python in
    (try? Command.output(python, "-c", "import openpyxl; print('ok')")) == "ok\n"
  }
}
