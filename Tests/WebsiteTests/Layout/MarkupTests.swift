import Testing

@testable import Website

/// Finished HTML.
@Suite struct MarkupTests {
  @Test func `Text is escaped wherever it stands`() {
    let markup = Markup { html in
      html.link(Address("projects", query: ["q": "<\"'&>"]), "<b>\"&'</b>", " class=\"n\"")
    }
    #expect(
      markup.renderText
        == "<a href=\"/projects?q=%3C%22%27%26%3E\" class=\"n\">&lt;b&gt;&quot;&amp;&#39;&lt;/b&gt;</a>"
    )
  }
}
