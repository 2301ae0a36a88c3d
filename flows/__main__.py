"""`python -m flows` is `yanshu`."""

from flows.cli import main

main()
