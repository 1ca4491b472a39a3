"""The service for casework systems: determinations over HTTP."""
