import Foundation
import Glibc
import Logging

/// Where a server is reached, and by whom.
package struct Listening: Hashable, Sendable {
  package let place: Place
  /// The files of a certificate and its key, for TLS.
  package var certificate: Certificate?
  /// The header in which a gateway names the user; believed on a socket alone.
  package var userHeader: String?
  /// Whether plain HTTP beyond this machine is meant, or a gateway's browsers come without TLS.
  package var isInsecure = false

  package enum Place: Hashable, Sendable {
    case port(host: String, port: Int)
    /// A Unix socket, for a gateway on this machine.
    case socket(path: String)
  }

  /// Where a certificate and its private key stand (PEM); those that lead to its root stand behind it.
  package struct Certificate: Hashable, Sendable {
    package let chain: String
    package let key: String

    package init(chain: String, key: String) {
      self.chain = chain
      self.key = key
    }
  }

  package init(_ place: Place) { self.place = place }

  /// Whether only this machine reaches it.
  package var isLoopback: Bool {
    switch place {
    case .port(let host, _): ["127.0.0.1", "localhost", "::1"].contains(host)
    case .socket: true
    }
  }

  /// Whether browsers come by TLS: here, or at the gateway.
  var isSecure: Bool {
    switch place {
    case .port: certificate != nil
    case .socket: !isInsecure
    }
  }

  var way: Door.Way { Door.Way(isSecure: isSecure, userHeader: userHeader) }

  /// Lets the gateway at a socket, which is of the server's group: to write is to connect. Whoever else is kept
  /// out by the folder as well.
  func letGatewayIn() {
    guard case .socket(let path) = place else { return }
    if chmod(path, 0o660) != 0 {
      Logger(label: "taizhang.website").error("socket: mode not set, errno \(errno)")
    }
  }

  /// Makes room for a socket where one was left by a server that is gone; anything else stays.
  func makeRoom() {
    guard case .socket(let path) = place else { return }
    let facts = try? FileManager.default.attributesOfItem(atPath: path)
    if facts?[.type] as? FileAttributeType == .typeSocket { unlink(path) }
  }
}
