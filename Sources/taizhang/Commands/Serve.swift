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
      还没有登录，因此只对本机开放；按 Ctrl-C 停止，正在处理的先做完。
      """)

  @OptionGroup var ledger: LedgerOptions
  @Option(help: ArgumentHelp("地址，只能是本机：127.0.0.1、localhost 或 ::1", valueName: "地址"))
  var host = "127.0.0.1"
  @Option(help: ArgumentHelp("端口；0 由系统挑一个", valueName: "端口")) var port = 8080

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("端口是 0 到 65535 的数。") }
  }

  func run() throws {
    do {
      let desk = try ledger.deskForNew
      let server = try WebServer(
        desk: desk, caller: Caller(name: desk.actor), host: host, port: port)
      let name = host.contains(":") ? "[\(host)]" : host
      try Self.waiting {
        try await server.run { port in
          Terminal.note("台账已在 http://\(name):\(port)/ 打开，按 Ctrl-C 停止。")
        }
      }
    } catch let refusal as WebServer.Refusal {
      throw ValidationError(Self.words(refusal))
    }
  }

  private static func words(_ refusal: WebServer.Refusal) -> String {
    switch refusal {
    case .notLoopback(let host):
      "不能在「\(host)」上开放：还没有登录，谁连得上谁就能改台账。只能用 127.0.0.1、localhost 或 ::1。"
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
