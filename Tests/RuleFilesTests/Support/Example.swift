/// A rule set that sets everything, each value different from the standard one.
enum Example {
  static let full = """
    # What we expect of an export.
    score: { passed: 97.5, warning: 80 % }
    parameters:
      user_id_pattern: "user_######"
      earliest: 2003-02-01T00:00:00Z
      as_of: 2014-01-01T00:00:00+02:00
      listens_per_day: 500
      longest_session: 1h30m
      most_listens_per_user: 200000
      least_rows: 10
      least_users: 0
      least_listens_per_user: 2
    rules:
      completeness_track_mbid: { severity: warning, warning: 20 %, error: 1000, enabled: true }
      validity_utf8:
        severity: error
        warning: never
        error: 0.5%
        enabled: false
    """
}
