import Dispatch
import Synchronization

/// A lazily computed value that many threads can share.
package final class Later<Content: Sendable>: Sendable {
  private let content = Mutex<Content?>(nil)
  private let make: @Sendable () -> Content

  package init(_ make: @escaping @Sendable () -> Content) { self.make = make }

  /// Begins to compute the value on another core.
  package func start() {
    DispatchQueue.global(qos: .userInitiated).async { [self] in _ = get() }
  }

  /// The value; callers wait while it is computed.
  package func get() -> Content {
    content.withLock { content in
      let made = content ?? make()
      content = made
      return made
    }
  }
}
