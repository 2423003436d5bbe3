#include "CGLPK.h"

#include <math.h>
#include <setjmp.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

// One frame per guarded call under way; a call made from a callback stacks a second one, so a fault always lands in the innermost
// call and never jumps over a Swift frame.
typedef struct guard_frame {
  jmp_buf resume;
  struct guard_frame *outer;
} guard_frame;

static _Thread_local guard_frame *innermost;
static _Thread_local int poisoned;
static _Thread_local int armed;
static _Thread_local int depth;
static _Thread_local uint64_t generation = 1;
static _Thread_local char fault_text[512];
static _Thread_local size_t fault_length;

// 1-based copies for GLPK; kept between calls so that the hot path does not allocate.
static _Thread_local int *scratch_indices;
static _Thread_local double *scratch_values;
static _Thread_local size_t scratch_capacity;

static void append_fault_text(const char *text) {
  for (; *text && fault_length + 1 < sizeof fault_text; text++) {
    char c = *text == '\n' ? ' ' : *text;
    if (c == ' ' && (fault_length == 0 || fault_text[fault_length - 1] == ' ')) continue;
    fault_text[fault_length++] = c;
  }
  fault_text[fault_length] = 0;
}

// GLPK sends the text of an error through the terminal hook before it calls the error hook; all other output is dropped.
static int swallow_output(void *info, const char *text) {
  (void)info;
  if (glp_at_error()) append_fault_text(text);
  return 1;
}

static void leave_frame(void) {
  guard_frame *frame = innermost;
  innermost = frame->outer;
  longjmp(frame->resume, 1);
}

static void on_error(void *info) {
  (void)info;
  poisoned = 1;
  if (innermost) leave_frame();
}

static void arm(void) {
  if (armed) return;
  glp_term_hook(swallow_output, NULL);
  glp_error_hook(on_error, NULL);
  glp_term_out(GLP_OFF);
  armed = 1;
}

// The statement runs between setjmp and the return of the same function, and changes no local variable of it.
#define GUARDED(statement)                     \
  do {                                         \
    if (poisoned) return CGLPK_POISONED;       \
    arm();                                     \
    fault_length = 0;                          \
    guard_frame frame;                         \
    frame.outer = innermost;                   \
    if (setjmp(frame.resume)) return CGLPK_FAULT; \
    innermost = &frame;                        \
    statement;                                 \
    innermost = frame.outer;                   \
    return CGLPK_OK;                           \
  } while (0)

static void free_scratch(void) {
  free(scratch_indices);
  free(scratch_values);
  scratch_indices = NULL;
  scratch_values = NULL;
  scratch_capacity = 0;
}

static int reserve_scratch(size_t count) {
  if (count + 1 <= scratch_capacity) return 1;
  size_t capacity = 2 * (count + 1);
  free_scratch();
  scratch_indices = malloc(capacity * sizeof *scratch_indices);
  scratch_values = malloc(capacity * sizeof *scratch_values);
  if (!scratch_indices || !scratch_values) {
    free_scratch();
    return 0;
  }
  scratch_capacity = capacity;
  return 1;
}

static size_t longest_vector(int count, const intptr_t *starts) {
  size_t longest = 0;
  for (int i = 0; i < count; i++) {
    size_t length = (size_t)(starts[i + 1] - starts[i]);
    if (length > longest) longest = length;
  }
  return longest;
}

static int copy_one_based(intptr_t start, intptr_t end, const int32_t *indices, const double *values) {
  int length = (int)(end - start);
  for (int k = 0; k < length; k++) {
    scratch_indices[k + 1] = indices[start + k] + 1;
    scratch_values[k + 1] = values[start + k];
  }
  return length;
}

// GLP_DB with equal bounds is an error to the solvers, so equality always becomes GLP_FX.
static int bound_type(double lower, double upper) {
  if (lower == upper) return GLP_FX;
  if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
  return isinf(upper) ? GLP_LO : GLP_DB;
}

// MARK: Environment

static void free_environment(void) {
  glp_free_env();
  generation++;
  armed = 0;
  poisoned = 0;
}

void cglpk_enter(void) { depth++; }

void cglpk_leave(void) {
  if (depth > 0) depth--;
  if (depth > 0 || innermost) return;
  free_environment();
  free_scratch();
}

int cglpk_depth(void) { return depth; }

int cglpk_reset_env(void) {
  if (innermost) return 0;
  free_environment();
  return 1;
}

int cglpk_is_poisoned(void) { return poisoned; }

uint64_t cglpk_generation(void) { return generation; }

uint64_t cglpk_thread_id(void) {
  static _Atomic uint64_t last_id;
  static _Thread_local uint64_t id;
  if (id == 0) id = atomic_fetch_add(&last_id, 1) + 1;
  return id;
}

const char *cglpk_fault_text(void) {
  while (fault_length > 0 && fault_text[fault_length - 1] == ' ') fault_text[--fault_length] = 0;
  return fault_text;
}

