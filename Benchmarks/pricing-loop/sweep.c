// The forward sweep as one would write it in C: the structure of SweepDay.swift, tables and layers in structures of pointers.
#include "sweep.h"

#include <string.h>

enum { unreached = 1 << 30, threshold = 1 << 29 };

/// The costs before or after a day, by cell row and level.
typedef struct {
  int32_t *cells;
  uint8_t *alive;
  const sweep_span *spans;
  ptrdiff_t width;
} layer;

/// One day of the sweep.
typedef struct {
  const sweep_tables *t;
  layer before, after;
  int32_t off_cost;
  const int32_t *bundle_cost;
  ptrdiff_t first_duty, weekend_after_duty, weekend_after_off;
} sweep_day;

static inline ptrdiff_t min(ptrdiff_t a, ptrdiff_t b) { return a < b ? a : b; }
static inline ptrdiff_t max(ptrdiff_t a, ptrdiff_t b) { return a > b ? a : b; }

static inline const int32_t *row(const layer *l, ptrdiff_t index) {
  return l->alive[index] ? l->cells + index * l->width : NULL;
}

static inline ptrdiff_t cell_row(const sweep_day *d, ptrdiff_t row, ptrdiff_t value) {
  return row * d->t->counters + value;
}

static inline ptrdiff_t span_index(const sweep_day *d, ptrdiff_t state, ptrdiff_t weekend) {
  return state * d->t->weekends + weekend;
}

static inline ptrdiff_t duty_row(const sweep_day *d, ptrdiff_t state, ptrdiff_t exit) {
  return state * d->t->exits + exit;
}

static inline ptrdiff_t off_row(const sweep_day *d, ptrdiff_t off) { return d->t->duty_states * d->t->exits + off; }

/// One cell row into another one of the next layer, `length` levels further on.
static inline void relax(const sweep_day *d, const int32_t *source, sweep_span from, ptrdiff_t index, sweep_span to,
                         ptrdiff_t length, int32_t cost) {
  ptrdiff_t first = max(from.low, to.low - length);
  ptrdiff_t count = min(from.high, to.high - length) - first + 1;
  if (count <= 0) return;
  int32_t *target = d->after.cells + index * d->after.width;
  if (!d->after.alive[index]) {
    d->after.alive[index] = 1;
    for (ptrdiff_t level = to.low; level <= to.high; level++) target[level] = unreached;
  }
  int32_t *out = target + first + length;
  const int32_t *input = source + first;
  for (ptrdiff_t i = 0; i < count; i++) {
    int32_t candidate = input[i] + cost;
    out[i] = candidate < out[i] ? candidate : out[i];
  }
}

static inline void day_off(const sweep_day *d, ptrdiff_t from_row, ptrdiff_t state, ptrdiff_t next, ptrdiff_t value,
                           ptrdiff_t weekend) {
  const int32_t *source = row(&d->before, cell_row(d, from_row, value));
  if (!source) return;
  relax(d, source, d->before.spans[span_index(d, state, weekend)], cell_row(d, off_row(d, next), value),
        d->after.spans[span_index(d, d->t->duty_states + next, weekend)], 0, d->off_cost);
}

static void days_off(const sweep_day *d, ptrdiff_t value, ptrdiff_t weekend) {
  const sweep_tables *t = d->t;
  for (ptrdiff_t state = 0; state < t->duty_states; state++) {
    if (!t->may_end[state]) continue;
    for (ptrdiff_t exit = 0; exit < t->exits; exit++) day_off(d, duty_row(d, state, exit), state, 0, value, weekend);
  }
  for (ptrdiff_t off = 0; off < t->off_states; off++) {
    day_off(d, off_row(d, off), t->duty_states + off, min(off + 1, t->off_states - 1), value, weekend);
  }
}

