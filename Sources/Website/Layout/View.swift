import Foundation
import Mustache

/// The values of a template by name. All templates take this one type, so that missing names are detected
/// (`Templates`).
struct View: Sendable {
  private(set) var members: [String: any ViewValue]

  init(_ members: KeyValuePairs<String, any ViewValue>) {
    self.members = Dictionary(members.map { ($0.key, $0.value) }) { _, last in last }
  }

  /// Returns both views merged; values of `other` take precedence.
  func merging(_ other: View) -> View {
    var view = self
    view.members.merge(other.members) { _, last in last }
    return view
  }
}

/// A value that a template can show.
protocol ViewValue: Sendable {
  /// The value for the template engine.
  var shown: Any { get }
}

extension String: ViewValue {
  var shown: Any { self }
}

extension Bool: ViewValue {
  var shown: Any { self }
}

extension Int: ViewValue {
  var shown: Any { String(self) }
}

extension Int64: ViewValue {
  var shown: Any { String(self) }
}

extension Address: ViewValue {
  var shown: Any { text }
}

extension View: ViewValue {
  var shown: Any { self }
}

extension Array: ViewValue where Element: ViewValue {
  var shown: Any { map(\.shown) }
}

/// An absent value is `NSNull`: with nil, the engine would look the name up in the enclosing views.
extension Optional: ViewValue where Wrapped: ViewValue {
  var shown: Any { map(\.shown) ?? NSNull() }
}

extension View: MustacheParent {
  func child(named name: String) -> Any? { members[name]?.shown }
}
