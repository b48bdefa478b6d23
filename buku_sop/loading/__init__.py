"""From YAML files to the model, with the position of everything that was read."""
