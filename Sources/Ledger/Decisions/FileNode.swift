import Yams

/// A value of a YAML file that a person wrote, with its line number for faults.
package struct FileNode: Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  private let content: Content

  private indirect enum Content: Hashable, Sendable {
    case text(String)
    case list([FileNode])
    case map([String: FileNode])
  }

  /// A fault that prevents a file from being parsed, and its line.
  package struct Failure: Error, Hashable {
    package enum Fact: Hashable, Sendable {
      case empty
      /// Malformed YAML; the message is the parser's.
      case malformed(String)
      /// An anchor with an alias: a few lines could expand to gigabytes.
      case repeated
      /// A duplicate key in a map.
      case keyTwice(String)
    }

    package let line: Int
    package let fact: Fact
  }

  /// Parses a file; throws `Failure`.
  package init(yaml bytes: some Sequence<UInt8>) throws {
    let text = String(decoding: Array(bytes), as: UTF8.self)
    if let line = YAMLReferences.line(in: text) { throw Failure(line: line, fact: .repeated) }
    do {
      guard let node = try Yams.compose(yaml: text) else { throw Failure(line: 1, fact: .empty) }
      self.init(node)
    } catch YamlError.scanner(_, let problem, let mark, _) {
      throw Failure(line: mark.line, fact: .malformed(problem))
    } catch YamlError.parser(_, let problem, let mark, _) {
      throw Failure(line: mark.line, fact: .malformed(problem))
    } catch YamlError.composer(_, let problem, let mark, _) {
      throw Failure(line: mark.line, fact: .malformed(problem))
    } catch YamlError.reader(let problem, _, _, _) {
      throw Failure(line: 1, fact: .malformed(problem))
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      throw Failure(line: context.mark.line, fact: .keyTwice(keys.first ?? ""))
    } catch is YamlError {
      throw Failure(line: 1, fact: .malformed(""))
    }
  }

  /// A node from elsewhere than a file: a text, blank for none.
  package init(line: Int, text: String) { (self.line, content) = (line, .text(text)) }

  package init(line: Int, items: [FileNode]) { (self.line, content) = (line, .list(items)) }

  package init(line: Int, members: [String: FileNode]) {
    (self.line, content) = (line, .map(members))
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

  /// The member of a map; nil if there is none.
  package subscript(key: String) -> FileNode? {
    if case .map(let members) = content { members[key] } else { nil }
  }

  /// The members of a map.
  package var members: [String: FileNode] {
    if case .map(let members) = content { members } else { [:] }
  }

  package var items: [FileNode] { if case .list(let items) = content { items } else { [] } }

  /// The text; nil for a blank, `~` and `null`.
  package var text: String? {
    guard case .text(let text) = content else { return nil }
    return text.isEmpty || text == "~" || text == "null" ? nil : text
  }

  package var isMap: Bool { if case .map = content { true } else { false } }
}
