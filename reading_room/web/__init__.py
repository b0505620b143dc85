"""The room in a browser and on a command line: the only package that imports Flask."""
