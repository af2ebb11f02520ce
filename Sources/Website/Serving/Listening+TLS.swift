import NIOSSL

extension Listening {
  /// The TLS configuration; nil without a certificate. Throws `certificate` for unusable files.
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
        // Detects a key that does not match the certificate now, rather than at the first connection.
        _ = try NIOSSLContext(configuration: tls)
      } catch {
        throw WebServer.Refusal.certificate(file: certificate.key)
      }
      return tls
    }
  }

  /// The TLS 1.2 cipher suites with forward secrecy and authenticated encryption, strongest first; all of TLS 1.3
  /// qualify.
  private static let ciphers: [NIOTLSCipher] = [
    .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
    .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
  ]

  private static func read<Part>(_ file: String, _ read: (String) throws -> Part) throws -> Part {
    do { return try read(file) } catch { throw WebServer.Refusal.certificate(file: file) }
  }
}
