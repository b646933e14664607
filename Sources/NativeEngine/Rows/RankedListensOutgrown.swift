/// The listens of the ranked sessions, or songs that are counted, need more memory than there is.
struct RankedListensOutgrown: Error {}
