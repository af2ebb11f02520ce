/// 帮助: how the pages are used, on one page.
enum HelpPage {
  static func show(_ context: PageContext) throws -> WebResponse {
    try context.page(Page("help", title: "帮助", in: nil, View([:])))
  }
}
