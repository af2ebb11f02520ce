import Glibc

/// One connection to a server, used by one thread at a time: sends statements, hands out what comes back.
///
/// Nothing outlives a transaction on it: statements are unnamed and settings local, so that a pooler may hand
/// the server's end to somebody else afterwards.
final class Link: @unchecked Sendable {
  let address: PostgreSQLAddress
  private let library: Library
  private let handle: OpaquePointer
  private var cursors = 0
  /// Statements whose answers nobody waits for: they go with the next one whose answer is needed.
  private var queued: [(sql: String, parameters: Parameters)] = []

  /// Connects. Throws `ServerError`.
  init(_ address: PostgreSQLAddress) throws(ServerError) {
    switch Library.loaded {
    case .success(let library): self.library = library
    case .failure(let missing): throw ServerError(state: "", message: missing.message, table: nil)
    }
    self.address = address
    guard let handle = library.connectdb(address.connection) else {
      throw ServerError(state: "", message: "libpq", table: nil)
    }
    guard library.status(handle) == LibraryCode.connectionIsOpen else {
      let message = Self.text(library.errorMessage(handle))
      library.finish(handle)
      throw ServerError(state: "", message: message, table: nil)
    }
    self.handle = handle
    // What the server only remarks is for nobody's terminal.
    _ = library.setNoticeProcessor(handle, { _, _ in }, nil)
    let encoding = Self.text(library.parameterStatus(handle, "server_encoding"))
    guard encoding == "UTF8" else {
      throw ServerError(state: "", message: "server_encoding = \(encoding)", table: nil)
    }
    if Self.text(library.parameterStatus(handle, "client_encoding")) != "UTF8" {
      try run("SET client_encoding TO 'UTF8'")
    }
  }

  deinit { library.finish(handle) }

  /// Whether nothing can be sent any more.
  var isBroken: Bool { library.status(handle) != LibraryCode.connectionIsOpen }

  /// Whether a statement of the transaction failed that was sent: then nothing of it can be committed.
  var hasFailed: Bool { library.transactionStatus(handle) == LibraryCode.transactionFailed }

  /// A name that no cursor of the connection has: several questions share the writer's transaction.
  func nextCursor() -> String {
    cursors += 1
    return "c\(cursors)"
  }

  /// Runs statements that return nothing; of several the last one's answer counts.
  func run(_ sql: String) throws(ServerError) { _ = try rows(sql) }

  /// Runs statements without parameters, the last of which is a query.
  func rows(_ sql: String) throws(ServerError) -> Answer {
    try send()
    return try answer(library.exec(handle, sql))
  }

  /// Runs one statement, behind those that wait.
  func rows(_ sql: String, _ parameters: Parameters) throws(ServerError) -> Answer {
    if !queued.isEmpty {
      queued.append((sql, parameters))
      if let last = try sendQueued() { return last }
    }
    return try answer(
      parameters.withPointers { values, lengths, formats in
        library.execParams(
          handle, sql, Int32(parameters.count), nil, values, lengths, formats, 0)
      })
  }

  /// Runs a statement some time before the transaction ends, in its turn; what it fails with is thrown then.
  func queue(_ sql: String, _ parameters: Parameters) throws(ServerError) {
    queued.append((sql, parameters))
    if queued.count == Self.most { try send() }
  }

  /// How many statements wait at most: the server's answers to them must find room while nobody reads.
  private static let most = 64

  /// Runs what waits.
  func send() throws(ServerError) { if !queued.isEmpty { _ = try sendQueued() } }

  /// Forgets what waits: its transaction is taken back.
  func forget() { queued = [] }

  /// Sends all that waits in one go; the last one's answer.
  private func sendQueued() throws(ServerError) -> Answer? {
    let statements = queued
    queued = []
    guard let pipeline = library.pipeline else {
      var last: Answer?
      for (sql, parameters) in statements { last = try rows(sql, parameters) }
      return last
    }
    guard pipeline.enter(handle) == 1 else { throw lost }
    for (sql, parameters) in statements {
      _ = parameters.withPointers { values, lengths, formats in
        pipeline.send(
          handle, sql, Int32(parameters.count), nil, values, lengths, formats, 0)
      }
    }
    _ = pipeline.sync(handle)
    var last: Answer?
    var failure: ServerError?
    for _ in statements {
      while let result = library.getResult(handle) {
        do throws(ServerError) { last = try answer(result) } catch {
          // What comes behind a failure is not run; the failure is what counts.
          if failure == nil { failure = error }
        }
      }
    }
    if let end = library.getResult(handle) { library.clear(end) }
    _ = pipeline.exit(handle)
    if let failure { throw failure }
    if isBroken { throw lost }
    return last
  }

  /// The connection is gone.
  private var lost: ServerError {
    ServerError(state: "", message: Self.text(library.errorMessage(handle)), table: nil)
  }

  /// Adds rows that are written as lines of `COPY`.
  func copy(_ sql: String, _ lines: [UInt8]) throws(ServerError) {
    try send()
    _ = try answer(library.exec(handle, sql), LibraryCode.copyBegins)
    let isSent = lines.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        stride(from: 0, to: bytes.count, by: Self.piece).allSatisfy { start in
          let count = min(Self.piece, bytes.count - start)
          guard let base = bytes.baseAddress else { return true }
          return library.putCopyData(handle, base + start, Int32(count)) == 1
        }
      }
    }
    if isSent { _ = library.putCopyEnd(handle, nil) }
    let result = library.getResult(handle)
    // The library goes on when it was asked for results until there is none.
    while let more = library.getResult(handle) { library.clear(more) }
    _ = try answer(result)
  }

  private static let piece = 1 << 18

  /// Ends the transaction. Throws when something of it had failed: the server takes it back then without
  /// calling that an error.
  func commit() throws(ServerError) {
    let answer = try rows("COMMIT", Parameters())
    guard answer.command == "COMMIT" else {
      throw ServerError(state: "25P02", message: "transaction was taken back", table: nil)
    }
  }

  private func answer(
    _ result: OpaquePointer?, _ expected: Int32? = nil
  ) throws(ServerError) -> Answer {
    guard let result else {
      throw lost
    }
    let status = library.resultStatus(result)
    let isFine =
      expected.map { $0 == status }
      ?? (status == LibraryCode.commandDone || status == LibraryCode.rows)
    if isFine { return Answer(result, library) }
    defer { library.clear(result) }
    let message = library.resultErrorField(result, LibraryCode.message)
    throw ServerError(
      state: isBroken ? "" : Self.text(library.resultErrorField(result, LibraryCode.state)),
      message: Self.text(message ?? library.errorMessage(handle)),
      table: library.resultErrorField(result, LibraryCode.table).map { String(cString: $0) })
  }

  /// What the library says, in one line.
  private static func text(_ text: Library.Text?) -> String {
    guard let text else { return "" }
    return String(cString: text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
