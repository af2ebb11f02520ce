import Crypto
import WebsiteData

/// The style sheet, the script and the icon. Each name contains a digest of the content, so browsers may cache it for
/// good.
struct StaticFiles: Sendable {
  let styles: Address
  let script: Address
  let icon: Address
  /// Of 帮助, by what they show.
  let pictures: [String: Address]
  private let files: [String: File]

  private struct File: Sendable {
    let type: String
    let bytes: [UInt8]
  }

  init() {
    var files: [String: File] = [:]
    func add(_ name: String, _ ending: String, _ type: String, _ bytes: [UInt8]) -> Address {
      let digest = SHA256.hash(data: bytes).prefix(8).map { byte in
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }.joined()
      files["\(name)-\(digest).\(ending)"] = File(type: type, bytes: bytes)
      return Address("static", "\(name)-\(digest).\(ending)")
    }
    styles = add("taizhang", "css", "text/css; charset=utf-8", WebsiteData.styles)
    script = add("taizhang", "js", "text/javascript; charset=utf-8", WebsiteData.script)
    icon = add("taizhang", "svg", "image/svg+xml", WebsiteData.icon)
    pictures = Dictionary(
      uniqueKeysWithValues: WebsiteData.pictures.sorted { $0.key < $1.key }.map { name, bytes in
        (name, add(name, "webp", "image/webp", bytes))
      })
    self.files = files
  }

  /// Returns a file by name; nil if unknown.
  func response(_ name: String) -> WebResponse? {
    files[name].map { file in
      WebResponse(
        200,
        [
          ("Content-Type", file.type), ("Cache-Control", "public, max-age=31536000, immutable"),
        ], body: .bytes(file.bytes))
    }
  }
}
