import Spreadsheet
import Testing
import Wording

@testable import Operations

/// A book that another program saved is compared by what it means.
@Suite struct ResavedBookTests {
  private let books: VerifiedBooks

  init() throws { books = try VerifiedBooks() }

  @Test(arguments: [Book.chains, .targets, .tasks, .gaps, .raw])
  func `别的程序另存过而没有改，说比对到哪一步`(book: Book) throws {
    let path = try books.operations.export(
      book, ExportOptions(question: QuestionOptions(filter: [:])), to: books.path("book.xlsx"))
    let found = try books.resaved(path, "pass")
    guard case .compared(let comparison) = found.content else {
      Testing.Issue.record("not compared")
      return
    }
    #expect(
      comparison.level == .meaning && comparison.differences == [], "\(comparison.differences)")
  }

  @Test(arguments: [
    ("book.worksheets[1]['C9'].value = 1", WorkbookDifference.Aspect.value),
    ("book.worksheets[1]['C9'].value = '=1+1'", .formula),
    ("book.worksheets[1].row_dimensions[9].hidden = True", .hiddenRows),
    ("book.worksheets[1].column_dimensions['C'].hidden = True", .hiddenColumns),
    ("book.worksheets[1].sheet_state = 'hidden'", .sheets),
    (
      "[setattr(c, 'number_format', '0.0,,') for r in book.worksheets[1] for c in r]", .numberFormat
    ),
    ("book.worksheets[1].auto_filter.ref = 'A5:C9'", .filter),
    ("book.worksheets[1].sheet_view.showZeros = False", .view),
    ("book.worksheets[1].sheet_view.showFormulas = True", .view),
    ("book.worksheets[1]['C9'].hyperlink = 'http://localhost/'", .hyperlinks),
    (
      """
      from openpyxl.worksheet.datavalidation import DataValidation
      choice = DataValidation('list', formula1='"a,b"')
      choice.add('C9')
      book.worksheets[1].add_data_validation(choice)
      """, .choices
    ),
  ])
  func `改过再另存，照样说出来`(change: String, aspect: WorkbookDifference.Aspect) throws {
    let path = try books.operations.export(
      .chains, ExportOptions(question: QuestionOptions(filter: [:])), to: books.path("book.xlsx"))
    let found = try books.resaved(path, change)
    #expect(found.isUnaltered == false)
    #expect(found.differences.contains { $0.aspect == aspect }, "\(found.differences)")
  }

  @Test func `核对表另存时多写了空的第二公式，不算改过`() throws {
    let files = try books.operations.exportUnits(
      QuestionOptions(filter: [:]), to: books.path("units"))
    let file = try #require(files.first)
    let found = try books.resaved(
      file.path,
      """
      for sheet in book.worksheets:
          for choice in sheet.data_validations.dataValidation: choice.formula2 = '0'
      """)
    #expect(!found.differences.contains { $0.aspect == .choices }, "\(found.differences)")
  }

  @Test func `另存时换了页脚的字，说可能改过`() throws {
    let path = try books.operations.export(
      .chains, ExportOptions(question: QuestionOptions(filter: [:])), to: books.path("book.xlsx"))
    let found = try books.resaved(path, "book.worksheets[1].oddFooter.center.text = '绝密'")
    #expect(found.differences.contains { $0.aspect == .headers } && found.isUnaltered != true)
  }
}
