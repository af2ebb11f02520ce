import TestSupport
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

  @Test func aCompoundFileIsNamedForWhatItHolds() {
    func refusal(_ name: String) -> SpreadsheetError? {
      TestSupport.refusal(CompoundFileFixture(streams: [(name, [1, 2, 3])]).bytes)
    }
    #expect(refusal("EncryptionInfo") == .encrypted)
    #expect(refusal("EncryptedPackage") == .encrypted)
    #expect(refusal("WordDocument") == .unsupported(.document))
    #expect(refusal("PowerPoint Document") == .unsupported(.slides))
    #expect(refusal("anything") == .unsupported(.binary))
    #expect(refusal("Workbook") == .damaged(part: "Workbook", .record(offset: 0)))
    let head = CompoundFile.signature + [UInt8](repeating: 0, count: 2048)
    #expect(TestSupport.refusal(head) == .damaged(part: nil, .directory))
  }

  @Test func binaryFormatsBeforeExcel5AreNamed() {
    #expect(
      refusal([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0, 0x42, 0, 2, 0, 0xE4, 4]) == .unsupported(.xls)
    )
  }
}
