import Synchronization

/// Something large that is handed over once: whoever takes it is then the only one to hold it, and may
/// free it piece by piece.
package final class Handed<Content: Sendable>: Sendable {
  private let content: Mutex<Content?>

  package init(_ content: consuming Content) { self.content = Mutex(content) }

  /// The content, the first time; nil afterwards.
  package func take() -> Content? {
    content.withLock { content in
      defer { content = nil }
      return content
    }
  }
}
