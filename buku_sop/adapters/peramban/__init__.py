"""The engine of the editor for browsers: this program's own Python with Pyodide, made ready once and named by its content."""
