"""Evidence to feature tables, the codebook, and the measured error of every extractor."""
