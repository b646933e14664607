import ArgumentParser
import ListeningSessions
import SyntheticListens

// The numbers are those of sysexits.h, and 128 plus the signal for an interrupt; docs/semantics.md
// lists them for users.

extension AnalysisError {
  var exitCode: ExitCode {
    switch code {
    case .unusableInput, .unusableProfiles: ExitCode(65)
    case .noInput: ExitCode(66)
    case .cannotCreateOutput: ExitCode(73)
    case .inputOutput: ExitCode(74)
    case .unavailable: ExitCode(69)
    case .engineFailed: ExitCode(70)
    case .notPermitted: ExitCode(77)
    case .configuration: ExitCode(78)
    case .interrupted: ExitCode(130)
    }
  }
}

extension SyntheticHistoryError {
  var exitCode: ExitCode { ExitCode(64) }
}
