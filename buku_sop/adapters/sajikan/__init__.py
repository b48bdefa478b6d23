"""The live preview (`sop sajikan`): one server on the loopback address, for reading and for pages of its own."""
