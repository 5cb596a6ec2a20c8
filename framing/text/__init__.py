"""Text as data: normalised for matching, cut into sentences, parsed, quoted stretches, number phrases."""
