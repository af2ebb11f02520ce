import Foundation
import Ledger
import Reports
import Spreadsheet
import SpreadsheetWriting
import Storage
import Testing
import Wording

@testable import Operations

/// A file for other programs appears whole or not at all.
@Suite struct WholeFileTests {
  private struct Failure: Error {}

  /// Writes a table whose rows end in a failure, over a file that is there.
  @Test(arguments: [FileFormat.csv, .jsonl])
  func `写到一半出错，什么都不留下，原来的文件还在`(format: FileFormat) throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let path = scratch.folder.appending(path: "raw.txt").path
    try Data("原来的".utf8).write(to: URL(filePath: path))
    try scratch.operations.reading { store, catalogue in
      let text = RawText(
        columns: RawColumn.all(seriesKeys: [], without: Field.personal), catalogue: catalogue)
      let rows: RawText.Rows = { take in
        var count = 0
        for _ in 0..<50 {
          try store.forEachProject(ProjectFilter(), sort: .byID, rows: .counted) { project in
            try take(project)
            count += 1
          }
        }
        #expect(count > 500)
        throw Failure()
      }
      #expect(throws: Failure.self) {
        try format == .csv ? text.writeCSV(to: path, rows) : text.writeLines(to: path, rows)
      }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "原来的")
    #expect(try scratch.files() == ["raw.txt"])
  }

  @Test func `没有符合条件的项目，OC4IDS 不写出文件`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    #expect(throws: InterchangeError.withoutProjects) {
      try scratch.export(.oc4ids, "p.json", filter: ["q": ["没有这样的项目"]])
    }
    #expect(try scratch.files() == [])
  }

  @Test func `文件夹不存在、路径是文件夹，写不出来就说明白`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let missing = scratch.folder.appending(path: "没有").path
    for name in ["raw.csv", "raw.jsonl"] {
      #expect(throws: WriteError.folderMissing(missing)) {
        try scratch.export(.raw, "没有/" + name)
      }
    }
    #expect(throws: WriteError.folderMissing(missing)) {
      try scratch.export(.journal, "没有/j.jsonl")
    }
    #expect(throws: WriteError.folderMissing(missing)) {
      try scratch.export(.oc4ids, "没有/p.json")
    }
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a small tmpfs"))
  func `磁盘满了，什么都不留下`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("08-large-1200.xlsx")
    let disk = try SmallDisk(kilobytes: 128)
    defer { disk.remove() }
    let options = ExportOptions(question: QuestionOptions(filter: [:]))
    for name in ["raw.csv", "raw.jsonl"] {
      #expect(throws: WriteError.diskFull(disk.path)) {
        try scratch.operations.export(.raw, options, to: disk.path + "/" + name)
      }
    }
    for (data, name) in [(DataFile.journal, "j.jsonl"), (.oc4ids, "p.json")] {
      #expect(throws: WriteError.diskFull(disk.path)) {
        try scratch.operations.export(data, options, to: disk.path + "/" + name)
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
  }
}
