/// The relationships of a part or of the whole package (OPC §9.3), by id.
struct Relationships {
  /// A typed link to another part, or out of the package.
  struct Relationship {
    /// The last segment of the type, the same in the transitional and the strict form.
    var kind: String
    /// The target as a part name; nil where it is outside the package, which matters only to callers
    /// that need the part.
    var part: String?
  }

  private(set) var all: [String: Relationship] = [:]

  /// Reads the relationships of a part, or of the package for ""; empty when there are none.
  init(of part: String, in archive: Archive, limits: Limits) throws(SpreadsheetError) {
    let folder =
      part.contains("/") ? String(part[...(part.lastIndex(of: "/") ?? part.startIndex)]) : ""
    let name = folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
    guard let stream = try archive.open(name) else { return }
    var xml = try XMLTokenizer(.part(stream), limits: limits)
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("Relationship"):
        guard let id = try xml.text("Id"), let target = try xml.text("Target") else { break }
        let type = try xml.text("Type") ?? ""
        let isExternal = try xml.text("TargetMode") == "External"
        all[id] = Relationship(
          kind: type.split(separator: "/").last.map(String.init) ?? "",
          part: isExternal ? nil : Self.resolve(target, in: folder))
      case .finished: return
      case .start, .end, .text: break
      }
    }
  }

  subscript(id: String) -> Relationship? { all[id] }

  /// The part of the first relationship of a kind whose target is inside the package.
  func part(_ kind: String) -> String? {
    all.sorted { $0.key < $1.key }.first { $0.value.kind == kind && $0.value.part != nil }?
      .value.part
  }

  /// Resolves a target against its folder; nil for one outside the package.
  private static func resolve(_ target: String, in folder: String) -> String? {
    let target = String(target.map { $0 == "\\" ? "/" : $0 })
    let path = target.hasPrefix("/") ? target : folder + target
    var segments: [Substring] = []
    for segment in path.split(separator: "/") where segment != "." {
      if segment == ".." {
        guard segments.popLast() != nil else { return nil }
      } else {
        segments.append(segment)
      }
    }
    return segments.joined(separator: "/")
  }
}
