import Hummingbird
import NIOCore

/// Reads a form or a document from a connection, with a limit on its size and on its duration.
struct FormReading {
  static let limit = 256 * 1024

  private let request: Request
  private let channel: any Channel
  private let patience: Duration

  /// `patience` is the maximum duration of the body.
  init(_ request: Request, on channel: any Channel, within patience: Duration) {
    self.request = request
    self.channel = channel
    self.patience = patience
  }

  /// Reads a form. Throws `Failure` 415 for another type, and `Failure.tooLarge`.
  func form() async throws -> Query {
    let type = request.headers[.contentType] ?? ""
    guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
      throw Failure(415, "提交的内容不是表单。", "回到台账的页面，从页面上提交。")
    }
    return Query(encoded: String(decoding: try await bytes(), as: UTF8.self))
  }

  /// Reads a body of any type; throws `Failure.tooLarge`.
  func bytes() async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Self.limit {
      throw Failure.tooLarge
    }
    // A body sent byte by byte is never idle, so a deadline closes its connection.
    let channel = channel
    let deadline = channel.eventLoop.scheduleTask(in: TimeAmount(patience)) {
      channel.close(promise: nil)
    }
    defer { deadline.cancel() }
    var bytes: [UInt8] = []
    for try await buffer in request.body {
      bytes.append(contentsOf: buffer.readableBytesView)
      if bytes.count > Self.limit { throw Failure.tooLarge }
    }
    return bytes
  }
}
