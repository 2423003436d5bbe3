"""What `faults.py` does to the program: kills, failing system calls, odd streams, mutated inputs, long inputs. Standard library only."""
