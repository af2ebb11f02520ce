/// The website's resources embedded in the binary: templates, style sheet, script and icon.
///
/// A page adds its template here and to the list in `Package.swift`.
package enum WebsiteData {
  /// The templates by name.
  package static var templates: [String: [UInt8]] {
    [
      "account": PackageResources.account_mustache,
      "accounts": PackageResources.accounts_mustache,
      "acts": PackageResources.acts_mustache,
      "answered": PackageResources.answered_mustache,
      "asks": PackageResources.asks_mustache,
      "audit": PackageResources.audit_mustache,
      "book": PackageResources.book_mustache,
      "bookcheck": PackageResources.bookcheck_mustache,
      "books": PackageResources.books_mustache,
      "catalogue": PackageResources.catalogue_mustache,
      "catalogueitem": PackageResources.catalogueitem_mustache,
      "cataloguekind": PackageResources.cataloguekind_mustache,
      "chain": PackageResources.chain_mustache,
      "chapter": PackageResources.chapter_mustache,
      "chapters": PackageResources.chapters_mustache,
      "codes": PackageResources.codes_mustache,
      "decisions": PackageResources.decisions_mustache,
      "drafthead": PackageResources.drafthead_mustache,
      "due": PackageResources.due_mustache,
      "edit": PackageResources.edit_mustache,
      "entries": PackageResources.entries_mustache,
      "entry": PackageResources.entry_mustache,
      "factor": PackageResources.factor_mustache,
      "failure": PackageResources.failure_mustache,
      "apihelp": PackageResources.apihelp_mustache,
      "help": PackageResources.help_mustache,
      "imports": PackageResources.imports_mustache,
      "issued": PackageResources.issued_mustache,
      "itemhistory": PackageResources.itemhistory_mustache,
      "layout": PackageResources.layout_mustache,
      "listlayout": PackageResources.listlayout_mustache,
      "matters": PackageResources.matters_mustache,
      "merge": PackageResources.merge_mustache,
      "months": PackageResources.months_mustache,
      "move": PackageResources.move_mustache,
      "oneaccount": PackageResources.oneaccount_mustache,
      "onetime": PackageResources.onetime_mustache,
      "overview": PackageResources.overview_mustache,
      "parts": PackageResources.parts_mustache,
      "password": PackageResources.password_mustache,
      "plan": PackageResources.plan_mustache,
      "problem": PackageResources.problem_mustache,
      "progress": PackageResources.progress_mustache,
      "project": PackageResources.project_mustache,
      "projects": PackageResources.projects_mustache,
      "queue": PackageResources.queue_mustache,
      "publish": PackageResources.publish_mustache,
      "receipt": PackageResources.receipt_mustache,
      "rescues": PackageResources.rescues_mustache,
      "signin": PackageResources.signin_mustache,
      "start": PackageResources.start_mustache,
      "targets": PackageResources.targets_mustache,
      "task": PackageResources.task_mustache,
      "tasks": PackageResources.tasks_mustache,
      "trouble": PackageResources.trouble_mustache,
      "savedview": PackageResources.savedview_mustache,
      "undo": PackageResources.undo_mustache,
      "unitdue": PackageResources.unitdue_mustache,
      "views": PackageResources.views_mustache,
    ]
  }

  /// The style sheet: common rules, then those of single pages.
  package static var styles: [UInt8] {
    [
      PackageResources.base_css,
      PackageResources.account_css,
      PackageResources.books_css,
      PackageResources.chapters_css,
      PackageResources.due_css,
      PackageResources.imports_css,
      PackageResources.overview_css,
      PackageResources.project_css,
      PackageResources.projects_css,
    ].flatMap { $0 }
  }

  /// The script, in parts that are independent of each other.
  package static var script: [UInt8] {
    [
      PackageResources.base_js,
      PackageResources.due_js,
      PackageResources.imports_js,
      PackageResources.projects_js,
      PackageResources.reads_js,
    ].flatMap { $0 }
  }

  /// Pictures of 帮助, by what they show: taken from the product by a test.
  package static var pictures: [String: [UInt8]] {
    [
      "books": PackageResources.picture_books_webp,
      "due": PackageResources.picture_due_webp,
      "overview": PackageResources.picture_overview_webp,
      "projects": PackageResources.picture_projects_webp,
    ]
  }

  package static var icon: [UInt8] { PackageResources.icon_svg }
}
