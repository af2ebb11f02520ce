package import Foundation

/// What a workbook says about itself (docProps).
package struct WorkbookProperties: Sendable, Hashable {
  package var title = ""
  package var subject = ""
  package var author = ""
  package var company = ""
  package var keywords = ""
  /// The comments, which readers find as "description".
  package var comments = ""
  /// When the content was made; the same content with the same time gives the same bytes.
  package var created: Date
  /// Properties by names of one's own, in this order.
  package var custom: [CustomProperty] = []

  /// Properties that state nothing but the time.
  package init(created: Date) { self.created = created }

  /// A property by a name of one's own; both at most 255 characters.
  package struct CustomProperty: Sendable, Hashable {
    package var name: String
    package var value: String

    /// A name and its value.
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}
