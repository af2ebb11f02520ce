import Ledger
import Operations

/// The OpenAPI 3.1 document, generated from the route table.
struct OpenAPI {
  let routes: [Route]
  let catalogue: Catalogue

  /// Responses that every operation may give, described once.
  private static let common = "所有接口都可能的回答：没有登录、没有权限、方法不对、内容太大、忙等，一律是 problem+json。"

  var document: JSON {
    .object([
      ("openapi", .string("3.1.0")),
      (
        "info",
        .object([
          ("title", .string("台账接口")), ("version", .string("1")),
          (
            "description",
            .string("项目台账的接口：筛选条件与网页地址栏相同，对象与命令行 --json 相同；金额是万元的十进制文字，时间按 RFC 3339。")
          ),
        ])
      ),
      ("servers", .array([.object([("url", .string("/"))])])),
      ("security", .array([.object([]), .object([("bearer", .array([]))])])),
      ("paths", .object(paths)),
      (
        "components",
        .object([
          (
            "schemas",
            .object(
              Schemas.named.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json(catalogue)) })
          ),
          ("parameters", .object(shared.map { (Self.key($0), parameter($0)) })),
          (
            "responses",
            .object([
              (
                "Problem",
                answer(
                  Contract.Answered(
                    status: 0, words: Self.common, type: Problem.type, schema: .named("Problem")))
              )
            ])
          ),
          (
            "securitySchemes",
            .object([
              ("bearer", .object([("type", .string("http")), ("scheme", .string("bearer"))]))
            ])
          ),
        ])
      ),
    ])
  }

  /// The filter parameters, which nearly every operation has, as shared components.
  private var shared: [Contract.Parameter] { FilterParameters.all }

  private static func key(_ parameter: Contract.Parameter) -> String { "filter." + parameter.name }

  // MARK: Paths

  private var paths: [(String, JSON)] {
    var order: [String] = []
    var operations: [String: [(String, JSON)]] = [:]
    for route in routes {
      guard let contract = route.contract else { continue }
      if operations[route.pattern] == nil { order.append(route.pattern) }
      operations[route.pattern, default: []].append(
        (route.method.rawValue.lowercased(), operation(route, contract)))
    }
    return order.map { ($0, .object(operations[$0] ?? [])) }
  }

  private func operation(_ route: Route, _ contract: Contract) -> JSON {
    var members: [(String, JSON)] = [
      ("operationId", .string(contract.name)), ("summary", .string(contract.words)),
    ]
    if let right = route.right { members.append(("x-right", .string(right.rawValue))) }
    let parameters = contract.parameters.map { parameter -> JSON in
      shared.contains { $0.isSame(as: parameter) }
        ? .object([("$ref", .string("#/components/parameters/" + Self.key(parameter)))])
        : self.parameter(parameter)
    }
    if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
    if let body = contract.body { members.append(("requestBody", self.body(body))) }
    let statuses = Dictionary(grouping: contract.answers, by: \.status)
    let answers = statuses.keys.sorted().map { (String($0), self.answers(statuses[$0] ?? [])) }
    let rest = JSON.object([("$ref", .string("#/components/responses/Problem"))])
    members.append(("responses", .object(answers + [("default", rest)])))
    return .object(members)
  }

  private func parameter(_ parameter: Contract.Parameter) -> JSON {
    let schema = parameter.schema.json(catalogue)
    var members: [(String, JSON)] = [
      ("name", .string(parameter.name)), ("in", .string(parameter.place.rawValue)),
      ("description", .string(parameter.words)),
    ]
    if parameter.isRequired || parameter.place == .path {
      members.append(("required", .bool(true)))
    }
    members.append(
      (
        "schema",
        parameter.isList
          ? .object([
            ("type", .string("array")), ("minItems", .integer(1)), ("items", schema),
          ]) : schema
      ))
    return .object(members)
  }

  private func body(_ body: Contract.SentContent) -> JSON {
    .object([
      ("description", .string(body.words)), ("required", .bool(body.isRequired)),
      (
        "content",
        .object(
          body.types.map { type in
            (type, .object(body.schema.map { [("schema", $0.json(catalogue))] } ?? []))
          })
      ),
    ])
  }

  /// The responses of one status, which may have several content types.
  private func answers(_ answers: [Contract.Answered]) -> JSON {
    answers.count == 1
      ? answer(answers[0])
      : .object([
        ("description", .string(answers.map(\.words).joined(separator: "；"))),
        ("content", .object(answers.compactMap(content))),
      ])
  }

  private func answer(_ answer: Contract.Answered) -> JSON {
    var members: [(String, JSON)] = [("description", .string(answer.words))]
    if !answer.headers.isEmpty {
      members.append(
        (
          "headers",
          .object(
            answer.headers.map { name in
              (name, .object([("schema", .object([("type", .string("string"))]))]))
            })
        ))
    }
    if let content = content(answer) { members.append(("content", .object([content]))) }
    if !answer.links.isEmpty {
      members.append(("links", .object(answer.links.map { ($0.operation, $0.json) })))
    }
    return .object(members)
  }

  private func content(_ answer: Contract.Answered) -> (String, JSON)? {
    answer.type.map { type in
      (type, .object(answer.schema.map { [("schema", $0.json(catalogue))] } ?? []))
    }
  }
}

extension Contract.Parameter {
  /// Whether both are the same parameter; an operation may have another one named like a filter condition.
  fileprivate func isSame(as other: Contract.Parameter) -> Bool {
    (name, place, words, isList) == (other.name, other.place, other.words, other.isList)
  }
}
