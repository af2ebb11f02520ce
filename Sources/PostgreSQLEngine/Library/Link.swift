import Glibc

/// One connection to a server, used by one thread at a time.
///
/// No session state outlives a transaction: statements are unnamed and settings local, so that a connection pooler
/// can reassign the server process afterwards.
final class Link: @unchecked Sendable {
  let address: PostgreSQLAddress
  private let library: Library
  private let handle: OpaquePointer
  private var cursors = 0
  /// Statements whose results nobody needs: they are sent with the next one whose result is needed.
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
    // Notices of the server are not printed.
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

  /// Whether the connection is lost.
  var isBroken: Bool { library.status(handle) != LibraryCode.connectionIsOpen }

  /// Whether a statement of the transaction failed: then it can only be rolled back.
  var hasFailed: Bool { library.transactionStatus(handle) == LibraryCode.transactionFailed }

  /// A cursor name that is unique on the connection: several queries share the writer's transaction.
  func nextCursor() -> String {
    cursors += 1
    return "c\(cursors)"
  }

  /// Runs statements that return nothing.
  func run(_ sql: String) throws(ServerError) { _ = try rows(sql) }

  /// Runs statements without parameters, the last of which is a query.
  func rows(_ sql: String) throws(ServerError) -> Answer {
    try send()
    return try answer(library.exec(handle, sql))
  }

  /// Runs one statement after the queued ones.
  func rows(_ sql: String, _ parameters: Parameters) throws(ServerError) -> Answer {
    if !queued.isEmpty, let last = try rows([(sql, parameters)]).last { return last }
    return try answer(
      parameters.withPointers { values, lengths, formats in
        library.execParams(
          handle, sql, Int32(parameters.count), nil, values, lengths, formats, 0)
      })
  }

  /// Runs statements after the queued ones, all of them sent at once; returns their results.
  func rows(
    _ statements: [(sql: String, parameters: Parameters)]
  ) throws(ServerError) -> [Answer] {
    queued += statements
    return try sendQueued().suffix(statements.count)
  }

  /// Queues a statement to run, in order, before the transaction ends; its error is thrown then.
  func queue(_ sql: String, _ parameters: Parameters) throws(ServerError) {
    queued.append((sql, parameters))
    if queued.count == Self.most { try send() }
  }

  /// The maximum number of queued statements: the server's answers must fit into buffers that nobody reads meanwhile.
  private static let most = 64

  /// Runs the queued statements.
  func send() throws(ServerError) { if !queued.isEmpty { _ = try sendQueued() } }

  /// Discards the queued statements: their transaction is rolled back.
  func forget() { queued = [] }

  /// Sends all queued statements at once; returns their results.
  private func sendQueued() throws(ServerError) -> [Answer] {
    let statements = queued
    queued = []
    var answers: [Answer] = []
    guard let pipeline = library.pipeline else {
      for (sql, parameters) in statements { answers.append(try rows(sql, parameters)) }
      return answers
    }
    guard pipeline.enter(handle) == 1 else { throw lost }
    for (sql, parameters) in statements {
      _ = parameters.withPointers { values, lengths, formats in
        pipeline.send(
          handle, sql, Int32(parameters.count), nil, values, lengths, formats, 0)
      }
    }
    _ = pipeline.sync(handle)
    var failure: ServerError?
    for _ in statements {
      while let result = library.getResult(handle) {
        do throws(ServerError) { answers.append(try answer(result)) } catch {
          // Statements after a failure are not run; the first failure is reported.
          if failure == nil { failure = error }
        }
      }
    }
    if let end = library.getResult(handle) { library.clear(end) }
    _ = pipeline.exit(handle)
    if let failure { throw failure }
    if isBroken { throw lost }
    return answers
  }

  /// The error for a lost connection.
  private var lost: ServerError {
    ServerError(state: "", message: Self.text(library.errorMessage(handle)), table: nil)
  }

  /// Adds rows in the text format of `COPY`.
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
    // The library needs all results to be read before the next statement.
    while let more = library.getResult(handle) { library.clear(more) }
    _ = try answer(result)
  }

  private static let piece = 1 << 18

  /// Commits the transaction. Throws if a statement of it failed: the server then rolls back without an error.
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

  /// A message of the library on one line.
  private static func text(_ text: Library.Text?) -> String {
    guard let text else { return "" }
    return String(cString: text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