// MARK: Problem

int cglpk_create(glp_prob **problem) { GUARDED(*problem = glp_create_prob()); }

int cglpk_delete(glp_prob *problem) { GUARDED(glp_delete_prob(problem)); }

static void append_rows(glp_prob *P, int count, const double *lower, const double *upper, const intptr_t *starts,
                        const int32_t *columns, const double *values) {
  int first = glp_add_rows(P, count);
  for (int i = 0; i < count; i++) {
    glp_set_row_bnds(P, first + i, bound_type(lower[i], upper[i]), lower[i], upper[i]);
    int length = copy_one_based(starts[i], starts[i + 1], columns, values);
    if (length > 0) glp_set_mat_row(P, first + i, length, scratch_indices, scratch_values);
  }
}

int cglpk_append_rows(glp_prob *P, int count, const double *lower, const double *upper, const intptr_t *starts,
                      const int32_t *columns, const double *values) {
  if (count == 0) return CGLPK_OK;
  if (!reserve_scratch(longest_vector(count, starts))) return CGLPK_OUT_OF_MEMORY;
  GUARDED(append_rows(P, count, lower, upper, starts, columns, values));
}

static void append_columns(glp_prob *P, int count, const double *lower, const double *upper, const double *cost,
                           const intptr_t *starts, const int32_t *rows, const double *values) {
  int first = glp_add_cols(P, count);
  for (int j = 0; j < count; j++) {
    glp_set_col_bnds(P, first + j, bound_type(lower[j], upper[j]), lower[j], upper[j]);
    glp_set_obj_coef(P, first + j, cost[j]);
    int length = copy_one_based(starts[j], starts[j + 1], rows, values);
    if (length > 0) glp_set_mat_col(P, first + j, length, scratch_indices, scratch_values);
  }
}

int cglpk_append_columns(glp_prob *P, int count, const double *lower, const double *upper, const double *cost,
                         const intptr_t *starts, const int32_t *rows, const double *values) {
  if (count == 0) return CGLPK_OK;
  if (!reserve_scratch(longest_vector(count, starts))) return CGLPK_OUT_OF_MEMORY;
  GUARDED(append_columns(P, count, lower, upper, cost, starts, rows, values));
}

static void delete_columns(glp_prob *P, int count, const int32_t *columns) {
  for (int k = 0; k < count; k++) scratch_indices[k + 1] = columns[k] + 1;
  glp_del_cols(P, count, scratch_indices);
}

int cglpk_delete_columns(glp_prob *P, int count, const int32_t *columns) {
  if (count == 0) return CGLPK_OK;
  if (!reserve_scratch((size_t)count)) return CGLPK_OUT_OF_MEMORY;
  GUARDED(delete_columns(P, count, columns));
}

int cglpk_set_row_bounds(glp_prob *P, int row, double lower, double upper) {
  GUARDED(glp_set_row_bnds(P, row + 1, bound_type(lower, upper), lower, upper));
}

int cglpk_set_column_bounds(glp_prob *P, int column, double lower, double upper) {
  GUARDED(glp_set_col_bnds(P, column + 1, bound_type(lower, upper), lower, upper));
}

int cglpk_set_cost(glp_prob *P, int column, double cost) { GUARDED(glp_set_obj_coef(P, column + 1, cost)); }

int cglpk_set_integer(glp_prob *P, int column) { GUARDED(glp_set_col_kind(P, column + 1, GLP_IV)); }

// MARK: Basis

int cglpk_scale(glp_prob *P, int flags) { GUARDED(glp_scale_prob(P, flags)); }

int cglpk_standard_basis(glp_prob *P) { GUARDED(glp_std_basis(P)); }

int cglpk_advanced_basis(glp_prob *P) { GUARDED(glp_adv_basis(P, 0)); }

int cglpk_set_row_status(glp_prob *P, int row, int status) { GUARDED(glp_set_row_stat(P, row + 1, status)); }

int cglpk_set_column_status(glp_prob *P, int column, int status) { GUARDED(glp_set_col_stat(P, column + 1, status)); }

int cglpk_row_status(glp_prob *P, int row, int *status) { GUARDED(*status = glp_get_row_stat(P, row + 1)); }

int cglpk_column_status(glp_prob *P, int column, int *status) { GUARDED(*status = glp_get_col_stat(P, column + 1)); }

static void column_statuses(glp_prob *P, int count, uint8_t *status) {
  for (int j = 0; j < count; j++) status[j] = (uint8_t)glp_get_col_stat(P, j + 1);
}

int cglpk_column_statuses(glp_prob *P, int count, uint8_t *status) { GUARDED(column_statuses(P, count, status)); }

static void row_statuses(glp_prob *P, int count, uint8_t *status) {
  for (int i = 0; i < count; i++) status[i] = (uint8_t)glp_get_row_stat(P, i + 1);
}

