package import Ledger

extension DecisionFile {
  /// Parses a decision file written as JSON. Line numbers count array items in document order. Throws
  /// `DecisionFaults`.
  package init(_ document: JSON) throws {
    var line = 0
    try self.init(Self.node(document, &line))
  }

  private static func node(_ value: JSON, _ line: inout Int) -> FileNode {
    switch value {
    case .null, .time: return FileNode(line: line, text: "")
    case .bool(let flag): return FileNode(line: line, text: flag ? "true" : "false")
    case .integer(let number): return FileNode(line: line, text: String(number))
    case .decimal(let digits): return FileNode(line: line, text: digits)
    case .string(let text): return FileNode(line: line, text: text)
    case .array(let items):
      return FileNode(
        line: line,
        items: items.map { item in
          line += 1
          return node(item, &line)
        })
    case .object(let members):
      var nodes: [String: FileNode] = [:]
      for (name, member) in members { nodes[name] = node(member, &line) }
      return FileNode(line: line, members: nodes)
    }
  }
}
