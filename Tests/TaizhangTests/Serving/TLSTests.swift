import Foundation
import TestSupport
import Testing

/// The server with a certificate: made here and now by `openssl`, for this machine alone.
@Suite struct TLSTests {
  /// Makes a certificate and its key; returns their names.
  private static func certificate(_ program: Program, _ name: String) throws -> (String, String) {
    let (file, key) = ("\(name).pem", "\(name).key")
    _ = try Command.output([
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
      "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
      "subjectAltName=IP:127.0.0.1", "-keyout", program.folder.appending(path: key).path, "-out",
      program.folder.appending(path: file).path,
    ])
    return (file, key)
  }

  @Test func `页面走 TLS：一年内浏览器不再走明文，cookie 只走 TLS，只认 https 的页面`() throws {
    let program = try Program()
    #expect(try program.run("import", program.writeList(), "--yes", "--sender", "测试局").status == 0)
    let code = try program.run("user", "add", "wei", "--name", "韦某").lines[0]
    let (file, key) = try Self.certificate(program, "site")
    let server = try ServingProgram(program, "--certificate", file, "--key", key)
    let trusted = program.folder.appending(path: file).path
    let page = try server.fetch("GET", "/sign-in", certificate: trusted)
    #expect(page.status == 200, "\(page.error)")
    #expect(page.header("Strict-Transport-Security") == "max-age=31536000")
    #expect(page.header("Content-Security-Policy") != nil)
    let form = "login=wei&password=\(code)"
    for (origin, status) in [
      ("http://127.0.0.1:\(server.port)", 403), ("https://evil.example", 403),
      ("https://127.0.0.1:\(server.port)", 303),
    ] {
      let answer = try server.fetch(
        "POST", "/sign-in",
        ["Content-Type": "application/x-www-form-urlencoded", "Origin": origin], body: form,
        certificate: trusted)
      #expect(answer.status == status, "\(origin)")
      guard status == 303 else { continue }
      let cookie = try #require(answer.header("Set-Cookie"))
      #expect(cookie.hasPrefix("__Host-taizhang="))
      for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        #expect(cookie.contains(part), "\(part)")
      }
      #expect(!cookie.contains("Domain"))
    }
    // Plain HTTP gets no page there, and an old protocol no connection.
    #expect(try server.fetch("GET", "/sign-in").status == 0)
    // Nor has one whose cipher does not notice what was altered.
    for (version, cipher, isTaken) in [
      ("-tls1_1", "ALL@SECLEVEL=0", false), ("-tls1_2", "ECDHE-ECDSA-AES256-SHA", false),
      ("-tls1_2", "ECDHE-ECDSA-AES128-GCM-SHA256", true),
    ] {
      let told = try Command.output(
        "sh", "-c",
        "openssl s_client -connect 127.0.0.1:\(server.port) \(version) -cipher \(cipher) -brief < /dev/null"
      )
      #expect(told.contains("CONNECTION ESTABLISHED") == isTaken, "\(version) \(cipher)")
    }
    server.signal(SIGTERM)
    #expect(server.end().status == 0)
  }

  @Test func `证书和私钥用不了就不开，说是哪一个`() throws {
    let program = try Program()
    #expect(try program.run("import", program.writeList(), "--yes", "--sender", "测试局").status == 0)
    let (file, key) = try Self.certificate(program, "one")
    let (_, other) = try Self.certificate(program, "two")
    try Data("no certificate".utf8).write(to: program.folder.appending(path: "bad.pem"))
    for (certificate, key, named) in [
      ("absent.pem", key, "absent.pem"), ("bad.pem", key, "bad.pem"), (file, "bad.pem", "bad.pem"),
      (file, other, other),
    ] {
      let ended = try program.run(
        "serve", "--port", "0", "--certificate", certificate, "--key", key)
      #expect(ended.status == 64)
      #expect(ended.notes.contains("「\(named)」"), "\(ended.notes)")
    }
    for options in [["--certificate", file], ["--key", key]] {
      #expect(try program.shell("\"$0\" serve \"$@\"", options).notes.contains("一起写"))
    }
    let socket = try program.run(
      "serve", "--socket", "web.sock", "--certificate", file, "--key", key)
    #expect(socket.status == 64)
  }
}
