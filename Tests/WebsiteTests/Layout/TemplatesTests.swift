import Foundation
import Testing
import WebsiteData

@testable import Website

/// No template is silent about what it lacks.
@Suite struct TemplatesTests {
  private static let texts = WebsiteData.templates.mapValues {
    String(decoding: $0, as: UTF8.self)
  }

  @Test(arguments: texts.keys.sorted())
  func `Every partial that a template names is there`(name: String) throws {
    let text = try #require(Self.texts[name])
    for partial in text.matches(of: /\{\{[<>]\s*([A-Za-z]+)/) {
      #expect(Self.texts[String(partial.1)] != nil, "\(partial.1)")
    }
  }

  @Test(arguments: texts.keys.sorted())
  func `Only tables and figures go into a page unescaped`(name: String) throws {
    let text = try #require(Self.texts[name])
    for raw in text.matches(of: /\{\{\{\s*([^}\s]+)|\{\{&\s*([^}\s]+)/) {
      #expect(["table", "figure"].contains(String(raw.1 ?? raw.2 ?? "")), "\(raw.0)")
    }
  }

  @Test(arguments: texts.keys.sorted())
  func `Names are plain, attributes quoted, and nothing runs in a page`(name: String) throws {
    let text = try #require(Self.texts[name])
    #expect(text.firstMatch(of: /\{\{[^}]*\.[^}]*\}\}/) == nil)
    #expect(text.firstMatch(of: /=\{\{/) == nil)
    #expect(text.firstMatch(of: /\sstyle=|\son[a-z]+=|<style|javascript:/.ignoresCase()) == nil)
    #expect(text.firstMatch(of: /<script(?! src="\{\{script\}\}" defer><\/script>)/) == nil)
    #expect(text.firstMatch(of: /https?:\/\//) == nil)
  }

  @Test func `A name that no view has is noticed`() throws {
    let templates = try Templates(strict: true)
    #expect(throws: Templates.Fault.self) {
      _ = try templates.render("failure", View(["sentence": "。"]))
    }
    #expect(throws: Templates.Fault.unknownTemplate("none")) {
      _ = try templates.render("none", View([:]))
    }
  }

  /// What Chromium 86 does not have.
  @Test func `Style sheet and scripts are for browsers as old as Chromium 86`() {
    let styles = String(decoding: WebsiteData.styles, as: UTF8.self)
    let missing =
      #/:is\(|:where\(|:has\(|aspect-ratio|\binset:|margin-inline:|padding-inline:|accent-color|color-mix|dvh|@layer|@container|text-wrap|&:|& \./#
    #expect(styles.firstMatch(of: missing) == nil)
    #expect(styles.firstMatch(of: /url\(|@import|@font-face/) == nil)
    let script = String(decoding: WebsiteData.script, as: UTF8.self)
    let unknown =
      #/\.at\(|structuredClone|randomUUID|popover|\.inert|\beval\(|innerHTML|\?\?=|static \{/#
    #expect(script.firstMatch(of: unknown) == nil)
    #expect(script.utf8.count <= 40 * 1024)
  }
}
