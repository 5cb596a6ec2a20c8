"""The local app of `framing serve`: the same analysis, without a terminal.

A request never works on texts itself: it changes rows of the `store` and asks the `jobs`, which let
processes of their own (`work`) read, look for actors and compare. What comes from a browser goes through
`security` first.
"""
