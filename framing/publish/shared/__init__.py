"""What page, worksheet and tables of questions share: words, names, passages, templates."""
