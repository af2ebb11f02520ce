import ArgumentParser
import Dispatch
import Operations
import Synchronization
import Website

/// `taizhang serve`: the ledger in a browser.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "在浏览器里用台账；没有台账就新建一本。",
    discussion: """
      例：taizhang serve                  然后在本机浏览器打开屏幕上显示的地址
          taizhang serve --port 9000
          taizhang serve --socket /run/taizhang/web.sock --user-header X-User    放在统一认证的网关后面
      还没有账户（taizhang user）时不用登录，只对本机开放；有了账户，人人都要登录。
      按 Ctrl-C 停止，正在处理的先做完。
      """)

  @OptionGroup var ledger: LedgerOptions
  @Option(help: ArgumentHelp("地址；有了账户才能不是本机", valueName: "地址"))
  var host = "127.0.0.1"
  @Option(help: ArgumentHelp("端口；0 由系统挑一个", valueName: "端口")) var port = 8080

  @Option(help: ArgumentHelp("Unix 套接字，给本机的网关用，不再开端口", valueName: "文件"))
  var socket: String?
  @Option(help: ArgumentHelp("网关写登录名的请求头，只在套接字上信", valueName: "名称"))
  var userHeader: String?
  @Flag(help: "明知没有 TLS 也对外开放：密码在网上是明文；每次启动都要写") var insecure = false

  func validate() throws {
    if userHeader != nil, socket == nil {
      throw ValidationError("--user-header 只和 --socket 一起用：别处来的请求头谁都能写。")
    }
    guard (0...65_535).contains(port) else { throw ValidationError("端口是 0 到 65535 的数。") }
  }

  func run() throws {
    do {
      let desk = try ledger.deskForNew
      let server = try WebServer(desk: desk, caller: Caller(name: desk.actor), at: listening)
      if insecure, socket == nil {
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
      listening.userHeader = userHeader
      listening.isInsecure = insecure
      return listening
    }
  }

  /// Where browsers find it.
  private var place: @Sendable (Int) -> String {
    let socket = socket
    let name = host.contains(":") ? "[\(host)]" : host
    return { port in socket ?? "http://\(name):\(port)/" }
  }

  private static func words(_ refusal: WebServer.Refusal) -> String {
    switch refusal {
    case .notLoopback(let host):
      "不能在「\(host)」上开放：还没有账户，谁连得上谁就能改台账。先用 taizhang user add 建账户，或者只用 127.0.0.1。"
    case .accountsGone:
      "不能开放：凭证里有账户做的，账户文件却不见了，谁来都不用登录。从备份里取回账户文件，放在台账旁边再启动。"
    case .plain(let host):
      "不能在「\(host)」上开放：没有 TLS，密码在网上是明文。放在网关后面用 --socket；明知如此也要开，写 --insecure。"
    case .addressTaken(let path, 0):
      "套接字「\(path)」用不了：别的程序占着，或者没有权限。换一个 --socket。"
    case .addressTaken(let host, let port):
      "「\(host)」的 \(port) 端口用不了：别的程序占着，或者没有权限。换一个 --port。"
    }
  }

  /// Waits for work that runs on Swift's own threads.
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