int cglpk_row_statuses(glp_prob *P, int count, uint8_t *status) { GUARDED(row_statuses(P, count, status)); }

static void set_statuses(glp_prob *P, int rows, const uint8_t *row, int columns, const uint8_t *column) {
  for (int i = 0; i < rows; i++) glp_set_row_stat(P, i + 1, row[i]);
  for (int j = 0; j < columns; j++) glp_set_col_stat(P, j + 1, column[j]);
}

int cglpk_set_statuses(glp_prob *P, int rows, const uint8_t *row, int columns, const uint8_t *column) {
  GUARDED(set_statuses(P, rows, row, columns, column));
}

// MARK: Simplex

int cglpk_simplex(glp_prob *P, const glp_smcp *control, int *returned) { GUARDED(*returned = glp_simplex(P, control)); }

int cglpk_iterations(glp_prob *P, int *count) { GUARDED(*count = glp_get_it_cnt(P)); }

static void read_status(glp_prob *P, int *status, int *primal, int *dual) {
  *status = glp_get_status(P);
  *primal = glp_get_prim_stat(P);
  *dual = glp_get_dual_stat(P);
}

int cglpk_status(glp_prob *P, int *status, int *primal, int *dual) { GUARDED(read_status(P, status, primal, dual)); }

int cglpk_objective(glp_prob *P, double *value) { GUARDED(*value = glp_get_obj_val(P)); }

static void read_vector(glp_prob *P, double (*getter)(glp_prob *, int), int count, double *values) {
  for (int i = 0; i < count; i++) values[i] = getter(P, i + 1);
}

int cglpk_row_duals(glp_prob *P, int count, double *values) { GUARDED(read_vector(P, glp_get_row_dual, count, values)); }

int cglpk_row_values(glp_prob *P, int count, double *values) { GUARDED(read_vector(P, glp_get_row_prim, count, values)); }

int cglpk_column_values(glp_prob *P, int count, double *values) {
  GUARDED(read_vector(P, glp_get_col_prim, count, values));
}

int cglpk_column_duals(glp_prob *P, int count, double *values) {
  GUARDED(read_vector(P, glp_get_col_dual, count, values));
}

// MARK: Branch and bound

typedef struct {
  cglpk_callback callback;
  void *info;
} callback_context;

// Only frames of GLPK lie between this function and cglpk_intopt, so the jump out of a poisoned search is made here.
static void relay_callback(glp_tree *tree, void *info) {
  callback_context *context = info;
  context->callback(tree, context->info);
  if (poisoned && innermost) leave_frame();
}

int cglpk_intopt(glp_prob *P, const glp_iocp *control, cglpk_callback callback, void *info, int *returned) {
  glp_iocp relayed = *control;
  callback_context context = {callback, info};
  if (callback) {
    relayed.cb_func = relay_callback;
    relayed.cb_info = &context;
  }
  GUARDED(*returned = glp_intopt(P, &relayed));
}

int cglpk_mip_status(glp_prob *P, int *status) { GUARDED(*status = glp_mip_status(P)); }

int cglpk_mip_values(glp_prob *P, int count, double *values) { GUARDED(read_vector(P, glp_mip_col_val, count, values)); }

int cglpk_ios_reason(glp_tree *T, int *reason) { GUARDED(*reason = glp_ios_reason(T)); }

static void best_bound(glp_tree *T, int *found, double *bound) {
  int node = glp_ios_best_node(T);
  *found = node != 0;
  if (node != 0) *bound = glp_ios_node_bound(T, node);
}

int cglpk_ios_best_bound(glp_tree *T, int *found, double *bound) { GUARDED(best_bound(T, found, bound)); }

int cglpk_ios_total_nodes(glp_tree *T, int *count) { GUARDED(glp_ios_tree_size(T, NULL, NULL, count)); }

static void incumbent(glp_tree *T, int *columns, double *objective) {
  glp_prob *P = glp_ios_get_prob(T);
  *columns = glp_get_num_cols(P);
  *objective = glp_mip_obj_val(P);
}

int cglpk_ios_incumbent(glp_tree *T, int *columns, double *objective) { GUARDED(incumbent(T, columns, objective)); }

int cglpk_ios_incumbent_values(glp_tree *T, int count, double *values) {
  GUARDED(read_vector(glp_ios_get_prob(T), glp_mip_col_val, count, values));
}

static void offer(glp_tree *T, int count, const double *values, int *accepted) {
  for (int j = 0; j < count; j++) scratch_values[j + 1] = values[j];
  *accepted = glp_ios_heur_sol(T, scratch_values) == 0;
}

int cglpk_ios_offer(glp_tree *T, int count, const double *values, int *accepted) {
  if (!reserve_scratch((size_t)count)) return CGLPK_OUT_OF_MEMORY;
  GUARDED(offer(T, count, values, accepted));
}

int cglpk_ios_terminate(glp_tree *T) { GUARDED(glp_ios_terminate(T)); }
