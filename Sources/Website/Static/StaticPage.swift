/// Serves the static files.
enum StaticPage {
  static func file(_ context: PageContext) throws -> WebResponse {
    guard let response = context.site.files.response(context["file"]) else {
      throw Failure.nowhere
    }
    return response
  }
}
