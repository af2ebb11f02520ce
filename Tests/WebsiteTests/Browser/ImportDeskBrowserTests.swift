import Foundation
import Testing

@testable import Operations
@testable import Website

/// The clerk's import in a real browser (`import_desk.py`), where chromium and selenium are there.
@Suite(.serialized) struct ImportDeskBrowserTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "import_desk.py").path

  @Test func `从拖入清单到回执、撤销，有无脚本、鼠标键盘、桌面手机都走得通`() async throws {
    let site = try TestSite()
    let lists = site.folder.appending(path: "lists")
    try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
    try await RunningServer.with(site) { port in
      let seen = try ServerScript.seen(Self.script, [String(port), lists.path])
      if let absent = seen["absent"] {
        print("ImportDeskBrowserTests did not run: \(absent) is not installed")
        return
      }
      #expect(seen["failed"] == nil, "\(seen["failed"] ?? "")")
      #expect(seen["button"] as? String == "写入：新增 3 项，变更 0 项")
      #expect(seen["undo"] as? String == "撤销：3 个项目还原")
      #expect((seen["undone"] as? String)?.contains("已记第") == true)
      #expect((seen["clicks"] as? Int ?? 9) <= 3)
      #expect(seen["without scripts"] as? Bool == true)
      #expect(seen["by keyboard"] as? Bool == true)
      let waiting = seen["queue"] as? [Int] ?? []
      #expect(waiting.count == 2 && waiting.last == (waiting.first ?? 0) - 1)
      #expect((seen["overflow"] as? [Any] ?? []).isEmpty, "\(seen["overflow"] ?? "")")
      #expect((seen["axe"] as? [Any] ?? []).isEmpty, "\(seen["axe"] ?? "")")
    }
  }
}
