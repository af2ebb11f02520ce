import Dispatch
import Glibc
import Operations

/// Ctrl-C as a wish to stop: the ledger stays as it was.
enum InterruptSignal {
  /// Turns SIGINT and SIGTERM into requests for as long as the returned value lives.
  static func watch(_ interruption: Interruption) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { interruption.request() }
      source.resume()
      return source
    }
  }
}
