import ArgumentParser
import Dispatch
import Operations
import Storage
import Synchronization
import Website

/// `taizhang serve`: serves the ledger to browsers.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "在浏览器里用台账；没有台账就新建一本。",
    discussion: """
      例：taizhang serve                  然后在本机浏览器打开屏幕上显示的地址
          taizhang serve --port 9000
          taizhang serve --host 0.0.0.0 --port 443 --certificate 证书.pem --key 私钥.pem
          taizhang serve --socket /run/taizhang/web.sock --user-header X-User    放在统一认证的网关后面
      还没有账户（taizhang user）时不用登录，只对本机开放；有了账户，人人都要登录。
      按 Ctrl-C 停止，正在处理的先做完。
      """)

  @OptionGroup var ledger: LedgerOptions
  @Option(help: ArgumentHelp("地址；有了账户才能不是本机", valueName: "地址"))
  var host = "127.0.0.1"
  @Option(help: ArgumentHelp("端口；0 由系统挑一个", valueName: "端口")) var port = 8080

  @Option(help: ArgumentHelp("证书文件（PEM，中间证书接在后面），用 TLS", valueName: "文件"))
  var certificate: String?
  @Option(help: ArgumentHelp("证书的私钥文件（PEM）", valueName: "文件")) var key: String?
  @Option(help: ArgumentHelp("备份文件夹，给监控报最近一次核验过的备份有多旧", valueName: "文件夹"))
  var backups: String?
  @Option(help: ArgumentHelp("Unix 套接字，给本机的网关用，不再开端口", valueName: "文件"))
  var socket: String?
  @Option(help: ArgumentHelp("网关写登录名的请求头，只在套接字上信", valueName: "名称"))
  var userHeader: String?
  @Flag(help: "明知没有 TLS 也对外开放：密码在网上是明文；每次启动都要写") var insecure = false

  func validate() throws {
    guard (certificate == nil) == (key == nil) else {
      throw ValidationError("--certificate 和 --key 要一起写。")
    }
    if socket != nil, certificate != nil {
      throw ValidationError("--socket 不用证书：TLS 由网关做。")
    }
    if userHeader != nil, socket == nil {
      throw ValidationError("--user-header 只和 --socket 一起用：别处来的请求头谁都能写。")
    }
    guard (0...65_535).contains(port) else { throw ValidationError("端口是 0 到 65535 的数。") }
  }

  func run() throws {
    do {
      let operations = try ledger.operationsForNew
      let server = try WebServer(
        operations: operations, caller: Caller(name: operations.actor), at: listening,
        backups: try backups.map(RawArguments.text))
      if insecure, socket == nil, certificate == nil {
        Terminal.note("提醒：没有 TLS，密码和台账在网上是明文，谁都能看到。")
      }
      let place = place
      try Self.waiting {
        try await server.run { port in Terminal.note("台账已在 \(place(port)) 打开，按 Ctrl-C 停止。") }
      }
    } catch let refusal as WebServer.Refusal {
      throw ValidationError(Self.words(refusal))
    }
  }

  private var listening: Listening {
    get throws {
      let place =
        try socket.map { Listening.Place.socket(path: try RawArguments.text($0)) }
        ?? .port(host: host, port: port)
      var listening = Listening(place)
      if let certificate, let key {
        listening.certificate = Listening.Certificate(
          chain: try RawArguments.text(certificate), key: try RawArguments.text(key))
      }
      listening.userHeader = userHeader
      listening.isInsecure = insecure
      return listening
    }
  }

  /// The address for browsers, given the port, or the socket's path.
  private var place: @Sendable (Int) -> String {
    let (socket, scheme) = (socket, certificate == nil ? "http" : "https")
    let name = host.contains(":") ? "[\(host)]" : host
    return { port in socket ?? "\(scheme)://\(name):\(port)/" }
  }

  private static func words(_ refusal: WebServer.Refusal) -> String {
    switch refusal {
    case .notLoopback(let host):
      "不能在「\(host)」上开放：还没有账户，谁连得上谁就能改台账。先用 taizhang user add 建账户，或者只用 127.0.0.1。"
    case .accountsGone:
      "不能开放：凭证里有账户做的，账户文件却不见了，谁来都不用登录。从备份里取回账户文件，放在台账旁边再启动。"
    case .plain(let host):
      "不能在「\(host)」上开放：没有 TLS，密码在网上是明文。写 --certificate 和 --key，或者放在网关后面用 --socket；明知如此也要开，写 --insecure。"
    case .certificate(let file):
      "证书或私钥「\(file)」用不了：读不出来，不是 PEM，或者两者不是一对。"
    case .addressTaken(let path, 0):
      "套接字「\(path)」用不了：别的程序占着，或者没有权限。换一个 --socket。"
    case .addressTaken(let host, let port):
      "「\(host)」的 \(port) 端口用不了：别的程序占着，或者没有权限。换一个 --port。"
    }
  }

  /// Blocks until asynchronous work has finished.
  private static func waiting(for work: @escaping @Sendable () async throws -> Void) throws {
    let done = DispatchSemaphore(value: 0)
    let outcome = Mutex<Result<Void, any Error>?>(nil)
    Task {
      let result: Result<Void, any Error>
      do {
        try await work()
        result = .success(())
      } catch {
        result = .failure(error)
      }
      outcome.withLock { $0 = result }
      done.signal()
    }
    done.wait()
    try outcome.withLock { $0 }?.get()
  }
}
