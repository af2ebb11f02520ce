import NIOSSL

extension Listening {
  /// How connections are secured; nil without a certificate. Throws `certificate` for files that cannot be used.
  var tls: TLSConfiguration? {
    get throws {
      guard let certificate else { return nil }
      let chain = try Self.read(certificate.chain) {
        try NIOSSLCertificate.fromPEMFile($0)
      }
      let key = try Self.read(certificate.key) { try NIOSSLPrivateKey(file: $0, format: .pem) }
      var tls = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
      tls.minimumTLSVersion = .tlsv12
      do {
        // A key of another certificate is found now, not by the first browser.
        _ = try NIOSSLContext(configuration: tls)
      } catch {
        throw WebServer.Refusal.certificate(file: certificate.key)
      }
      return tls
    }
  }

  private static func read<Part>(_ file: String, _ read: (String) throws -> Part) throws -> Part {
    do { return try read(file) } catch { throw WebServer.Refusal.certificate(file: file) }
  }
}
