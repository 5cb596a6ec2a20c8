"""Contrasts between sources and sides: measures, tests, intervals, the map of sources, the rows behind each."""
