/// A user has rows in several places, and was taken up after the first of them: the run must begin
/// anew and keep all listens until the end of the scan.
struct ScatteredUser: Error {}
