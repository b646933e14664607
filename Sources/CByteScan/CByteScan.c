#include "CByteScan.h"

// Swift's SIMD types have no way to turn a comparison into a bit mask, which made this loop a
// hundred times slower there than with the one instruction that does it. So it is C.

typedef struct {
  uint64_t tabs, feeds, high;
} masks;

static inline __attribute__((always_inline)) uint32_t next_position(uint64_t *separators,
                                                                    uint64_t feeds,
                                                                    uint32_t base) {
  // With no bit left the count of zeros is undefined; the bit set for it is of no consequence.
  unsigned bit = (unsigned)__builtin_ctzll(*separators | (uint64_t)1 << 63);
  *separators &= *separators - 1;
  return (base + bit) | (uint32_t)((feeds >> bit) & 1) << 31;
}

// Four positions are written whether there are so many or not, and only the true number counted:
// a loop that ends after three or four steps, now this and now that, is what branch prediction
// cannot learn.
static inline __attribute__((always_inline)) size_t write_positions(masks m, uint32_t base,
                                                                    uint32_t *out) {
  uint64_t separators = m.tabs | m.feeds;
  size_t n = (size_t)__builtin_popcountll(separators);
  for (size_t i = 0; i < n; i += 4)
    for (size_t j = i; j < i + 4; j++)
      out[j] = next_position(&separators, m.feeds, base);
  return n;
}

static inline masks plain_masks(const uint8_t *p) {
  masks m = {0, 0, 0};
  for (unsigned i = 0; i < 64; i++) {
    m.tabs |= (uint64_t)(p[i] == '\t') << i;
    m.feeds |= (uint64_t)(p[i] == '\n') << i;
    m.high |= (uint64_t)(p[i] >> 7) << i;
  }
  return m;
}

// What the bytes of sixty-four are in UTF-8, a bit for each byte.
typedef struct {
  uint64_t later;              // 80 to BF: not the first byte of a character
  uint64_t two, three, four;   // the first of at least so many
  uint64_t e0, ed, f0, f4;     // after these the next byte is bounded:
  uint64_t below_a0, below_90;
  uint64_t never;              // C0, C1, F5 to FF
} utf8_classes;

// Each first byte asks for later bytes behind it, and each later byte must be asked for; the rest is
// what the Unicode standard (table 3-7) says of second bytes: no overlong form, no surrogate,
// nothing beyond U+10FFFF. Returns a bit for each byte at which the text is wrong.
static inline uint64_t utf8_faults(const utf8_classes *now, const utf8_classes *before) {
#define BEHIND(class, n) (now->class << n | before->class >> (64 - n))
  uint64_t later = BEHIND(two, 1) | BEHIND(three, 2) | BEHIND(four, 3);
  return (later ^ now->later) | now->never | (BEHIND(e0, 1) & now->below_a0) |
         (BEHIND(ed, 1) & ~now->below_a0) | (BEHIND(f0, 1) & now->below_90) |
         (BEHIND(f4, 1) & ~now->below_90);
#undef BEHIND
}

static inline utf8_classes plain_classes(const uint8_t *p, uint64_t wanted) {
  utf8_classes c = {0};
  for (unsigned i = 0; i < 64; i++) {
    uint8_t b = p[i];
    if (!(wanted >> i & 1)) continue;
    c.later |= (uint64_t)((b & 0xC0) == 0x80) << i;
    c.two |= (uint64_t)(b >= 0xC2) << i;
    c.three |= (uint64_t)(b >= 0xE0) << i;
    c.four |= (uint64_t)(b >= 0xF0) << i;
    c.e0 |= (uint64_t)(b == 0xE0) << i;
    c.ed |= (uint64_t)(b == 0xED) << i;
    c.f0 |= (uint64_t)(b == 0xF0) << i;
    c.f4 |= (uint64_t)(b == 0xF4) << i;
    c.below_a0 |= (uint64_t)(b < 0xA0) << i;
    c.below_90 |= (uint64_t)(b < 0x90) << i;
    c.never |= (uint64_t)((b & 0xFE) == 0xC0 || b >= 0xF5) << i;
  }
  return c;
}

// One loop for every kind of processor; MASKS is what differs.
#define INDEX_WITH(MASKS, CLASSES)                                                \
  size_t n = 0;                                                                   \
  uint64_t faults = 0, high_before = 0;                                           \
  utf8_classes before = {0};                                                      \
  for (size_t at = 0; at < to; at += 64) {                                        \
    masks m = MASKS(bytes + at);                                                  \
    uint64_t wanted = ~(uint64_t)0;                                               \
    if (to - at < 64) {                                                           \
      wanted = ((uint64_t)1 << (to - at)) - 1;                                    \
      m.tabs &= wanted, m.feeds &= wanted, m.high &= wanted;                      \
    }                                                                             \
    *high++ = m.high;                                                             \
    n += write_positions(m, (uint32_t)at, positions + n);                         \
    if ((m.high | high_before) && at + 64 > start) {                              \
      if (at < start) wanted &= ~(uint64_t)0 << (start - at);                     \
      utf8_classes now = CLASSES(bytes + at, wanted);                             \
      faults |= utf8_faults(&now, &before) & wanted;                              \
      before = now;                                                               \
    }                                                                             \
    high_before = m.high;                                                         \
  }                                                                               \
  *is_utf8 = !faults;                                                             \
  return n;

