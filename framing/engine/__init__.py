"""How the stages of a run are carried through: memory, and what is kept from one run to the next."""
