"""`python -m nghitruong …` is the same as the `nghitruong` command."""

import sys

from nghitruong.config.cli import main

sys.exit(main())
