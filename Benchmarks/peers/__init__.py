"""What a user would take instead of rota, and an independent reading of the published formats. See Benchmarks/README.md."""
