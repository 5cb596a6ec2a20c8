"""`python -m framing` is the same as `framing`."""

from framing.cli import main

main()
