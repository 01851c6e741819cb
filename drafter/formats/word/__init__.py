"""Word files: reading and writing resolutions in the layout of the United Nations."""
