package import Foundation

/// The document properties of a workbook (docProps).
package struct WorkbookProperties: Sendable, Hashable {
  package var title = ""
  package var subject = ""
  package var author = ""
  package var company = ""
  package var keywords = ""
  /// The comments; readers see them as "description".
  package var comments = ""
  /// The creation time; equal content with an equal time gives equal bytes.
  package var created: Date
  /// Custom properties, in this order.
  package var custom: [CustomProperty] = []

  /// Properties with only a creation time.
  package init(created: Date) { self.created = created }

  /// A custom property; name and value have at most 255 characters each.
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
