import Foundation
import Ledger
import Logging
import Machine
import Operations
import Storage
import Wording

/// Why a request failed: a status, and for people the problem and a remedy.
struct Failure: Sendable {
  var status: Int
  let sentence: String
  let advice: String
  /// The details for programs; nil if the status says enough.
  var facts: ProblemFacts?
  /// The errors of the submitted form, by field.
  var fields: [FieldFault] = []
  /// Additional headers of the response.
  var headers: [(name: String, value: String)] = []

  init(_ status: Int, _ sentence: String, _ advice: String) {
    self.status = status
    self.sentence = sentence
    self.advice = advice
  }

  static let nowhere = Failure(404, "没有这个页面。", "地址可能写错了，或者来自旧的收藏。从上面的栏目重新进入。")
  static let otherMethod = Failure(405, "这个地址不能这样用。", "从页面上的按钮和链接操作。")
  static let malformed = Failure(400, "发来的请求读不懂。", "回到上一页再试。")
  static let packed = Failure(415, .typeUnsupported, "不收压缩过的正文。")
  static let tooLarge = Failure(413, "提交的内容太大，没有收下。", "表单不超过 256 KB，文件每份不超过 20 MB。")
  static let busy = Failure(503, "现在用的人太多，排不上队。", "过几秒再刷新。")

  init(_ refusal: Gatekeeper.Refusal) {
    switch refusal {
    case .notOurs: self.init(421, "这个网址不是台账的网址。", "用启动时屏幕上显示的地址打开。")
    case .foreignPage:
      self.init(403, "这次提交不是从台账的页面发出的，没有受理。", "回到台账的页面，从页面上提交。")
      facts = ProblemFacts(code: .pageForeign)
    }
  }

  /// Describes an error to a person: only what they can act on, never a path or code.
  init(_ error: any Error, at operations: LedgerOperations) {
    self = Self.worded(error, at: operations).told(by: error)
  }

  private static func worded(_ error: any Error, at operations: LedgerOperations) -> Failure {
    if let failure = error as? Failure {
      return failure
    }
    if case .interrupted? = error as? OperationError {
      return Failure(503, "台账正在停止，这件事没有做。", "等它重新启动后再来。")
    }
    if ErrorWording.isFullDisk(error) {
      return Failure(507, "存放台账的磁盘满了，没有写入。", "请维护人员腾出空间后再试；页面照常可看。")
    }
    if let faults = error as? DecisionFaults {
      return refused(faults) { _ in nil }
    }
    let words = ErrorWording(error)
    if case .draftsFull? = error as? OperationError {
      return Failure(409, words.sentence, words.hint?.onPage ?? "")
    }
    let status = status(of: words.kind)
    let isSecret = namesFile(words.sentence, error, at: operations)
    if status == 503 {
      return Failure(503, "有人正在往台账里写，这次没有轮到。", "等几秒再试。")
    } else if status == 500 || isSecret {
      Logger(label: "taizhang.website").error("\(String(reflecting: error))")
      return Failure(500, "程序没能完成这件事，台账没有改动。", "再试一次；还不行，把请求号报给维护人员。")
    } else {
      return Failure(status, words.sentence, words.hint?.onPage ?? "")
    }
  }

  /// Whether a sentence contains a path of this machine. Typed text may look like one.
  private static func namesFile(
    _ sentence: String, _ error: any Error, at operations: LedgerOperations
  ) -> Bool {
    let own = [
      operations.path, Disk.folder(of: operations.path),
      FileManager.default.temporaryDirectory.path,
    ]
    if own.contains(where: { $0.hasPrefix("/") && $0.count > 1 && sentence.contains($0) }) {
      return true
    }
    return error is StorageError && sentence.contains(path)
  }

  private static var path: Regex<(Substring, Substring)> { /(^|[\s「“（：])\/[^\s」”）]+/ }

  private static func status(of kind: ErrorWording.Kind) -> Int {
    switch kind {
    case .usage: 400
    case .forbidden: 403
    case .data: 422
    case .noInput: 404
    case .temporary, .interrupted: 503
    case .doneWithErrors, .software, .cannotCreate, .inputOutput: 500
    }
  }

  /// The response: a page, or a problem document for programs.
  func response(_ site: Site, _ request: WebRequest, _ caller: Caller) -> WebResponse {
    if request.isOfProgram { return Problem.response(self, request: request.number) }
    let page = Page(
      "failure", title: "没有完成", in: nil,
      View(["sentence": sentence, "advice": advice, "requestNumber": request.number]),
      status: status)
    let framed = try? Frame(site, request, page, caller).response(page, site.templates)
    var response = framed ?? .html(Array(sentence.utf8), status: status)
    if status == 503 { response.headers.append(("Retry-After", "2")) }
    return response
  }
}

extension Failure: Error {}

extension Failure: Equatable {
  /// Compares status, sentence and advice.
  static func == (left: Failure, right: Failure) -> Bool {
    (left.status, left.sentence, left.advice) == (right.status, right.sentence, right.advice)
  }
}

extension Hint {
  /// The hint's text on a page; nil if the page's own controls show it.
  var onPage: String? {
    switch self {
    case .advice(let text): text
    case .see(.entries): "在“凭证”里查看。"
    case .see(.projects): "在“项目”里查找。"
    case .see(.items): "在“目录”里查看有哪些。"
    case .see(.sortKeys), .see(.columns): "点表头排序，或从“列”里选。"
    case .state(.reason): "写明理由。"
    case .state(.document): "写明依据的文件。"
    case .state(.plannedDay): "还没有到的日子是计划，写在计划里。"
    case .state(.dueDay): "写明到期的日子。"
    case .allow(.clock): "请维护人员先核对服务器的时钟。"
    case .see, .retry, .state, .allow, .act: nil
    }
  }
}
