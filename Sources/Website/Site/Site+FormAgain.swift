extension Site {
  /// Returns the page of a refused form with the typed values and the errors; nil for other failures, or if the page
  /// cannot be shown.
  func formAgain(
    _ failure: Failure, _ request: WebRequest, _ route: Route, _ parameters: [String: String],
    _ caller: Caller
  ) -> WebResponse? {
    guard [400, 404, 409, 422].contains(failure.status), let path = route.formPath(parameters)
    else { return nil }
    let query = route.formQuery?(request.form) ?? request.query.without("done", "held")
    var asked = WebRequest(method: "GET", path: path, query: query)
    asked.source = request.source
    asked.number = request.number
    // The page may redirect to the one with the current state.
    for _ in 0..<3 {
      guard case .route(let page, let parameters) = table.match(asked), page.method == .get,
        let shown = try? respond(asked, page, parameters, caller)
      else { return nil }
      if shown.status == 303, let target = shown["Location"],
        var next = WebRequest(method: "GET", target: target)
      {
        (next.source, next.number) = (asked.source, asked.number)
        asked = next
        continue
      }
      guard shown.status == 200, shown.isPage else { return nil }
      // The 404 is about a name in the form, not about the page.
      var refusal = failure
      if refusal.status == 404 { refusal.status = 422 }
      var response = shown.refused(refusal, of: request)
      SecurityHeaders.add(to: &response)
      return response
    }
    return nil
  }
}
