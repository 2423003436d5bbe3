package struct SolveLimits {}
