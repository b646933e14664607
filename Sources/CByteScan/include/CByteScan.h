#ifndef CBYTESCAN_H
#define CBYTESCAN_H

#include <stddef.h>
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Marks a line feed among the positions that `sidelong_index_separators` writes; others are tabs.
#define SIDELONG_LINE_FEED 0x80000000u

/// Bits of the widest vectors that this processor and this library can work with: 512, 256 or 128;
/// 0: none.
int sidelong_widest_vectors(void);

/// Finds every tab and line feed of bytes[0 ..< to], and whether bytes[start ..< to] are UTF-8.
///
/// Works with vectors of `vector_bits`, at most the widest there are; 0 is plain C. `to` is below
/// 2^31, and the byte before it is ASCII. The bytes up to the next multiple of 64 after `to` are read
/// but not reported, so they must exist. Writes the positions, ascending, to `positions` (room for
/// to + 16), and for each 64 bytes one word to `high`, with a bit set for every byte of 0x80 and
/// above. Returns the number of positions.
size_t sidelong_index_separators(int vector_bits, const uint8_t *bytes, size_t start, size_t to,
                                 uint32_t *positions, uint64_t *high, int *is_utf8);

/// Whether the 36 bytes at `text` spell a UUID: hexadecimal digits with hyphens between.
static inline int sidelong_is_uuid(const uint8_t *text) {
#if defined(__SSE2__)
  // Three overlapping loads; in each the places of the hyphens are known.
  static const int starts[3] = {0, 16, 20};
  static const int hyphens[3] = {1 << 8 | 1 << 13, 1 << 2 | 1 << 7, 1 << 3};
  int good = 1;
  for (int i = 0; i < 3; i++) {
    __m128i v = _mm_loadu_si128((const __m128i *)(text + starts[i]));
    __m128i digit = _mm_sub_epi8(v, _mm_set1_epi8('0'));
    __m128i letter = _mm_sub_epi8(_mm_or_si128(v, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
    __m128i is_digit = _mm_cmpeq_epi8(_mm_min_epu8(digit, _mm_set1_epi8(9)), digit);
    __m128i is_letter = _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8(5)), letter);
    int hex = _mm_movemask_epi8(_mm_or_si128(is_digit, is_letter));
    int hyphen = _mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_set1_epi8('-')));
    good &= hyphen == hyphens[i] && (hex ^ hyphen) == 0xFFFF;
  }
  return good;
#else
  for (int i = 0; i < 36; i++) {
    uint8_t c = text[i], lower = c | 0x20;
    int is_hyphen_place = i == 8 || i == 13 || i == 18 || i == 23;
    int is_hex = (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'f');
    if (is_hyphen_place ? c != '-' : !is_hex) return 0;
  }
  return 1;
#endif
}

/// Whether the 20 bytes at `text` have the form 2009-05-04T23:08:57Z, minutes and seconds below 60;
/// hours and dates are not checked further.
static inline int sidelong_is_zulu_timestamp(const uint8_t *text) {
  // What stands at each place at least, and by how much it may be more.
  static const uint8_t least[21] = "0000-00-00T00:00:00Z";
  static const uint8_t more[20] = {9, 9, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 0, 5, 9, 0, 5, 9, 0};
#if defined(__SSE2__)
  __m128i good = _mm_set1_epi8(-1);
  // Two overlapping loads.
  for (int at = 0; at <= 4; at += 4) {
    __m128i v = _mm_loadu_si128((const __m128i *)(text + at));
    __m128i over = _mm_sub_epi8(v, _mm_loadu_si128((const __m128i *)(least + at)));
    __m128i bound = _mm_loadu_si128((const __m128i *)(more + at));
    good = _mm_and_si128(good, _mm_cmpeq_epi8(_mm_min_epu8(over, bound), over));
  }
  return _mm_movemask_epi8(good) == 0xFFFF;
#else
  int good = 1;
  for (int i = 0; i < 20; i++) good &= (uint8_t)(text[i] - least[i]) <= more[i];
  return good;
#endif
}

/// How many of the bytes are line feeds.
static inline size_t sidelong_count_line_feeds(const uint8_t *bytes, size_t count) {
  size_t found = 0;
  // A byte is enough to count in up to 255 of them, and so sixteen at a time are.
  for (size_t i = 0; i < count;) {
    uint8_t part = 0;
    for (size_t end = count - i > 240 ? i + 240 : count; i < end; i++) part += bytes[i] == '\n';
    found += part;
  }
  return found;
}

/// Whether a control character may stand in a text: a byte of one, or the first byte of U+0080 to
/// U+00BF, of which the first half are.
static inline int sidelong_may_hold_control(const uint8_t *text, size_t count) {
  // No early exit, so that it becomes vector code.
  uint8_t found = 0;
  for (size_t i = 0; i < count; i++) {
    found |= (text[i] < 0x20) | (text[i] == 0x7F) | (text[i] == 0xC2);
  }
  return found;
}

/// The bytes `at ..< min(at + 8, count)` of a text as a word, zeros behind them.
///
/// `count` is at most 32 and `at` at most 24; eight bytes from `at` on must be readable.
static inline uint64_t sidelong_masked_word(const uint8_t *bytes, size_t count, size_t at) {
  // A mask is read from where the ones end at `count`: shorter than working it out.
  static const uint8_t ones_then_zeros[64] = {
      255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
      255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
  uint64_t word, mask;
  __builtin_memcpy(&word, bytes + at, 8);
  __builtin_memcpy(&mask, ones_then_zeros + 32 - count + at, 8);
  return word & mask;
}

/// Whether one of four words is `word`, without a branch for each.
static inline int sidelong_holds(const uint64_t *four, uint64_t word) {
#if defined(__SSE2__)
  __m128i wanted = _mm_set1_epi64x((long long)word);
  __m128i front = _mm_cmpeq_epi32(_mm_loadu_si128((const __m128i *)four), wanted);
  __m128i back = _mm_cmpeq_epi32(_mm_loadu_si128((const __m128i *)(four + 2)), wanted);
  // Both halves of a word must agree: each half meets the other.
  front = _mm_and_si128(front, _mm_shuffle_epi32(front, _MM_SHUFFLE(2, 3, 0, 1)));
  back = _mm_and_si128(back, _mm_shuffle_epi32(back, _MM_SHUFFLE(2, 3, 0, 1)));
  return _mm_movemask_epi8(_mm_or_si128(front, back)) != 0;
#else
  return (four[0] == word) | (four[1] == word) | (four[2] == word) | (four[3] == word);
#endif
}

/// Asks for the cache line at `address`, which will be needed soon.
static inline void sidelong_prefetch(const void *address) { __builtin_prefetch(address, 1); }

#endif
