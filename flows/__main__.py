"""`python -m flows` is `yanshu`."""

from flows.cli import main

if __name__ == "__main__":  # a worker process imports this module again and must not begin a run of its own
    main()
