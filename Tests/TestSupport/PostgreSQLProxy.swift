import Foundation
import Glibc
import Synchronization

/// Stands between a client and a server: counts how often one waits for the other, and cuts connections.
package final class PostgreSQLProxy: Sendable {
  /// Where a connection is cut, the next time that a transaction is to be committed.
  package enum Cut: CaseIterable, Sendable {
    /// The server never hears of it.
    case beforeServer
    /// The server hears of it, and its answer finds nobody.
    case beforeAnswer
    /// The server has done it, and its answer is lost.
    case insteadOfAnswer
  }

  /// Where it listens.
  package let folder: String
  private let target: String
  private let listener: Int32
  private let state = Mutex((trips: 0, cut: Cut?.none, cuts: 0))

  package init(before cluster: PostgreSQLCluster) throws {
    folder = "/tmp/taizhang-proxy-\(UInt32.random(in: 0...UInt32.max))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    // Who is cut is told by an error, and the program goes on.
    signal(SIGPIPE, SIG_IGN)
    target = cluster.folder + "/.s.PGSQL.5432"
    listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard Self.withAddress(folder + "/.s.PGSQL.5432", { bind(listener, $0, $1) }) == 0,
      listen(listener, 64) == 0
    else { throw PostgreSQLCluster.Unavailable(description: "proxy: \(errno)") }
    Thread.detachNewThread { [self] in
      while case let client = accept(listener, nil, nil), client >= 0 {
        Thread.detachNewThread { [self] in serve(client) }
      }
    }
  }

  /// Stops listening; what is connected goes on.
  package func close() {
    shutdown(listener, Int32(SHUT_RDWR))
    Glibc.close(listener)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// How often a client has waited for the server.
  package var trips: Int { state.withLock { $0.trips } }

  /// How many connections were cut.
  package var cuts: Int { state.withLock { $0.cuts } }

  /// Cuts the connection on which something is committed next.
  package func cut(_ cut: Cut) { state.withLock { $0.cut = cut } }

  private static func withAddress(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }

  private func serve(_ client: Int32) {
    let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer {
      Glibc.close(client)
      Glibc.close(server)
    }
    guard Self.withAddress(target, { connect(server, $0, $1) }) == 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var isAsked = false
    var cut: Cut?
    while true {
      var ends = [
        pollfd(fd: client, events: Int16(POLLIN), revents: 0),
        pollfd(fd: server, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&ends, 2, -1) > 0 else { return }
      if ends[0].revents != 0 {
        let count = read(client, &buffer, buffer.count)
        guard count > 0 else { return }
        if Self.commits(buffer[..<count]) { cut = takeCut() }
        if cut == .beforeServer { return }
        guard Self.send(buffer[..<count], to: server) else { return }
        isAsked = true
        if cut == .beforeAnswer { return }
      }
      if ends[1].revents != 0 {
        let count = read(server, &buffer, buffer.count)
        guard count > 0, cut == nil else { return }
        if isAsked { state.withLock { $0.trips += 1 } }
        isAsked = false
        guard Self.send(buffer[..<count], to: client) else { return }
      }
    }
  }

  private func takeCut() -> Cut? {
    state.withLock { state in
      guard let cut = state.cut else { return nil }
      state.cut = nil
      state.cuts += 1
      return cut
    }
  }

  private static func commits(_ bytes: ArraySlice<UInt8>) -> Bool {
    Data(bytes).range(of: Data("COMMIT".utf8)) != nil
  }

  private static func send(_ bytes: ArraySlice<UInt8>, to end: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(end, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
