#ifndef CGLPK_H
#define CGLPK_H

#include <glpk.h>
#include <stdint.h>

// Guarded calls into GLPK. GLPK reports a bad argument or a failed internal check by calling abort(); each wrapper below turns
// that into a return status instead. All of them run on the calling thread's own GLPK environment, which prints nothing.
//
// After CGLPK_FAULT every problem of the thread is dead: the wrappers answer CGLPK_POISONED until cglpk_reset_env().
// Rows and columns count from 0 here; the 1-based arrays of GLPK stay inside CGLPK.c.

static const int CGLPK_OK = 0;
static const int CGLPK_FAULT = 1;
static const int CGLPK_POISONED = 2;
static const int CGLPK_OUT_OF_MEMORY = 3;

// Environment of the thread. enter/leave nest; the last leave frees the environment and with it every problem of the thread.
void cglpk_enter(void);
void cglpk_leave(void);
int cglpk_depth(void);
// Frees the environment after a fault. Returns 0 and does nothing while a guarded call is still running (inside a callback).
int cglpk_reset_env(void);
int cglpk_is_poisoned(void);
// Changes each time the environment is freed: a problem made under another generation no longer exists.
uint64_t cglpk_generation(void);
uint64_t cglpk_thread_id(void);
// What GLPK said in the last fault of this thread, one line.
const char *cglpk_fault_text(void);

int cglpk_create(glp_prob **problem);
int cglpk_delete(glp_prob *problem);

// starts has count + 1 entries into indices and values; pass the whole arrays and the offsets decide.
int cglpk_append_rows(glp_prob *P, int count, const double *lower, const double *upper, const intptr_t *starts,
                      const int32_t *columns, const double *values);
int cglpk_append_columns(glp_prob *P, int count, const double *lower, const double *upper, const double *cost,
                         const intptr_t *starts, const int32_t *rows, const double *values);
int cglpk_delete_columns(glp_prob *P, int count, const int32_t *columns);
int cglpk_set_row_bounds(glp_prob *P, int row, double lower, double upper);
int cglpk_set_column_bounds(glp_prob *P, int column, double lower, double upper);
int cglpk_set_cost(glp_prob *P, int column, double cost);
int cglpk_set_integer(glp_prob *P, int column);

int cglpk_scale(glp_prob *P, int flags);
int cglpk_standard_basis(glp_prob *P);
int cglpk_advanced_basis(glp_prob *P);
int cglpk_set_row_status(glp_prob *P, int row, int status);
int cglpk_set_column_status(glp_prob *P, int column, int status);
int cglpk_row_status(glp_prob *P, int row, int *status);
int cglpk_column_status(glp_prob *P, int column, int *status);
int cglpk_column_statuses(glp_prob *P, int count, uint8_t *status);
int cglpk_row_statuses(glp_prob *P, int count, uint8_t *status);
int cglpk_set_statuses(glp_prob *P, int rows, const uint8_t *row, int columns, const uint8_t *column);

int cglpk_simplex(glp_prob *P, const glp_smcp *control, int *returned);
int cglpk_iterations(glp_prob *P, int *count);
int cglpk_status(glp_prob *P, int *status, int *primal, int *dual);
int cglpk_objective(glp_prob *P, double *value);
int cglpk_row_duals(glp_prob *P, int count, double *values);
int cglpk_row_values(glp_prob *P, int count, double *values);
int cglpk_column_values(glp_prob *P, int count, double *values);
int cglpk_column_duals(glp_prob *P, int count, double *values);

// Branch and bound. The callback may call only the cglpk_ios_* wrappers; when one of them faults the callback must return, and the
// fault then ends cglpk_intopt as well.
typedef void (*cglpk_callback)(glp_tree *tree, void *info);
int cglpk_intopt(glp_prob *P, const glp_iocp *control, cglpk_callback callback, void *info, int *returned);
int cglpk_mip_status(glp_prob *P, int *status);
int cglpk_mip_values(glp_prob *P, int count, double *values);

int cglpk_ios_reason(glp_tree *T, int *reason);
// Found is 0 when no active node is left, and the bound is then unset.
int cglpk_ios_best_bound(glp_tree *T, int *found, double *bound);
int cglpk_ios_total_nodes(glp_tree *T, int *count);
int cglpk_ios_incumbent(glp_tree *T, int *columns, double *objective);
int cglpk_ios_incumbent_values(glp_tree *T, int count, double *values);
int cglpk_ios_offer(glp_tree *T, int count, const double *values, int *accepted);
int cglpk_ios_terminate(glp_tree *T);

#endif
