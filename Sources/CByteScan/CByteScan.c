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

// One loop for every kind of processor; MASKS is what differs.
#define INDEX_WITH(MASKS)                                                     \
  size_t n = 0;                                                               \
  for (size_t at = from; at < to; at += 64) {                                 \
    masks m = MASKS(bytes + at);                                              \
    if (to - at < 64) {                                                       \
      uint64_t wanted = ((uint64_t)1 << (to - at)) - 1;                       \
      m.tabs &= wanted, m.feeds &= wanted, m.high &= wanted;                  \
    }                                                                         \
    *high++ = m.high;                                                         \
    n += write_positions(m, (uint32_t)at, positions + n);                     \
  }                                                                           \
  return n;

size_t sidelong_index_separators_plain(const uint8_t *bytes, size_t from, size_t to,
                                       uint32_t *positions, uint64_t *high) {
  INDEX_WITH(plain_masks)
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
#undef BITS
  return m;
}

static AVX2 size_t index_avx2(const uint8_t *bytes, size_t from, size_t to,
                              uint32_t *positions, uint64_t *high) {
  INDEX_WITH(avx2_masks)
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

static size_t index_sse2(const uint8_t *bytes, size_t from, size_t to,
                         uint32_t *positions, uint64_t *high) {
  INDEX_WITH(sse2_masks)
}

size_t sidelong_index_separators(const uint8_t *bytes, size_t from, size_t to,
                                 uint32_t *positions, uint64_t *high) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") ? index_avx2(bytes, from, to, positions, high)
                                        : index_sse2(bytes, from, to, positions, high);
}
#else
size_t sidelong_index_separators(const uint8_t *bytes, size_t from, size_t to,
                                 uint32_t *positions, uint64_t *high) {
  return sidelong_index_separators_plain(bytes, from, to, positions, high);
}
#endif
