// The pricing sweep of Sources/RotaPlanner/Optimise/Pricing/RosterSweep.swift in C, over the very tables of the engine, as a yardstick.
#ifndef SWEEP_H
#define SWEEP_H

#include <stddef.h>
#include <stdint.h>

/// Duties that differ in nothing but their cost.
typedef struct {
  ptrdiff_t exit, length, counters;
} sweep_bundle;

/// Levels from the fewest to the most; empty where low > high.
typedef struct {
  ptrdiff_t low, high;
} sweep_span;

/// What a sweep reads and writes; names as in the engine.
typedef struct {
  ptrdiff_t days, counters, rows, weekends, states, duty_states, off_states, exits, entries, bundles;
  ptrdiff_t start_row, edge_duty;
  int starts_open, limits_weekends;
  // By day (and one more), run state and weekend count.
  const sweep_span *spans;
  // By day (and one more).
  const ptrdiff_t *base, *width, *offset;
  const sweep_bundle *bundle;
  const int32_t *advance;
  // Bundles of an entry class, and exit classes that may come before it.
  const ptrdiff_t *entry_start, *predecessor_start, *predecessors;
  const ptrdiff_t *next_duty;
  const uint8_t *may_end, *weekend_role;
  const int32_t *bundle_cost, *off_cost;
  int32_t *cells, *minima;
  uint8_t *alive;
} sweep_tables;

/// Fills all layers.
void sweep_run(const sweep_tables *tables);

/// Calls of malloc and its like in this process so far.
long allocation_count(void);

#endif
