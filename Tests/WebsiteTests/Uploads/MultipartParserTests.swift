import Foundation
import TestSupport
import Testing

@testable import Website

/// Forms with files, whole and broken, in pieces of any size.
@Suite struct MultipartParserTests {
  /// A part as it was meant.
  struct Part: Hashable {
    let field: String
    let fileName: String?
    let bytes: [UInt8]
  }

  private static func body(_ parts: [Part], boundary: String) -> [UInt8] {
    var body: [UInt8] = []
    for part in parts {
      body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.field)\"".utf8)
      if let name = part.fileName {
        body += Array("; filename=\"\(name)\"\r\nContent-Type: application/octet-stream".utf8)
      }
      body += Array("\r\n\r\n".utf8) + part.bytes + Array("\r\n".utf8)
    }
    return body + Array("--\(boundary)--\r\n".utf8)
  }

  /// Feeds a body in pieces that `length` tells the sizes of.
  private static func parts(
    _ body: [UInt8], boundary: String, length: () -> Int
  ) throws -> [Part] {
    var parser = try MultipartParser(contentType: "multipart/form-data; boundary=\"\(boundary)\"")
    var parts: [Part] = []
    var head: MultipartHead?
    var bytes: [UInt8] = []
    var rest = body[...]
    while !rest.isEmpty {
      let piece = rest.prefix(max(1, length()))
      rest = rest.dropFirst(piece.count)
      try parser.feed(piece) { event in
        switch event {
        case .part(let next): (head, bytes) = (next, [])
        case .bytes(let more): bytes += more
        case .end:
          parts.append(
            Part(field: head?.field ?? "", fileName: head?.fileName, bytes: bytes))
        }
      }
    }
    try parser.finish()
    return parts
  }

  @Test func `Whatever is sent comes out, in pieces of any size`() throws {
    var random = SeededNumbers(19)
    for _ in 0..<300 {
      let boundary = "----b" + String(UInt32.random(in: 0 ... .max, using: &random), radix: 36)
      // Bytes that look like delimiters, most of all.
      let pieces: [[UInt8]] = [
        [13], [10], [13, 10], [45, 45], Array(boundary.utf8), Array("\r\n--".utf8),
        Array("\r\n--\(boundary.dropLast())".utf8), Array("--\(boundary)".utf8), [0], [255],
        Array("柳州".utf8),
      ]
      let parts = (0..<Int.random(in: 0...5, using: &random)).map { number -> Part in
        let bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
          pieces.randomElement(using: &random) ?? []
        }
        return Part(
          field: "f\(number)", fileName: Bool.random(using: &random) ? "清单\(number).csv" : nil,
          bytes: bytes)
      }.filter { part in
        // A part cannot hold its own delimiter.
        let line = Array("\r\n--\(boundary)".utf8)
        return MultipartParser.find(line, in: [13, 10] + part.bytes + [13, 10], from: 0) == nil
      }
      let most = [1, 2, 3, 7, 64, 100_000].randomElement(using: &random) ?? 1
      let found = try Self.parts(Self.body(parts, boundary: boundary), boundary: boundary) {
        Int.random(in: 1...most, using: &random)
      }
      #expect(found == parts)
    }
  }

  @Test(arguments: [
    (#"form-data; name="files"; filename="3月.xlsx""#, "files", "3月.xlsx"),
    (#"form-data; name="files"; filename="a;b=c.csv""#, "files", "a;b=c.csv"),
    (#"form-data; name="files"; filename="a\"b.csv""#, "files", #"a"b.csv"#),
    (#"form-data; name="files"; filename="a%22b.csv""#, "files", #"a"b.csv"#),
    (#"form-data; name="files"; filename="C:\temp\a.csv""#, "files", #"C:\temp\a.csv"#),
    (
      #"form-data; name="files"; filename="x.csv"; filename*=UTF-8''%E6%B8%85%E5%8D%95.csv"#,
      "files", "清单.csv"
    ),
    (#"FORM-DATA; NAME=files; FILENAME=a.csv"#, "files", "a.csv"),
    (#"form-data; name="files"; filename="""#, "files", ""),
  ])
  func `A file is called what its sender calls it`(text: String, field: String, name: String) {
    let head = MultipartHead(Array("Content-Disposition: \(text)".utf8))
    #expect(head == MultipartHead(field: field, fileName: name))
  }

  private static func fault(_ body: String, piece: Int = 5) -> MultipartParser.Fault? {
    do {
      _ = try parts(Array(body.utf8), boundary: "b") { piece }
      return nil
    } catch {
      return error as? MultipartParser.Fault
    }
  }

  @Test func `Broken forms are refused with the reason`() {
    let head = "Content-Disposition: form-data; name=\"a\"\r\n\r\n"
    #expect(Self.fault("") == .unfinished)
    #expect(Self.fault("nothing of the kind") == .unfinished)
    #expect(Self.fault("--b\r\n" + head + "text") == .unfinished)
    #expect(Self.fault("--b\r\n" + head + "text\r\n--b") == .unfinished)
    #expect(Self.fault("--bX\r\n" + head) == .malformed)
    #expect(Self.fault("--b\r\nContent-Type: text/plain\r\n\r\ntext\r\n--b--") == .nameless)
    #expect(Self.fault("--b\r\n\r\ntext\r\n--b--") == .nameless)
    #expect(Self.fault("--b\r\n" + String(repeating: "x", count: 9_000)) == .headTooLong)
    #expect(Self.fault("--b" + String(repeating: " ", count: 9_000)) == .malformed)
    let part = "--b\r\n" + head + "x\r\n"
    #expect(Self.fault(String(repeating: part, count: 32) + "--b--") == nil)
    #expect(Self.fault(String(repeating: part, count: 33) + "--b--") == .tooManyParts)
    #expect(Self.fault("preamble\r\n" + part + "--b--\r\nepilogue") == nil)
  }

  @Test(arguments: [
    "", "text/plain", "multipart/form-data", "multipart/form-data; boundary=",
    "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=\"ends with \"",
    "multipart/form-data; boundary=" + String(repeating: "b", count: 71),
    "multipart/form-data; boundary=\"柳州\"", "multipart/form-data; boundary=\"open",
    "multipart/mixed; boundary=b",
  ])
  func `A boundary that is none is refused`(type: String) {
    #expect(throws: MultipartParser.Fault.noBoundary) {
      _ = try MultipartParser(contentType: type)
    }
  }

  @Test func `Whatever is damaged, memory stays small and nothing crashes`() throws {
    var random = SeededNumbers(7)
    let whole = Self.body(
      [
        Part(field: "sender", fileName: nil, bytes: Array("市工信局".utf8)),
        Part(field: "files", fileName: "清单.csv", bytes: Array("项目名称\r\n甲\r\n".utf8)),
      ], boundary: "bound")
    for _ in 0..<2_000 {
      var body = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<body.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: body[place] = UInt8.random(in: 0...255, using: &random)
        case 1: body.remove(at: place)
        case 2: body.insert(contentsOf: [13, 10, 45, 45], at: place)
        default: body.removeSubrange(place...)
        }
        if body.isEmpty { break }
      }
      let size = Int.random(in: 1...40, using: &random)
      _ = try? Self.parts(body, boundary: "bound") { size }
    }
  }
}
