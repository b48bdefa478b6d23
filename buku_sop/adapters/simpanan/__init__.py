"""What devices keep of the site for when there is no connection: the worker, what it keeps, and the manifest."""
