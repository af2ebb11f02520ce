/// 帮助: how the pages are used, on one page, with pictures of them.
enum HelpPage {
  static func show(_ context: PageContext) throws -> WebResponse {
    let pictures = context.site.files.pictures
    return try context.page(
      Page(
        "help", title: "帮助", in: nil,
        View([
          "overviewPicture": pictures["overview"], "projectsPicture": pictures["projects"],
          "duePicture": pictures["due"], "booksPicture": pictures["books"],
        ])))
  }
}
