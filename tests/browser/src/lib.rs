//! See `tests/`: the first minutes of the demo in a real browser.
