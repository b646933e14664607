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

// One loop for every kind of processor; MASKS, CLASSES and WRITE are what differs.
#define INDEX_WITH(MASKS, CLASSES, WRITE)                                         \
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
    n += WRITE(m, (uint32_t)at, positions + n);                                   \
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

static size_t index_plain(const uint8_t *bytes, size_t start, size_t to, uint32_t *positions,
                          uint64_t *high, int *is_utf8) {
  INDEX_WITH(plain_masks, plain_classes, write_positions)
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
  INDEX_WITH(avx2_masks, avx2_classes, write_positions)
}

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vbmi2,bmi,bmi2,popcnt")))

static inline AVX512 masks avx512_masks(const uint8_t *p) {
  __m512i v = _mm512_loadu_si512(p);
  masks m = {
      _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\t')),
      _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\n')),
      _mm512_movepi8_mask(v),
  };
  return m;
}

static inline AVX512 utf8_classes avx512_classes(const uint8_t *p, uint64_t wanted) {
  __m512i v = _mm512_loadu_si512(p);
#define EACH(x) _mm512_set1_epi8((char)(x))
#define AT_LEAST(x) _mm512_mask_cmpge_epu8_mask(wanted, v, EACH(x))
#define EQUAL(x) _mm512_mask_cmpeq_epi8_mask(wanted, v, EACH(x))
  uint64_t from_80 = AT_LEAST(0x80), from_c0 = AT_LEAST(0xC0);
  utf8_classes c = {
      .later = from_80 & ~from_c0,
      .two = AT_LEAST(0xC2),
      .three = AT_LEAST(0xE0),
      .four = AT_LEAST(0xF0),
      .e0 = EQUAL(0xE0),
      .ed = EQUAL(0xED),
      .f0 = EQUAL(0xF0),
      .f4 = EQUAL(0xF4),
      .below_a0 = wanted & ~AT_LEAST(0xA0),
      .below_90 = wanted & ~AT_LEAST(0x90),
  };
  c.never = (from_c0 & ~c.two) | AT_LEAST(0xF5);
#undef EQUAL
#undef AT_LEAST
#undef EACH
  return c;
}

// Sixteen positions at once, by pressing the numbers of the marked bytes together; few stretches of
// sixty-four bytes have more.
static inline AVX512 size_t avx512_write_positions(masks m, uint32_t base, uint32_t *out) {
  static const uint8_t numbers[64] __attribute__((aligned(64))) = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  uint64_t separators = m.tabs | m.feeds;
  size_t n = (size_t)__builtin_popcountll(separators);
  __m512i all = _mm512_load_si512(numbers);
  // The eighth bit of a number is free for what is to become the highest of the position.
  all = _mm512_mask_add_epi8(all, m.feeds, all, _mm512_set1_epi8((char)0x80));
  __m512i found = _mm512_maskz_compress_epi8(separators, all);
  for (size_t i = 0;;) {
    __m512i wide = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(found));
    __m512i feed = _mm512_slli_epi32(_mm512_srli_epi32(wide, 7), 31);
    __m512i number = _mm512_and_si512(wide, _mm512_set1_epi32(0x7F));
    number = _mm512_add_epi32(number, _mm512_set1_epi32((int)base));
    _mm512_storeu_si512(out + i, _mm512_or_si512(number, feed));
    i += 16;
    if (i >= n) return n;
    found = _mm512_alignr_epi64(_mm512_setzero_si512(), found, 2);
  }
}

static AVX512 size_t index_avx512(const uint8_t *bytes, size_t start, size_t to,
                                  uint32_t *positions, uint64_t *high, int *is_utf8) {
  INDEX_WITH(avx512_masks, avx512_classes, avx512_write_positions)
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
  INDEX_WITH(sse2_masks, plain_classes, write_positions)
}

int sidelong_widest_vectors(void) {
  if (!__builtin_cpu_supports("bmi2")) return 128;
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2")) return 512;
  return __builtin_cpu_supports("avx2") ? 256 : 128;
}

size_t sidelong_index_separators(int vector_bits, const uint8_t *bytes, size_t start, size_t to,
                                 uint32_t *positions, uint64_t *high, int *is_utf8) {
  switch (vector_bits) {
    case 512: return index_avx512(bytes, start, to, positions, high, is_utf8);
    case 256: return index_avx2(bytes, start, to, positions, high, is_utf8);
    case 128: return index_sse2(bytes, start, to, positions, high, is_utf8);
    default: return index_plain(bytes, start, to, positions, high, is_utf8);
  }
}
#else
int sidelong_widest_vectors(void) { return 0; }

size_t sidelong_index_separators(int vector_bits, const uint8_t *bytes, size_t start, size_t to,
                                 uint32_t *positions, uint64_t *high, int *is_utf8) {
  (void)vector_bits;
  return index_plain(bytes, start, to, positions, high, is_utf8);
}
#endif
