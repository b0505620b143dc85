"""The picture that stands for a link where it is shared."""
