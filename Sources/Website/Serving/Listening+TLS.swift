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
      tls.cipherSuiteValues = Self.ciphers
      do {
        // A key of another certificate is found now, not by the first browser.
        _ = try NIOSSLContext(configuration: tls)
      } catch {
        throw WebServer.Refusal.certificate(file: certificate.key)
      }
      return tls
    }
  }

  /// Those of TLS 1.2 that keep secret what was sent once a key is known, and notice what was altered, the strongest
  /// first; TLS 1.3 has no others.
  private static let ciphers: [NIOTLSCipher] = [
    .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
    .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
  ]

  private static func read<Part>(_ file: String, _ read: (String) throws -> Part) throws -> Part {
    do { return try read(file) } catch { throw WebServer.Refusal.certificate(file: file) }
  }
}
