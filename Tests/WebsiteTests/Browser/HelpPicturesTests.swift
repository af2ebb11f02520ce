import Foundation
import Testing
import WebsiteData

@testable import Website

/// The pictures of 帮助 are taken from the product by `pictures.py`, small, and shown.
@Suite struct HelpPicturesTests {
  private static let isRecording =
    ProcessInfo.processInfo.environment["TAIZHANG_RECORD_PICTURES"] != nil

  @Test func `帮助里的图都有、都小、都送得出`() throws {
    let site = try TestSite()
    let help = site.get("/help").text
    #expect(WebsiteData.pictures.count == 4)
    for (name, address) in site.site.files.pictures {
      let bytes = try #require(WebsiteData.pictures[name])
      #expect(Array(bytes.prefix(4)) == Array("RIFF".utf8), "\(name)")
      #expect(Array(bytes.dropFirst(8).prefix(4)) == Array("WEBP".utf8), "\(name)")
      #expect(bytes.count < 60_000, "\(name)")
      #expect(help.contains("src=\"\(address.text)\""), "\(name)")
      let answer = site.get(address.text)
      #expect(answer.status == 200 && answer["Content-Type"] == "image/webp")
    }
  }

  @Test(.enabled(if: isRecording)) func `图从产品里取`() async throws {
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let folder = here.appending(path: "../../../Sources/WebsiteData/Help").standardized.path
    let site = try TestSite()
    _ = try site.fillStates()
    try await RunningServer.with(site) { port in
      let sizes = try ServerScript.seen(
        here.appending(path: "pictures.py").path, [String(port), folder])
      #expect(sizes.count == 4)
    }
  }
}
