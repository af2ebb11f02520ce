import Foundation
import TestSupport
import Testing

@testable import Spreadsheet
@testable import SpreadsheetWriting

@Suite struct PackageCheckTests {
  @Test(
    arguments: [
      ("<?xml version=\"1.0\"?>\n<a x=\"1\"><b/></a>\n", true), ("<a/>", true),
      ("<a><b></b>", false),
      ("<a><b>", false), ("", false), ("<a>text", false),
    ])
  func aPartThatIsCutOffIsFound(text: String, isWhole: Bool) throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "package.zip")
    try Data(ZipFixture.archive([(name: "a.xml", text: text)])).write(to: file)
    let expected = isWhole ? nil : WriteError.incomplete(part: "a.xml")
    #expect(problem(file.path()) == expected)
  }

  private func problem(_ path: String) -> WriteError? {
    do throws(WriteError) {
      try PackageCheck.run(path)
      return nil
    } catch {
      return error
    }
  }
}
