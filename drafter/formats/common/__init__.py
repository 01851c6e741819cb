"""What several formats share: reading dates, tidying text, nesting labelled lines. Pure."""
