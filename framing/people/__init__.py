"""Who is who: sides of a conflict and the packs that name them, coreference, nouns that name speakers, countries."""
