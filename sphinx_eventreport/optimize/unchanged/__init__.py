"""What did not change since the last build is neither read nor written, whatever the times of files say.

Sphinx compares times. In CI every file of a checkout is new, so that doctrees and output from a cache save
nothing there. And a file that was changed and given an old time looks as if nothing had happened.
"""
