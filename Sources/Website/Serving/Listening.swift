import Foundation
import Glibc
import Logging

/// The address on which a server listens, and how callers reach it.
package struct Listening: Hashable, Sendable {
  package let place: Place
  /// The certificate and key files for TLS.
  package var certificate: Certificate?
  /// The header in which a gateway names the user; trusted only on the Unix domain socket.
  package var userHeader: String?
  /// Whether plain HTTP is accepted beyond this machine, or between browsers and the gateway.
  package var isInsecure = false

  package enum Place: Hashable, Sendable {
    case port(host: String, port: Int)
    /// A Unix domain socket, for a gateway on this machine.
    case socket(path: String)
  }

  /// The paths of a certificate with its chain, and of its private key (PEM).
  package struct Certificate: Hashable, Sendable {
    package let chain: String
    package let key: String

    package init(chain: String, key: String) {
      self.chain = chain
      self.key = key
    }
  }

  package init(_ place: Place) { self.place = place }

  /// Whether only this machine can reach the address.
  package var isLoopback: Bool {
    switch place {
    case .port(let host, _): ["127.0.0.1", "localhost", "::1"].contains(host)
    case .socket: true
    }
  }

  /// Whether browsers use TLS, terminated here or at the gateway.
  var isSecure: Bool {
    switch place {
    case .port: certificate != nil
    case .socket: !isInsecure
    }
  }

  var way: Door.Way { Door.Way(isSecure: isSecure, userHeader: userHeader) }

  /// Makes the socket writable for the server's group, to which the gateway belongs. The folder's permissions keep
  /// others out too.
  func letGatewayIn() {
    guard case .socket(let path) = place else { return }
    if chmod(path, 0o660) != 0 {
      Logger(label: "taizhang.website").error("socket: mode not set, errno \(errno)")
    }
  }

  /// Removes a socket left by an earlier server; other files are not touched.
  func makeRoom() {
    guard case .socket(let path) = place else { return }
    let facts = try? FileManager.default.attributesOfItem(atPath: path)
    if facts?[.type] as? FileAttributeType == .typeSocket { unlink(path) }
  }
}
