"""What is cited and how: references in several styles, files for reference managers, linked data, annotations."""
