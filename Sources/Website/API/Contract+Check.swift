import Ledger
import Operations

extension Contract {
  /// Checks a request against the contract when only its head has been read; throws the first kind of fault.
  func check(_ request: WebRequest, _ path: [String: String]) throws(Failure) {
    for parameter in parameters where parameter.place == .path {
      let faults = parameter.faults(of: path[parameter.name] ?? "")
      if !faults.isEmpty { throw Failure(404, .absent, "没有这个地址。") }
    }
    let errors = errors(in: request.query)
    if !errors.isEmpty {
      throw Failure(400, .filterUnknown, errors.map(\.message).joined(), errors: errors)
    }
    try check(request.terms)
  }

  private func errors(in query: Query) -> [ProblemFacts.Item] {
    let known = Dictionary(
      parameters.filter { $0.place == .query }.map { ($0.name, $0) }
    ) { first, _ in first }
    let given = Dictionary(grouping: query.items, by: \.name)
    let unfit = given.sorted { $0.key < $1.key }.flatMap { name, items -> [ProblemFacts.Item] in
      guard let parameter = known[name] else {
        return [Self.error(name, items[0].value, "没有参数“\(name)”。")]
      }
      if items.count > 1, !parameter.isList {
        return [Self.error(name, items[1].value, "参数“\(name)”只能写一次。")]
      }
      return items.flatMap { item in
        parameter.faults(of: item.value).map { fault in
          Self.error(name, item.value, "参数“\(name)”\(fault.words)。")
        }
      }
    }
    let missing = parameters.filter {
      $0.place == .query && $0.isRequired && given[$0.name] == nil
    }
    return unfit + missing.map { Self.error($0.name, "", "缺少参数“\($0.name)”。") }
  }

  private static func error(
    _ name: String, _ raw: String, _ message: String
  ) -> ProblemFacts.Item {
    ProblemFacts.Item(
      code: ProblemCode.filterUnknown.rawValue, place: name, raw: String(raw.prefix(200)),
      message: message)
  }

  private func check(_ terms: WebRequest.Terms) throws(Failure) {
    // A page of another site can send these types without a CORS preflight.
    let isForm = terms.mediaType.map {
      ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"].contains($0)
    }
    let isTaken: Bool
    if let body {
      isTaken = terms.mediaType.map(body.types.contains) ?? !body.isRequired
    } else {
      isTaken = isForm != true
    }
    if !isTaken {
      let types = body.map { "，可用：" + $0.types.joined(separator: "、") } ?? ""
      throw Failure(
        415, .typeUnsupported, "不收“\(terms.mediaType ?? "没有写明")”这种类型的正文\(types)。")
    }
    let needsTag = parameters.contains { $0.place == .header && $0.isRequired }
    if needsTag, terms.ifMatch?.allSatisfy(\.isWhitespace) != false {
      throw Failure(428, .revisionRequired, "没有写明改的是哪一版。")
    }
  }

  /// Returns the JSON body, checked against its schema, or nil if an optional body is absent. Throws `Failure`.
  func document(of request: WebRequest) throws(Failure) -> JSON? {
    guard let body, let schema = body.schema else { return nil }
    if request.document.isEmpty, !body.isRequired { return nil }
    guard let document = JSON(request.document) else {
      throw Failure(400, .bodyMalformed, "正文不是规范的 JSON。")
    }
    let faults = schema.faults(of: document)
    if !faults.isEmpty {
      throw Failure(
        422, .bodyUnfit, "正文有 \(faults.count) 处与接口文件不符。",
        errors: faults.map { fault in
          ProblemFacts.Item(
            code: ProblemCode.bodyUnfit.rawValue, place: fault.place, message: fault.words + "。")
        })
    }
    return document
  }
}

extension Contract.Parameter {
  /// Returns the faults of a value taken from the path or query.
  fileprivate func faults(of text: String) -> [Schema.Fault] {
    if text.isEmpty { return [Schema.Fault(place: name, words: "没有写值")] }
    guard case .integer = schema else { return schema.faults(of: .string(text), at: name) }
    guard let number = Int64(text), String(number) == text else {
      return [Schema.Fault(place: name, words: "应是整数")]
    }
    return schema.faults(of: .integer(number), at: name)
  }
}
