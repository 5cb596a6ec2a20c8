"""What only several sources can show."""
