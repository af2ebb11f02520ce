import Synchronization

/// A lazily computed value that many threads can share.
package final class Later<Content: Sendable>: Sendable {
  private let content = Mutex<Content?>(nil)
  private let make: @Sendable () -> Content

  package init(_ make: @escaping @Sendable () -> Content) { self.make = make }

  /// The value; callers wait while it is computed.
  package func get() -> Content {
    content.withLock { content in
      let made = content ?? make()
      content = made
      return made
    }
  }
}
