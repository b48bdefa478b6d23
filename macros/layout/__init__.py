"""From a flow graph to a routed grid: pure geometry, without any output format."""
