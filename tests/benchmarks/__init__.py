"""How fast the matcher is, as ratios in one run. Apart from the tests: nothing here is passed or failed."""
