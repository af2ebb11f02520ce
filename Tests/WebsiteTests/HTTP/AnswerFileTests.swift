import Foundation
import Testing

@testable import Website

/// A file that was made for an answer goes with it, whatever becomes of the answer.
@Suite struct AnswerFileTests {
  @Test(arguments: [0, 5, 300_000])
  func `给一次回答做的文件，一有主就不在盘上了，内容还读得到`(size: Int) throws {
    let bytes = (0..<size).map { UInt8($0 % 251) }
    var made = ""
    let answer = try WebResponse.download(name: "清单.jsonl", type: "text/plain") { path in
      made = path
      try Data(bytes).write(to: URL(filePath: path))
    }
    #expect(made.hasSuffix(".jsonl"))
    #expect(!FileManager.default.fileExists(atPath: made))
    #expect(answer.content == bytes)
    #expect(answer.content == bytes)
  }

  @Test func `做不出来的不留下什么`() throws {
    #expect(throws: (any Error).self) {
      _ = try WebResponse.download(name: "清单.jsonl", type: "text/plain") { _ in }
    }
  }
}
