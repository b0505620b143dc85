"""What people saved becomes article files, with every line that was left out and every gap named."""
