import Logging
import Mustache
import Synchronization
import WebsiteData

/// The templates of all pages.
struct Templates: Sendable {
  private let library: MustacheLibrary
  /// Whether rendering fails if a template uses a name that its view lacks; otherwise this is only logged.
  let isStrict: Bool

  init(strict isStrict: Bool) throws {
    MustacheContentTypes.register(EscapedTemplateText(), named: EscapedTemplateText.name)
    library = MustacheLibrary(
      templates: try WebsiteData.templates.mapValues {
        try MustacheTemplate(
          string: "{{% CONTENT_TYPE: \(EscapedTemplateText.name)}}\n"
            + String(decoding: $0, as: UTF8.self))
      })
    self.isStrict = isStrict
  }

  /// An error in a template.
  enum Fault: Error, Hashable {
    case unknownTemplate(String)
    case unknownNames(template: String, Set<String>)
  }

  func render(_ template: String, _ view: View) throws -> [UInt8] {
    let root = RootView(view)
    guard let text = library.render(root, withTemplate: template) else {
      throw Fault.unknownTemplate(template)
    }
    let unknown = root.unknown
    if !unknown.isEmpty {
      let fault = Fault.unknownNames(template: template, unknown)
      if isStrict { throw fault }
      Logger(label: "taizhang.website").error("\(fault)")
    }
    return Array(text.utf8)
  }
}

/// The root view of a page. The engine renders a missing name as nothing and looks here last, so this is where it can
/// be detected.
private final class RootView: MustacheParent, Sendable {
  private let view: View
  private let missed = Mutex<Set<String>>([])

  init(_ view: View) { self.view = view }

  var unknown: Set<String> { missed.withLock { $0 } }

  func child(named name: String) -> Any? {
    if let child = view.child(named: name) { return child }
    missed.withLock { _ = $0.insert(name) }
    return nil
  }
}
