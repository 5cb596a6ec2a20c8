"""DejaVu Sans Condensed 2.37, for PDFs; see LICENSE. It has Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic."""