size_t sidelong_index_separators_plain(const uint8_t *bytes, size_t start, size_t to,
                                       uint32_t *positions, uint64_t *high, int *is_utf8) {
  INDEX_WITH(plain_masks, plain_classes)
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))

static inline AVX2 masks avx2_masks(const uint8_t *p) {
  __m256i tab = _mm256_set1_epi8('\t'), feed = _mm256_set1_epi8('\n');
  __m256i a = _mm256_loadu_si256((const __m256i *)p);
  __m256i b = _mm256_loadu_si256((const __m256i *)(p + 32));
#define BITS(x) ((uint64_t)(uint32_t)_mm256_movemask_epi8(x))
  masks m = {
      BITS(_mm256_cmpeq_epi8(a, tab)) | BITS(_mm256_cmpeq_epi8(b, tab)) << 32,
      BITS(_mm256_cmpeq_epi8(a, feed)) | BITS(_mm256_cmpeq_epi8(b, feed)) << 32,
      BITS(a) | BITS(b) << 32,
  };
  return m;
}

static inline AVX2 utf8_classes avx2_classes(const uint8_t *p, uint64_t wanted) {
  __m256i a = _mm256_loadu_si256((const __m256i *)p);
  __m256i b = _mm256_loadu_si256((const __m256i *)(p + 32));
#define EACH(x) _mm256_set1_epi8((char)(x))
#define BOTH(f, x) (wanted & (BITS(f(a, EACH(x))) | BITS(f(b, EACH(x))) << 32))
#define AT_LEAST(v, x) _mm256_cmpeq_epi8(_mm256_max_epu8(v, x), v)
  uint64_t from_80 = BOTH(AT_LEAST, 0x80), from_c0 = BOTH(AT_LEAST, 0xC0);
  utf8_classes c = {
      .later = from_80 & ~from_c0,
      .two = BOTH(AT_LEAST, 0xC2),
      .three = BOTH(AT_LEAST, 0xE0),
      .four = BOTH(AT_LEAST, 0xF0),
      .e0 = BOTH(_mm256_cmpeq_epi8, 0xE0),
      .ed = BOTH(_mm256_cmpeq_epi8, 0xED),
      .f0 = BOTH(_mm256_cmpeq_epi8, 0xF0),
      .f4 = BOTH(_mm256_cmpeq_epi8, 0xF4),
      .below_a0 = wanted & ~BOTH(AT_LEAST, 0xA0),
      .below_90 = wanted & ~BOTH(AT_LEAST, 0x90),
  };
  c.never = (from_c0 & ~c.two) | BOTH(AT_LEAST, 0xF5);
#undef AT_LEAST
#undef BOTH
#undef EACH
#undef BITS
  return c;
}

static AVX2 size_t index_avx2(const uint8_t *bytes, size_t start, size_t to,
                              uint32_t *positions, uint64_t *high, int *is_utf8) {
  INDEX_WITH(avx2_masks, avx2_classes)
}

static inline masks sse2_masks(const uint8_t *p) {
  __m128i tab = _mm_set1_epi8('\t'), feed = _mm_set1_epi8('\n');
  masks m = {0, 0, 0};
  for (unsigned i = 0; i < 64; i += 16) {
    __m128i v = _mm_loadu_si128((const __m128i *)(p + i));
    m.tabs |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, tab)) << i;
    m.feeds |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, feed)) << i;
    m.high |= (uint64_t)(uint32_t)_mm_movemask_epi8(v) << i;
  }
  return m;
}

static size_t index_sse2(const uint8_t *bytes, size_t start, size_t to,
                         uint32_t *positions, uint64_t *high, int *is_utf8) {
  INDEX_WITH(sse2_masks, plain_classes)
}

size_t sidelong_index_separators(const uint8_t *bytes, size_t start, size_t to,
                                 uint32_t *positions, uint64_t *high, int *is_utf8) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")
             ? index_avx2(bytes, start, to, positions, high, is_utf8)
             : index_sse2(bytes, start, to, positions, high, is_utf8);
}
#else
size_t sidelong_index_separators(const uint8_t *bytes, size_t start, size_t to,
                                 uint32_t *positions, uint64_t *high, int *is_utf8) {
  return sidelong_index_separators_plain(bytes, start, to, positions, high, is_utf8);
}
#endif
