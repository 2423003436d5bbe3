#!/usr/bin/env python3
"""Solves the exact model of scenarios with HiGHS and compares with the plan that rota proves optimal.

Usage: highs_equals_glpk.py ROTA SCENARIO...   (pip install highspy; status 77 when it is missing)
"""
import json, subprocess, sys, tempfile, os

def main(rota, scenarios):
    try:
        import highspy
    except ImportError:
        print("highspy is not installed: nothing compared"); return 77
    wrong = 0
    for scenario in scenarios:
        with tempfile.TemporaryDirectory() as folder:
            model = os.path.join(folder, "model.mps")
            subprocess.run([rota, "model", scenario, "--format", "mps", "-o", model], check=True)
            plan = subprocess.run([rota, "plan", scenario, "--format", "json", "--quiet", "--progress", "none"],
                                  check=True, capture_output=True, text=True).stdout
            plan = json.loads(plan)
            solver = highspy.Highs()
            solver.silent()
            solver.setOptionValue("mip_rel_gap", 0.0)
            solver.readModel(model)
            solver.run()
            theirs = solver.getInfo().objective_function_value
            ours = plan["objective"]
            # A plan's money is rounded down to a millionth; each guaranteed week may round by half of one.
            same = abs(theirs - ours) < 1e-4 and plan["status"] == "optimal"
            wrong += not same
            print(f"{scenario}: GLPK {ours} ({plan['status']}), HiGHS {theirs:.6f}: {'equal' if same else 'DIFFERENT'}")
    return 1 if wrong else 0

if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
