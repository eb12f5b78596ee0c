"""Questions as files: header, registry, runner and the findings they give."""