/// The duties of some bundles after one cell row.
static inline void steps(const sweep_day *d, ptrdiff_t first, ptrdiff_t end, const int32_t *source, sweep_span from,
                         ptrdiff_t value, ptrdiff_t target, ptrdiff_t weekend, ptrdiff_t adds) {
  const sweep_tables *t = d->t;
  if (weekend + adds >= t->weekends) return;
  sweep_span to = d->after.spans[span_index(d, target, weekend + adds)];
  for (ptrdiff_t index = first; index < end; index++) {
    int32_t cost = d->bundle_cost[index];
    if (cost >= threshold) continue;
    sweep_bundle bundle = t->bundle[index];
    ptrdiff_t next = t->advance[(bundle.counters * 2 + adds) * t->counters + value];
    if (next < 0) continue;
    relax(d, source, from, cell_row(d, duty_row(d, target, bundle.exit), next), to, bundle.length, cost);
  }
}

static void duties_after_off(const sweep_day *d, ptrdiff_t value, ptrdiff_t weekend) {
  const sweep_tables *t = d->t;
  const int32_t *source = row(&d->before, cell_row(d, off_row(d, t->off_states - 1), value));
  if (!source) return;
  sweep_span from = d->before.spans[span_index(d, t->duty_states + t->off_states - 1, weekend)];
  steps(d, 0, t->bundles, source, from, value, d->first_duty, weekend, d->weekend_after_off);
}

/// The cheapest row among the exit classes that may come before `entry`; NULL when none is alive.
static inline const int32_t *minimum(const sweep_day *d, ptrdiff_t state, ptrdiff_t value, ptrdiff_t entry,
                                     sweep_span span) {
  const sweep_tables *t = d->t;
  const int32_t *cheapest = NULL;
  for (ptrdiff_t index = t->predecessor_start[entry]; index < t->predecessor_start[entry + 1]; index++) {
    const int32_t *source = row(&d->before, cell_row(d, duty_row(d, state, t->predecessors[index]), value));
    if (!source) continue;
    if (!cheapest) {
      cheapest = source;
      continue;
    }
    int32_t *least = t->minima - span.low;
    for (ptrdiff_t level = span.low; level <= span.high; level++) {
      least[level] = source[level] < cheapest[level] ? source[level] : cheapest[level];
    }
    cheapest = least;
  }
  return cheapest;
}

static void duties(const sweep_day *d, ptrdiff_t state, ptrdiff_t value, ptrdiff_t weekend) {
  const sweep_tables *t = d->t;
  ptrdiff_t target = t->next_duty[state];
  sweep_span from = d->before.spans[span_index(d, state, weekend)];
  if (target < 0 || from.low > from.high) return;
  for (ptrdiff_t entry = 0; entry < t->entries; entry++) {
    const int32_t *source = minimum(d, state, value, entry, from);
    if (!source) continue;
    steps(d, t->entry_start[entry], t->entry_start[entry + 1], source, from, value, target, weekend,
          d->weekend_after_duty);
  }
}

static void run_day(const sweep_day *d) {
  const sweep_tables *t = d->t;
  for (ptrdiff_t value = 0; value < t->counters; value++) {
    ptrdiff_t weekend = value % t->weekends;
    if (d->off_cost < threshold) days_off(d, value, weekend);
    for (ptrdiff_t state = 0; state < t->duty_states; state++) duties(d, state, value, weekend);
    duties_after_off(d, value, weekend);
  }
}

static layer layer_before(const sweep_tables *t, ptrdiff_t day) {
  return (layer){.cells = t->cells + t->offset[day] - t->base[day],
                 .alive = t->alive + day * t->rows * t->counters,
                 .spans = t->spans + day * t->states * t->weekends,
                 .width = t->width[day]};
}

void sweep_run(const sweep_tables *t) {
  memset(t->alive, 0, (t->days + 1) * t->rows * t->counters);
  t->alive[t->start_row * t->counters] = 1;
  layer first = layer_before(t, 0);
  first.cells[t->start_row * t->counters * first.width] = 0;
  for (ptrdiff_t day = 0; day < t->days; day++) {
    int role = t->limits_weekends ? t->weekend_role[day] : 0;
    sweep_day step = {.t = t,
                      .before = layer_before(t, day),
                      .after = layer_before(t, day + 1),
                      .off_cost = t->off_cost[day],
                      .bundle_cost = t->bundle_cost + day * t->bundles,
                      .first_duty = day == 0 && t->starts_open ? t->edge_duty : 0,
                      .weekend_after_duty = role == 1,
                      .weekend_after_off = role != 0};
    run_day(&step);
  }
}
