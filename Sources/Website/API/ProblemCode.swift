/// The codes of problem documents. A released code keeps its meaning; faults of single values use finding codes.
enum ProblemCode: String, CaseIterable, Sendable {
  case requestMalformed = "request.malformed"
  case filterUnknown = "filter.unknown"
  case cursorMalformed = "cursor.malformed"
  case bodyMalformed = "body.malformed"
  case bodyUnfit = "body.unfit"
  case bodyTooLarge = "body.too_large"
  case typeUnsupported = "type.unsupported"
  case fieldUnknown = "field.unknown"
  case valuesRejected = "values.rejected"
  case answersUnfit = "answers.unfit"
  case actRefused = "act.refused"
  case signInRequired = "sign_in.required"
  case rightMissing = "right.missing"
  case pageForeign = "page.foreign"
  case hostForeign = "host.foreign"
  case absent
  case methodUnsupported = "method.unsupported"
  case projectExists = "project.exists"
  case planStale = "plan.stale"
  case planUnready = "plan.unready"
  case importClosed = "import.closed"
  case importFailed = "import.failed"
  case importsFull = "imports.full"
  case entryUndone = "entry.undone"
  case revisionStale = "revision.stale"
  case revisionRequired = "revision.required"
  case rate
  case busy
  case diskFull = "disk.full"
  case fault

  /// The title, and advice for the client's developer.
  var words: (title: String, advice: String) {
    switch self {
    case .requestMalformed: ("请求读不懂", "核对参数的写法；接口文件里写着每个参数的类型。")
    case .filterUnknown: ("没有这个条件，或条件的值不认识", "参数名和值以接口文件为准，写错的名字不会被忽略。")
    case .cursorMalformed: ("翻页标记不对", "原样传回上一页的 next，排序和筛选不要变；或去掉它从头取。")
    case .bodyMalformed: ("正文不是规范的 JSON", "用 UTF-8 写 JSON，同一个名字不写两次。")
    case .bodyUnfit: ("正文与接口文件写的不符", "errors 里逐处写着位置和应写的内容。")
    case .bodyTooLarge: ("正文太大", "JSON 不超过 256 KB，清单每份不超过 20 MB。")
    case .typeUnsupported: ("正文的类型不收", "写明 Content-Type；表单类型一律不收。")
    case .fieldUnknown: ("没有这个字段，或这里不能写", "字段的标识以接口文件为准。")
    case .valuesRejected: ("有的值不能采用，什么都没有写入", "errors 里逐个写着字段、原文和改法，规则与导入清单相同。")
    case .answersUnfit: ("认定不能采用", "errors 里逐条写着哪一项、为什么。")
    case .actRefused: ("这件事现在不能这样做", "按 detail 补齐或改正后再试。")
    case .signInRequired: ("没有登录，或令牌无效", "请求里带上 Authorization: Bearer 令牌。")
    case .rightMissing: ("没有这项权限", "detail 里写着缺哪项权限、谁有；请安全管理员授权。")
    case .pageForeign: ("别处的网页发来的请求", "接口给程序用；网页只能用台账自己的页面。")
    case .hostForeign: ("这个网址不是台账的", "用启动时屏幕上显示的地址。")
    case .absent: ("没有这个地址，或要找的不存在", "也可能不在可见范围里：两者回答相同。")
    case .methodUnsupported: ("这个地址不能这样用", "Allow 里写着可用的方法。")
    case .projectExists: ("台账里已有这个项目", "project 是它的编号；要改它，用 PATCH。")
    case .planStale: ("看方案之后有变动，没有写入", "rows 是受影响的行；重新取方案，看过再写。")
    case .planUnready: ("方案还没有做好", "过 Retry-After 秒再取。")
    case .importClosed: ("这份清单已经写入或放弃", "要再写，重新上传。")
    case .importFailed: ("这份清单读不成", "按 detail 改好文件，重新上传。")
    case .importsFull: ("没有写入的清单太多", "先写入或者放弃几份，再上传。")
    case .entryUndone: ("这张凭证已经撤销，或没有可撤销的", "看凭证的 undone_by。")
    case .revisionStale: ("读过之后有人改过，没有写入", "values 里并列两边的值；重新读，再写。")
    case .revisionRequired: ("没有写明改的是哪一版", "用 If-Match 带上读到的 ETag。")
    case .rate: ("请求太密", "过 Retry-After 秒再发；每个令牌每秒 50 次。")
    case .busy: ("现在忙，没有轮到", "过 Retry-After 秒再发。")
    case .diskFull: ("存放台账的磁盘满了", "请维护人员腾出空间。")
    case .fault: ("程序没能完成", "再试一次；还不行，把 request 报给维护人员。")
    }
  }

  /// The general code of an HTTP status, if nothing more specific is known.
  init(status: Int) {
    self =
      switch status {
      case 400: .requestMalformed
      case 401: .signInRequired
      case 403: .rightMissing
      case 404, 410: .absent
      case 405: .methodUnsupported
      case 409: .actRefused
      case 412: .revisionStale
      case 413: .bodyTooLarge
      case 415: .typeUnsupported
      case 421: .hostForeign
      case 422: .actRefused
      case 428: .revisionRequired
      case 429: .rate
      case 503: .busy
      case 507: .diskFull
      default: .fault
      }
  }
}
