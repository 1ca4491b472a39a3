"""One version of a question read in two ways: by durable rules and plainly. A reading stands only where both agree."""
