"""From YAML files to the model: what may be written, how it is read, and the position of everything."""
