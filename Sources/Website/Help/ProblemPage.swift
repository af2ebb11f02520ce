import Ledger
import Operations

/// Explains a problem or finding code of the API; the `type` of a problem document links here.
enum ProblemPage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let text = context["code"]
    let words: (title: String, advice: String)
    if let code = ProblemCode(rawValue: text) {
      words = code.words
    } else if let code = FindingCode(rawValue: text) {
      let finding = Finding(code, sheet: "", cell: "", raw: "……")
      let catalogue = try context.operations.catalogue()
      words = (finding.sentence(catalogue), finding.suggestion(catalogue))
    } else {
      throw Failure.nowhere
    }
    return try context.page(
      Page(
        "problem", title: words.title, in: nil,
        View([
          "problemTitle": words.title, "code": text, "advice": words.advice,
          "apiHref": Address("help", "api"),
        ])))
  }
}

/// 接口: the documentation of the API, with all operations.
enum APIHelpPage {
  static func show(_ context: PageContext) throws -> WebResponse {
    try context.page(
      Page(
        "apihelp", title: "接口", in: nil,
        View([
          "document": Address("api", "v1", "openapi.json"),
          "base": "http://" + (context.request.source.host ?? ""),
          "routes": context.site.routes.compactMap { route in
            route.contract.map { contract in
              View([
                "method": route.method.rawValue, "path": route.pattern, "words": contract.words,
              ])
            }
          },
          "problems": ProblemCode.allCases.map { code in
            View([
              "code": code.rawValue, "problemTitle": code.words.title,
              "href": Address("problems", code.rawValue),
            ])
          },
        ])))
  }
}
