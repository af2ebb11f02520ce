import Foundation
import Ledger
import Matching

@testable import Operations
@testable import Website

extension TestSite {
  /// Asks or sends as a program on this machine does. `target` stands behind `/api/v1`.
  func program(
    _ method: String, _ target: String, _ body: String? = nil,
    type: String? = nil, ifMatch: String? = nil, accept: String? = nil,
    source: WebRequest.Source? = nil
  ) -> WebResponse {
    var request =
      WebRequest(method: method, target: "/api/v1" + Self.encoded(target))
      ?? WebRequest(path: ["?"])
    request.source = source ?? WebRequest.Source(host: "127.0.0.1:\(Self.port)")
    let isList = target.hasPrefix("/imports?")
    request.terms = WebRequest.Terms(
      contentType: type
        ?? body.map { _ in
          isList ? "application/octet-stream" : "application/json"
        }, accept: accept, ifMatch: ifMatch)
    if let body, isList, let upload = try? site.importing(caller).receive("清单.csv") {
      try? upload.append(Array(body.utf8))
      request.files = [SentFile(field: "", upload: upload)]
    } else if let body {
      request.document = Array(body.utf8)
    }
    return site.answer(request, from: caller)
  }

  private static func encoded(_ target: String) -> String {
    String(
      target.unicodeScalars.flatMap { scalar -> [Character] in
        scalar.isASCII ? [Character(scalar)] : Array(PercentCoding.encoded(String(scalar)))
      })
  }

  /// Looks at a list until it is in a state that lasts.
  func settled(_ number: Int64) -> JSON {
    while true {
      let list = program("GET", "/imports/\(number)").json
      let state = list["state"]?.string ?? ""
      if !["received", "reading", "writing"].contains(state) { return list }
      site.imports.wait(for: Int(number), milliseconds: 20_000)
    }
  }

  /// The plan of a list as it is now, waited for.
  func plan(_ number: Int64) -> WebResponse {
    while true {
      let plan = program("GET", "/imports/\(number)/plan")
      if plan.code != "plan.unready" { return plan }
      site.imports.wait(for: Int(number), milliseconds: 20_000)
    }
  }

  /// Sends a list and waits until it is read.
  func sent(_ rows: [String], sender: String = "示例局") -> Int64 {
    let text = ([Self.header] + rows).joined(separator: "\n")
    let answer = program("POST", "/imports?name=清单.csv&sender=\(sender)&year=2026", text)
    let number = answer.json["id"]?.integer ?? 0
    _ = settled(number)
    return number
  }
}

extension WebResponse {
  /// What a body says.
  var json: JSON {
    if case .bytes(let bytes) = body { JSON(bytes) ?? .null } else { .null }
  }

  /// The code of a problem.
  var code: String { json["code"]?.string ?? "" }

  /// What a body holds, wherever it is.
  var content: [UInt8] {
    switch body {
    case .bytes(let bytes): return bytes
    case .file(let file): return (try? file.bytes(from: 0, upTo: file.size)) ?? []
    }
  }
}

extension JSON {
  var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
}
