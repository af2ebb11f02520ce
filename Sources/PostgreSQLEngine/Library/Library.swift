import Glibc

/// PostgreSQL's client library, loaded when a ledger in a server is first opened: it loads some twenty other
/// libraries that a ledger in a file does not need.
struct Library: Sendable {
  typealias Text = UnsafePointer<CChar>

  /// The functions of the library, named without `PQ`.
  let connectdb: @convention(c) (Text) -> OpaquePointer?
  let status: @convention(c) (OpaquePointer?) -> Int32
  let finish: @convention(c) (OpaquePointer?) -> Void
  let errorMessage: @convention(c) (OpaquePointer?) -> Text?
  let parameterStatus: @convention(c) (OpaquePointer?, Text) -> Text?
  let transactionStatus: @convention(c) (OpaquePointer?) -> Int32
  let setNoticeProcessor:
    @convention(c) (
      OpaquePointer?, (@convention(c) (UnsafeMutableRawPointer?, Text?) -> Void)?,
      UnsafeMutableRawPointer?
    ) -> UnsafeRawPointer?
  let exec: @convention(c) (OpaquePointer?, Text) -> OpaquePointer?
  let execParams:
    @convention(c) (
      OpaquePointer?, Text, Int32, UnsafePointer<UInt32>?, UnsafePointer<Text?>?,
      UnsafePointer<Int32>?, UnsafePointer<Int32>?, Int32
    ) -> OpaquePointer?
  /// Nil in libraries without pipeline mode.
  let pipeline: Pipeline?
  let putCopyData: @convention(c) (OpaquePointer?, Text, Int32) -> Int32
  let putCopyEnd: @convention(c) (OpaquePointer?, Text?) -> Int32
  let getResult: @convention(c) (OpaquePointer?) -> OpaquePointer?
  let resultStatus: @convention(c) (OpaquePointer?) -> Int32
  let resultErrorField: @convention(c) (OpaquePointer?, Int32) -> Text?
  let cmdStatus: @convention(c) (OpaquePointer?) -> Text?
  let clear: @convention(c) (OpaquePointer?) -> Void
  let ntuples: @convention(c) (OpaquePointer?) -> Int32
  let nfields: @convention(c) (OpaquePointer?) -> Int32
  let ftype: @convention(c) (OpaquePointer?, Int32) -> UInt32
  let getvalue: @convention(c) (OpaquePointer?, Int32, Int32) -> Text?
  let getlength: @convention(c) (OpaquePointer?, Int32, Int32) -> Int32
  let getisnull: @convention(c) (OpaquePointer?, Int32, Int32) -> Int32

  /// Functions for batched statements.
  struct Pipeline: Sendable {
    let enter: @convention(c) (OpaquePointer?) -> Int32
    let exit: @convention(c) (OpaquePointer?) -> Int32
    let sync: @convention(c) (OpaquePointer?) -> Int32
    let send:
      @convention(c) (
        OpaquePointer?, Text, Int32, UnsafePointer<UInt32>?, UnsafePointer<Text?>?,
        UnsafePointer<Int32>?, UnsafePointer<Int32>?, Int32
      ) -> Int32
  }

  /// The library, or why it cannot be loaded.
  static let loaded: Result<Library, Missing> = load()

  /// The loader's message.
  struct Missing: Error {
    let message: String
  }

  /// `TAIZHANG_LIBPQ` names another library with the same functions, for databases with another login protocol.
  private static let names: [String] =
    getenv("TAIZHANG_LIBPQ").map { [String(cString: $0)] } ?? ["libpq.so.5", "libpq.5.dylib"]

  private static func load() -> Result<Library, Missing> {
    var message = ""
    for name in names {
      if let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) {
        do { return .success(try Library(handle)) } catch { return .failure(error) }
      }
      if message.isEmpty { message = dlerror().map { String(cString: $0) } ?? name }
    }
    return .failure(Missing(message: message))
  }

  private init(_ handle: UnsafeMutableRawPointer) throws(Missing) {
    func function<T>(_ name: String, _ type: T.Type = T.self) throws(Missing) -> T {
      guard let symbol = dlsym(handle, "PQ" + name) else {
        throw Missing(message: "libpq: PQ" + name)
      }
      return unsafeBitCast(symbol, to: type)
    }
    connectdb = try function("connectdb")
    status = try function("status")
    finish = try function("finish")
    errorMessage = try function("errorMessage")
    parameterStatus = try function("parameterStatus")
    transactionStatus = try function("transactionStatus")
    setNoticeProcessor = try function("setNoticeProcessor")
    exec = try function("exec")
    execParams = try function("execParams")
    pipeline =
      dlsym(handle, "PQenterPipelineMode") == nil
      ? nil
      : Pipeline(
        enter: try function("enterPipelineMode"), exit: try function("exitPipelineMode"),
        sync: try function("pipelineSync"), send: try function("sendQueryParams"))
    putCopyData = try function("putCopyData")
    putCopyEnd = try function("putCopyEnd")
    getResult = try function("getResult")
    resultStatus = try function("resultStatus")
    resultErrorField = try function("resultErrorField")
    cmdStatus = try function("cmdStatus")
    clear = try function("clear")
    ntuples = try function("ntuples")
    nfields = try function("nfields")
    ftype = try function("ftype")
    getvalue = try function("getvalue")
    getlength = try function("getlength")
    getisnull = try function("getisnull")
  }
}

/// Constants of `libpq-fe.h` and `postgres_ext.h`.
enum LibraryCode {
  static let connectionIsOpen: Int32 = 0
  static let transactionFailed: Int32 = 3
  static let commandDone: Int32 = 1
  static let rows: Int32 = 2
  static let copyBegins: Int32 = 4
  /// The fields of an error: SQLSTATE, message, table.
  static let state = Int32(UInt8(ascii: "C"))
  static let message = Int32(UInt8(ascii: "M"))
  static let table = Int32(UInt8(ascii: "t"))

  /// The OIDs of column types that are not read as text.
  static let boolean: UInt32 = 16
  static let bytes: UInt32 = 17
  static let integers: Set<UInt32> = [20, 21, 23]
  static let numeric: UInt32 = 1700
}
