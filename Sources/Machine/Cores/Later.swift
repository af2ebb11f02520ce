import Synchronization

/// Something that is made when it is first asked for: often nobody asks.
package final class Later<Content: Sendable>: Sendable {
  private let content = Mutex<Content?>(nil)
  private let make: @Sendable () -> Content

  package init(_ make: @escaping @Sendable () -> Content) { self.make = make }

  /// The content; whoever asks while it is made waits.
  package func get() -> Content {
    content.withLock { content in
      let made = content ?? make()
      content = made
      return made
    }
  }
}
