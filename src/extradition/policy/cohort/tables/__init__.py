"""Tables of cases in Polars: the only part of the package that imports it."""
