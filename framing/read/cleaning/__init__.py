"""What is not the article: boilerplate, other outlets' parts of a page, copies, damage."""
