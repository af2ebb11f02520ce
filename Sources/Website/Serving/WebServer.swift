import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import Machine
import NIOCore
package import Operations
import ServiceLifecycle
import UnixSignals

/// Serves a ledger to browsers.
package struct WebServer: Sendable {
  private let operations: LedgerOperations
  private let caller: Caller
  private let listening: Listening
  private let backups: String?
  var patience = Patience()

  /// Why the server does not start.
  package enum Refusal: Error, Hashable {
    /// The address is reachable from other machines, but there are no accounts.
    case notLoopback(String)
    /// The ledger has entries made with accounts, but the file of accounts is missing: nobody would have to sign in.
    case accountsGone
    /// The address is reachable from other machines, and passwords would be sent without TLS.
    case plain(String)
    /// The address is in use, or listening on it is not permitted.
    case addressTaken(host: String, port: Int)
    /// The certificate or the key cannot be read, or they do not match.
    case certificate(file: String)
  }

  /// Throws `accountsGone`, `notLoopback` and `plain`. `backups` is the folder whose last verified backup is monitored.
  package init(
    operations: LedgerOperations, caller: Caller, at listening: Listening, backups: String? = nil
  ) throws {
    if try !Door.hasAccounts(operations), try operations.hasActsOfAccounts() {
      throw Refusal.accountsGone
    }
    if case .port(let host, _) = listening.place, !listening.isLoopback {
      guard try Door.hasAccounts(operations) else { throw Refusal.notLoopback(host) }
      guard listening.isSecure || listening.isInsecure else { throw Refusal.plain(host) }
    }
    self.operations = operations
    self.caller = caller
    self.listening = listening
    self.backups = backups
  }

  /// Listens on a port of this machine.
  package init(operations: LedgerOperations, caller: Caller, host: String, port: Int) throws {
    try self.init(
      operations: operations, caller: caller, at: Listening(.port(host: host, port: port)))
  }

  /// Serves until the process receives a stop signal, then finishes running work. `started` is called with the port
  /// when the server accepts connections: the assigned one for port 0, and 0 for a socket.
  package func run(started: @escaping @Sendable (_ port: Int) -> Void) async throws {
    Memory.share()
    // Leaves a core free, so that pages do not wait while a list is read.
    Cores.spare(1)
    let server = try self.server()
    let ledger = try OpenLedger(at: operations)
    let door = Door(ledger, operations: operations, host: caller, way: listening.way)
    let site = try Site(ledger, operations: operations, door: door, backups: backups)
    try site.addLateLines()
    let responder = SiteResponder(
      site: site, isOnSocket: listening.isOnSocket, patience: patience)
    var log = Logger(label: "taizhang.website")
    log.logLevel = .error
    let isLoopback = listening.isLoopback
    let entrance = listening
    listening.makeRoom()
    let application = Application(
      responder: responder, server: server,
      configuration: ApplicationConfiguration(address: listening.address),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        entrance.letGatewayIn()
        if isLoopback, port > 0 { site.opens(at: port) } else { site.opensToAll() }
        responder.warm()
        started(port)
      }, logger: log)
    let stopping = Stopping(site)
    defer { stopping.end() }
    // Services stop in reverse order: queued work ends before the connections close.
    var configuration = ServiceGroupConfiguration(
      services: [
        .init(service: application, successTerminationBehavior: .gracefullyShutdownGroup),
        .init(service: stopping, successTerminationBehavior: .ignore),
      ], gracefulShutdownSignals: [.sigterm, .sigint], logger: log)
    configuration.maximumGracefulShutdownDuration = .seconds(Stopping.patience)
    do {
      try await ServiceGroup(configuration: configuration).run()
    } catch let error as IOError where [EADDRINUSE, EACCES].contains(error.errnoCode) {
      switch listening.place {
      case .port(let host, let port): throw Refusal.addressTaken(host: host, port: port)
      case .socket(let path): throw Refusal.addressTaken(host: path, port: 0)
      }
    }
    listening.makeRoom()
    try await responder.lanes.stop()
    try await site.imports.close()
    try await site.queue.close()
    try door.close()
    try ledger.close()
  }

  private func server() throws -> HTTPServerBuilder {
    let plain = HTTPServerBuilder.http1(
      configuration: HTTP1Channel.Configuration(
        additionalChannelHandlers: [
          IdleStateHandler(allTimeout: TimeAmount(patience.silence)), IdleCloser(),
        ]))
    return try listening.tls.map { try .tls(plain, tlsConfiguration: $0) } ?? plain
  }
}

extension Listening {
  fileprivate var isOnSocket: Bool { if case .socket = place { true } else { false } }

  fileprivate var address: BindAddress {
    switch place {
    case .port(let host, let port): .hostname(host, port: port)
    case .socket(let path): .unixDomainSocket(path: path)
    }
  }
}
