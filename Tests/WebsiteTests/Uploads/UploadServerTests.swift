import Foundation
import Testing

@testable import Operations
@testable import Website

/// Forms with files over a socket. 测试数据
@Suite(.serialized) struct UploadServerTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "upload.py").path

  @Test func `整份收下，残缺、太大、别处来的都不收，什么都不留`() async throws {
    let site = try TestSite()
    let drafts = site.folder.appending(path: "drafts").path
    let operations = site.operations
    try await RunningServer.with(site) { port in
      let answer = try ServerScript.seen(Self.script, [String(port)])
      let seen = answer as? [String: [Any]] ?? [:]
      func status(_ name: String) -> Int { seen[name]?.first as? Int ?? 0 }
      #expect(status("whole") == 303, "\(answer)")
      #expect(seen["whole"]?[1] as? String == "/imports/1")
      #expect(seen["nothing"]?[1] as? String == "/imports?nothing=1")
      for (name, expected) in [
        "cut": 400, "no boundary": 415, "form": 415, "eleven": 413, "many parts": 413,
        "long field": 413, "foreign": 403, "too large": 413,
      ] {
        #expect(status(name) == expected, "\(name) \(seen[name] ?? [])")
        #expect(seen[name]?[2] as? String == "nosniff", "\(name)")
      }
      // What the kernel's buffers hold was sent, not read.
      #expect((seen["endless"]?[1] as? Int ?? .max) < 40 << 20, "\(seen["endless"] ?? [])")
      #expect(status("after") == 303)
      #expect(try operations.drafts().count == 2)
      let left = try FileManager.default.contentsOfDirectory(atPath: drafts)
      #expect(left.sorted() == ["1", "2"])
    }
  }
}
