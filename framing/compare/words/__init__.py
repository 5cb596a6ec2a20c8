"""Words that mark a source, and the spellings of names in one event."""
