"""The command line, run as ``python -m extradition``."""

import sys

from extradition.cli import main

sys.exit(main())
