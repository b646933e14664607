import CArchive
import ListeningSessions

/// One pass through a packed file, member after member, by libarchive; nothing is written anywhere.
///
/// A file without members, such as `.gz`, is one member without a name.
@safe final class ArchiveReader {
  /// What libarchive tells of a member.
  struct Entry {
    /// Nil for the content of a file without members.
    let name: String?
    let isRegular: Bool
    let isEncrypted: Bool
    /// Bytes of its content, where the archive says so.
    let byteCount: Int?
  }

  let packed: PackedFile
  private let bytes: ArchiveBytes
  private let archive: OpaquePointer
  /// Number of the current member among all, from 0; -1 before the first.
  private(set) var ordinal = -1
  /// The rest of the block that libarchive unpacked last.
  private var block = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  private var isAtEnd = true
  private var readCount = 0
  private var hasNoMore = false

  init(_ packed: PackedFile) throws {
    guard let archive = unsafe archive_read_new() else {
      throw packed.damaged("libarchive cannot be used")
    }
    self.packed = packed
    bytes = ArchiveBytes(packed)
    unsafe self.archive = archive
    chooseFormats()
    setCallbacks()
    if unsafe archive_read_open1(archive) != ARCHIVE_OK { throw failure() }
  }

  deinit { unsafe archive_read_free(archive) }

  /// Goes to the next member, nil when there is none.
  func next() throws -> Entry? {
    if hasNoMore { return nil }
    try skipRest()
    var entry: OpaquePointer?
    let result = unsafe archive_read_next_header(archive, &entry)
    if result == ARCHIVE_EOF {
      hasNoMore = true
      // Nothing at all inside, which for a file without members is a content of no bytes.
      guard ordinal < 0, unsafe archive_format(archive) == ARCHIVE_FORMAT_EMPTY else { return nil }
      ordinal = 0
      return Entry(name: nil, isRegular: true, isEncrypted: false, byteCount: 0)
    }
    guard result >= ARCHIVE_WARN, let entry = unsafe entry else { throw failure() }
    ordinal += 1
    isAtEnd = false
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    let isRaw = unsafe archive_format(archive) == ARCHIVE_FORMAT_RAW
    return unsafe Entry(
      name: isRaw ? nil : name(of: entry),
      isRegular: isRaw || archive_entry_filetype(entry) == S_IFREG,
      isEncrypted: archive_entry_is_encrypted(entry) != 0,
      byteCount: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil)
  }

  /// Reads on in the current member; fewer bytes than asked for come only at its end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      if unsafe block.isEmpty {
        guard try nextBlock() else { break }
      }
      let count = unsafe min(block.count, buffer.count - filled)
      unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: block[..<count]))
      unsafe block = UnsafeRawBufferPointer(rebasing: block[count...])
      filled += count
    }
    return filled
  }

  /// Whether packing is around packing: a packed file in gzip, or an archive in another.
  var isNested: Bool {
    let filters = unsafe archive_filter_count(archive) - 1
    let isZip = unsafe archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_ZIP
    let layers = (bytes.isSeekable ? 0 : 1) + Int(filters)
    return layers > 1 || layers == 1 && isZip
  }

  /// Share of the packed file that has been read.
  var progress: Double { Double(bytes.offset) / Double(max(1, bytes.byteCount)) }

  /// Reads to the end of the member where jumping over it would unpack it all the same, uncounted.
  private func skipRest() throws {
    let filters = unsafe archive_filter_count(archive)
    guard !bytes.isSeekable || filters > 1 else { return }
    while try nextBlock() {}
  }

  private func nextBlock() throws -> Bool {
    while !isAtEnd {
      var start: UnsafeRawPointer?
      var count = 0
      var offset: Int64 = 0
      let result = unsafe archive_read_data_block(archive, &start, &count, &offset)
      if result == ARCHIVE_EOF {
        isAtEnd = true
        break
      }
      // A warning is a wrong checksum, for one.
      guard result == ARCHIVE_OK else { throw failure() }
      readCount += count
      guard max(readCount, unpackedCount) <= packed.expandedLimit else {
        throw packed.expandsTooFar()
      }
      unsafe block = UnsafeRawBufferPointer(start: start, count: count)
      if count > 0 { return true }
    }
    return false
  }

  /// Bytes that came out of the packing around the members.
  private var unpackedCount: Int {
    let filters = unsafe archive_filter_count(archive)
    return filters > 1 ? unsafe Int(archive_filter_bytes(archive, 0)) : bytes.givenCount
  }

  private func name(of entry: OpaquePointer) -> String {
    let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    return unsafe name.map { unsafe String(cString: $0) } ?? ""
  }

  private func failure() -> AnalysisError {
    guard packed.file.isUnchanged else { return packed.changed() }
    if let problem = bytes.problem { return packed.damaged(problem) }
    let reason = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
    return packed.damaged(reason ?? "it is cut off or damaged")
  }

  /// Only what is read in this process: libarchive would run programs for some other formats.
  private func chooseFormats() {
    unsafe archive_read_support_filter_zstd(archive)
    unsafe archive_read_support_filter_xz(archive)
    unsafe archive_read_support_filter_lz4(archive)
    unsafe archive_read_support_filter_bzip2(archive)
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_format_tar(archive)
    unsafe archive_read_support_format_zip(archive)
    unsafe archive_read_support_format_raw(archive)
    unsafe archive_read_support_format_empty(archive)
    // Reads tar up to the end of the file, so that the checksums of what is around it are reached.
    unsafe archive_read_set_format_option(archive, "tar", "read_concatenated_archives", "1")
  }

  private func setCallbacks() {
    // The reader owns both ends, and libarchive calls only while a method of the reader runs.
    unsafe archive_read_set_callback_data(archive, Unmanaged.passUnretained(bytes).toOpaque())
    unsafe archive_read_set_read_callback(archive) { _, data, buffer in
      guard let bytes = unsafe ArchiveBytes.behind(data), let next = unsafe bytes.next() else {
        return -1
      }
      unsafe buffer?.pointee = next.baseAddress
      return next.count
    }
    guard bytes.isSeekable else { return }
    unsafe archive_read_set_skip_callback(archive) { _, data, count in
      guard let bytes = unsafe ArchiveBytes.behind(data) else { return 0 }
      let target = min(bytes.offset + Int(count), bytes.byteCount)
      let skipped = target - bytes.offset
      return bytes.seek(to: target) ? Int64(skipped) : 0
    }
    unsafe archive_read_set_seek_callback(archive) { _, data, offset, origin in
      guard let bytes = unsafe ArchiveBytes.behind(data) else { return Int64(ARCHIVE_FATAL) }
      let base =
        switch origin {
        case SEEK_CUR: bytes.offset
        case SEEK_END: bytes.byteCount
        default: 0
        }
      return bytes.seek(to: base + Int(offset)) ? Int64(bytes.offset) : Int64(ARCHIVE_FATAL)
    }
  }
}

extension ArchiveBytes {
  /// The object that libarchive hands back to its call-backs.
  fileprivate static func behind(_ data: UnsafeMutableRawPointer?) -> ArchiveBytes? {
    unsafe data.map { unsafe Unmanaged<ArchiveBytes>.fromOpaque($0).takeUnretainedValue() }
  }
}
