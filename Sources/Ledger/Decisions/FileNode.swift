import Yams

/// A value of a YAML file that a person wrote, with the line it stands on: what is wrong can be named.
package struct FileNode: Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  private let content: Content

  private indirect enum Content: Hashable, Sendable {
    case text(String)
    case list([FileNode])
    case map([String: FileNode])
  }

  /// What keeps a file from being read: the line, and the parser's own words.
  package struct Failure: Error, Hashable {
    package let line: Int
    package let message: String
  }

  /// Reads a file; throws `Failure`.
  package init(yaml bytes: some Sequence<UInt8>) throws {
    do {
      let text = String(decoding: Array(bytes), as: UTF8.self)
      guard let node = try Yams.compose(yaml: text) else {
        throw Failure(line: 1, message: "")
      }
      self.init(node)
    } catch YamlError.scanner(_, let problem, let mark, _) {
      throw Failure(line: mark.line, message: problem)
    } catch YamlError.parser(_, let problem, let mark, _) {
      throw Failure(line: mark.line, message: problem)
    } catch let error as YamlError {
      throw Failure(line: 1, message: "\(error)")
    }
  }

  private init(_ node: Node) {
    line = node.mark?.line ?? 1
    switch node {
    case .scalar(let scalar): content = .text(scalar.string)
    case .sequence(let sequence): content = .list(sequence.map(FileNode.init))
    case .mapping(let mapping):
      content = .map(
        Dictionary(
          mapping.compactMap { key, value in
            key.scalar.map { ($0.string, FileNode(value)) }
          }, uniquingKeysWith: { _, last in last }))
    case .alias: content = .text("")
    }
  }

  /// The member of a map; nil when there is none.
  package subscript(key: String) -> FileNode? {
    if case .map(let members) = content { members[key] } else { nil }
  }

  /// The members of a map.
  package var members: [String: FileNode] {
    if case .map(let members) = content { members } else { [:] }
  }

  package var items: [FileNode] { if case .list(let items) = content { items } else { [] } }

  /// A text that says something; nil for a blank, `~` and `null`.
  package var text: String? {
    guard case .text(let text) = content else { return nil }
    return text.isEmpty || text == "~" || text == "null" ? nil : text
  }

  package var isMap: Bool { if case .map = content { true } else { false } }
}
