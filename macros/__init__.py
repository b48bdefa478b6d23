"""The SOP handbook: YAML files in, a website and official sheets out."""
