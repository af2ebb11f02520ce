import Hummingbird
import NIOCore
import NIOPosix
import Operations
import Spreadsheet
import Wording

/// Reads a form with files from a connection; files are written to the disk as they arrive, with limits on size and
/// duration.
struct UploadReading {
  static let mostFiles = 10

  private let request: Request
  private let channel: any Channel
  private let operations: LedgerOperations
  private let patience: Duration

  /// `operations` receives the files and sets their limits; `patience` is the maximum duration.
  init(
    _ request: Request, on channel: any Channel, at operations: LedgerOperations,
    within patience: Duration
  ) {
    self.request = request
    self.channel = channel
    self.patience = patience
    self.operations = operations
  }

  /// The content of a form.
  struct Content: Sendable {
    var form = Query()
    var files: [SentFile] = []
  }

  /// Throws `Failure` if the form is malformed or too large.
  func content() async throws -> Content {
    let most = Self.mostFiles * operations.limits.fileBytes + FormReading.limit
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > most {
      throw Failure.tooLarge
    }
    var parser: MultipartParser
    do {
      parser = try MultipartParser(contentType: request.headers[.contentType] ?? "")
    } catch {
      throw Failure(error)
    }
    let deadline = deadline()
    defer { deadline.cancel() }
    var collector = UploadCollector(at: operations)
    do {
      for try await buffer in request.body {
        var events: [MultipartParser.Event] = []
        try parser.feed(buffer.readableBytesView) { events.append($0) }
        for event in events { try await collector.take(event) }
      }
      try parser.finish()
    } catch let fault as MultipartParser.Fault {
      throw Failure(fault)
    } catch OperationError.fileTooLarge {
      throw Failure.tooLarge
    }
    return collector.content
  }

  /// Reads a body that is a file. Throws `Failure` if it is too large.
  func file(named name: String) async throws -> SentFile {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }),
      length > operations.limits.fileBytes
    {
      throw Failure.tooLarge
    }
    let deadline = deadline()
    defer { deadline.cancel() }
    let operations = operations
    let upload = try await UploadCollector.onThread { try operations.receive(name) }
    do {
      for try await buffer in request.body {
        let bytes = Array(buffer.readableBytesView)
        try await UploadCollector.onThread { try upload.append(bytes) }
      }
    } catch OperationError.fileTooLarge {
      throw Failure.tooLarge
    }
    return SentFile(field: "", upload: upload)
  }

  /// A body sent byte by byte is never idle, so a deadline closes its connection.
  private func deadline() -> Scheduled<Void> {
    let channel = channel
    return channel.eventLoop.scheduleTask(in: TimeAmount(patience)) { channel.close(promise: nil) }
  }
}

/// Collects the parts of a form. Disk writes run on threads that may block.
struct UploadCollector {
  private(set) var content = UploadReading.Content()
  private let operations: LedgerOperations
  private var head: MultipartHead?
  private var upload: DraftUpload?
  private var text: [UInt8] = []
  private var textBytes = 0

  init(at operations: LedgerOperations) { self.operations = operations }

  mutating func take(_ event: MultipartParser.Event) async throws {
    switch event {
    case .part(let head): try await begin(head)
    case .bytes(let bytes):
      if let upload {
        try await Self.onThread { try upload.append(bytes) }
      } else {
        textBytes += bytes.count
        if textBytes > FormReading.limit { throw Failure.tooLarge }
        text += bytes
      }
    case .end: end()
    }
  }

  private mutating func begin(_ head: MultipartHead) async throws {
    self.head = head
    (text, upload) = ([], nil)
    // A file field without a chosen file is sent with an empty name.
    guard let name = head.fileName, !name.isEmpty else { return }
    if content.files.count >= UploadReading.mostFiles { throw Failure.tooManyFiles }
    let operations = operations
    upload = try await Self.onThread { try operations.receive(name) }
  }

  private mutating func end() {
    guard let head else { return }
    if let upload {
      content.files.append(SentFile(field: head.field, upload: upload))
    } else if head.fileName == nil {
      content.form = content.form.adding(head.field, String(decoding: text, as: UTF8.self))
    }
    (self.head, upload) = (nil, nil)
  }

  fileprivate static func onThread<Result: Sendable>(
    _ work: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await NIOThreadPool.singleton.runIfActive(work)
  }
}

extension Failure {
  static let tooManyFiles = Failure(413, "一次最多收 10 份清单，没有收下。", "分几次拖进来。")

  /// The failure for a malformed form.
  init(_ fault: MultipartParser.Fault) {
    switch fault {
    case .noBoundary: self.init(415, "提交的内容不是带文件的表单。", "回到“导入”页，选择文件再提交。")
    case .tooManyParts, .headTooLong: self.init(413, "提交的内容项数太多，没有收下。", "一次最多 10 份清单。")
    case .nameless, .malformed, .unfinished:
      self.init(400, "文件没有传完整，没有收下。", "再传一次；还不行，换一个浏览器。")
    }
  }
}
