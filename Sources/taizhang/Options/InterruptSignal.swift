import Dispatch
import Glibc
import Operations

/// Treats Ctrl-C as a request to stop, so that the ledger stays as it was.
enum InterruptSignal {
  /// Runs `body` while SIGINT and SIGTERM are requests to stop it.
  static func watching<Result>(_ body: (Interruption) throws -> Result) rethrows -> Result {
    let interruption = Interruption()
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { interruption.request() }
      source.resume()
      return source
    }
    defer { sources.forEach { $0.cancel() } }
    return try body(interruption)
  }
}
