import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
package import Operations
import ServiceLifecycle
import UnixSignals

/// Serves a ledger to browsers on this machine.
package struct WebServer: Sendable {
  private let desk: LedgerDesk
  private let caller: Caller
  private let host: String
  private let port: Int

  /// Why there is no serving.
  package enum Refusal: Error, Hashable {
    /// Others could reach the address, and nobody signs in yet.
    case notLoopback(String)
    /// Something else listens there, or may not be listened to.
    case addressTaken(host: String, port: Int)
  }

  package init(desk: LedgerDesk, caller: Caller, host: String, port: Int) throws {
    guard ["127.0.0.1", "localhost", "::1"].contains(host) else {
      throw Refusal.notLoopback(host)
    }
    self.desk = desk
    self.caller = caller
    self.host = host
    self.port = port
  }

  /// Serves until the process is told to stop; what is under way is finished first. `started` is told the
  /// port when browsers can come: of port 0 the one that the system chose.
  package func run(started: @escaping @Sendable (_ port: Int) -> Void) async throws {
    let ledger = try OpenLedger(at: desk)
    let site = try Site(ledger, desk: desk)
    let responder = SiteResponder(site: site, caller: caller)
    var log = Logger(label: "taizhang.website")
    log.logLevel = .error
    let application = Application(
      responder: responder,
      server: .http1(
        configuration: HTTP1Channel.Configuration(
          additionalChannelHandlers: [
            IdleStateHandler(allTimeout: .seconds(60)), IdleCloser(),
          ])),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? port
        site.opens(at: port)
        started(port)
      }, logger: log)
    var configuration = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: log)
    configuration.maximumGracefulShutdownDuration = .seconds(30)
    do {
      try await ServiceGroup(configuration: configuration).run()
    } catch let error as IOError where [EADDRINUSE, EACCES].contains(error.errnoCode) {
      throw Refusal.addressTaken(host: host, port: port)
    }
    try await responder.lanes.stop()
    try await site.imports.close()
    try await site.queue.close()
    try ledger.close()
  }
}
