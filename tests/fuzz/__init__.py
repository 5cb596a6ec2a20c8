"""Damaged inputs, drawn at random from a seed: readers and whole comparisons must refuse them in one line or read them.

`make fuzz SECONDS=600 SEED=1`. What it once found stands in `test_findings.py`.
"""
