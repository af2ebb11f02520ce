extension Migration {
  /// The fifth schema: milestones, problems and monthly progress, each as lines `key TAB value` as in the journal.
  /// Few projects have any, so an index finds them.
  static let matters = Migration(
    number: 5,
    sql: """
      ALTER TABLE project_detail ADD COLUMN monthly_progress TEXT;
      ALTER TABLE project_detail ADD COLUMN milestones TEXT;
      ALTER TABLE project_detail ADD COLUMN problem_log TEXT;
      CREATE INDEX project_detail_milestones ON project_detail (project)
        WHERE milestones IS NOT NULL;
      CREATE INDEX project_detail_problem_log ON project_detail (project)
        WHERE problem_log IS NOT NULL;
      """)
}
