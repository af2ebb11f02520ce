import Testing

@testable import Spreadsheet

@Suite struct RecognitionTests {
  @Test(
    arguments: [
      ("", .empty), (" \n", .empty), ("<html><table>", .unsupported(.webPage)),
      ("\u{FEFF}<!DOCTYPE html>", .unsupported(.webPage)), ("<table>", .unsupported(.webPage)),
      ("<?xml version=\"1.0\"?><Workbook>", .unsupported(.xml)), ("%PDF-1.7", .unsupported(.pdf)),
      ("MIME-Version: 1.0", .unsupported(.webPage)), ("{\\rtf1", .unsupported(.richText)),
      ("PK\u{3}\u{4}rest", .damaged(part: nil, .archive)), ("not found!", .unsupported(.text)),
    ] as [(String, SpreadsheetError)])
  func whatIsNoWorkbookIsNamed(text: String, error: SpreadsheetError) {
    #expect(refusal(Array(text.utf8)) == error)
  }

  @Test func anArchiveWithoutAWorkbookIsNone() {
    #expect(refusal(ZipFixture.archive([(name: "a.txt", text: "a")])) == .noWorkbook)
    let document = [(name: "mimetype", text: "x"), (name: "content.xml", text: "<a/>")]
    #expect(refusal(ZipFixture.archive(document)) == .noWorkbook)
  }

  @Test func aCompoundFileIsEncryptedOrOfExcel97() {
    var file: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    file += [UInt8](repeating: 0, count: 2048)
    #expect(refusal(file) == .unsupported(.xls))
    let name = "EncryptionInfo".utf8.flatMap { [$0, UInt8(0)] }
    file.replaceSubrange(1024..<(1024 + name.count), with: name)
    #expect(refusal(file) == .encrypted)
  }
}
